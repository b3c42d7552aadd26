import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing
import Unknot
import UnknotJournal
import UnknotJournalSQLite

@testable import UnknotWeb

/// A server with an empty journal in memory, at a time that the test sets.
final class Diary: Sendable {
    let store: any JournalStore
    private let clock: TestClock
    private let zone: String
    private let client: RouterClient

    /// - Parameters:
    ///   - now: As `2026-11-21T09:00:00+01:00`.
    ///   - zone: What the browser says.
    init(now: String = "2026-11-21T09:00:00+01:00", zone: String = "Europe/Berlin") async throws {
        let clock = TestClock(try MomentText(now).moment)
        store = try await SQLiteJournal.inMemory()
        client = try await RouterClient(
            makeApplication(
                settings: Site.settings, engine: try Site.engine, store: store,
                stamps: Stamps(clock: { clock.now }, random: SystemRandomNumberGenerator()), logger: Site.silent))
        self.clock = clock
        self.zone = zone
    }

    var now: Moment {
        get { clock.now }
        set { clock.now = newValue }
    }

    /// Lets the clock go on.
    func wait(minutes: Int64) {
        now = Moment(milliseconds: now.milliseconds + minutes * 60_000)
    }

    /// The journal of the only person.
    var journal: Journal {
        get async throws {
            let person = try #require(try await store.persons().first)
            return Journal(store, of: person.id, clock: { self.now })
        }
    }

    /// Writes something down past the pages.
    func write(_ kind: EntryKind, _ json: String, at text: String, zone: String = "Europe/Berlin") async throws {
        if try await store.persons().isEmpty {
            var random = SystemRandomNumberGenerator()
            try await store.add(
                Person(id: PersonID(at: now, using: &random), name: "Me", createdAt: now))
        }
        let value = try RecordValue(kind: kind, json: Array(json.utf8))
        _ = try await journal.add(value, at: MomentText(text).moment, zone: zone)
    }

    /// What the journal says, newest first.
    var values: [RecordValue] {
        get async throws {
            guard let person = try await store.persons().first else { return [] }
            return try await Journal(store, of: person.id).values().compactMap(\.value)
        }
    }

    /// One request.
    func ask(
        _ method: HTTPRequest.Method, _ path: String, form: String? = nil, cookie: String? = nil,
        headers more: HTTPFields = [:]
    ) async throws -> Answer {
        var headers: HTTPFields = [.cookie: cookie ?? "unknot_zone=\(zone)"]
        headers.append(contentsOf: more)
        if form != nil {
            headers[.contentType] = "application/x-www-form-urlencoded"
            // As browsers say it of a form of our own pages.
            if let site = HTTPField.Name("Sec-Fetch-Site") { headers[site] = "same-origin" }
        }
        return try await client.execute(
            uri: path, method: method, headers: headers, body: form.map { ByteBuffer(string: $0) })
    }

    func get(_ path: String) async throws -> Answer { try await ask(.get, path) }

    /// Sends a form and follows to the page that it leads to.
    func send(_ path: String, _ form: String) async throws -> Answer {
        let answer = try await ask(.post, path, form: form)
        guard answer.status == .seeOther else { return answer }
        let address = try #require(answer.headers[.location])
        return try await get(address.split(separator: "#").first.map(String.init) ?? address)
    }
}

extension Answer {
    /// What stands in an attribute of the first tag that begins like this.
    func attribute(_ name: String, of tag: String) -> String? {
        guard let start = text.firstRange(of: tag) else { return nil }
        let rest = text[start.lowerBound...].prefix { $0 != ">" }
        guard let value = rest.firstRange(of: "\(name)=\"") else { return nil }
        return String(rest[value.upperBound...].prefix { $0 != "\"" })
    }

    /// Where the button "Undo" of the notice leads.
    var undoAddress: String? {
        text.firstMatch(of: #/action="(/record/entries/[^"]+/undo)"/#).map { String($0.output.1) }
    }
}
