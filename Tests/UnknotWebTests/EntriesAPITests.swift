import Foundation
import HTTPTypes
import Testing
import UnknotExchange
import UnknotJournal
import UnknotRecord

@testable import UnknotWeb

@Suite("GET and POST /api/entries")
struct EntriesAPITests {
    private static func pain(_ now: Int, minute: Int = 0, _ fields: String = "") -> String {
        let time = "2026-03-01T08:\(minute < 10 ? "0" : "")\(minute):00+01:00"
        return #"{"kind":"pain","at":"\#(time)","payload":{"now":\#(now)}\#(fields)}"#
    }

    private static func ids(_ answer: Answer) throws -> [String] {
        try #require(try answer.json["entries"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    }

    @Test func `an entry is answered with its id and is there afterwards`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            let answer = try await client.post(Self.pain(4))
            #expect(answer.status == .created)
            let id = try #require(try answer.json["id"] as? String)
            let list = try await client.get("/api/entries")
            #expect(list.status == .ok)
            #expect(try Self.ids(list) == [id])
            #expect(list.text.contains(#""at":"2026-03-01T08:00:00+01:00""#))
            #expect(list.text.contains(#""payload":{"now":4,"version":1}"#))
            #expect(list.text.hasSuffix(#"],"next":null}"#))
        }
    }

    @Test func `entries stand in the answer as in the archive`() async throws {
        let site = try await JournalSite()
        let line = try await site.ask { client async throws in
            _ = try await client.post(Self.pain(4))
            return try await client.get("/api/entries").text
        }
        let person = try #require(try await site.store.persons().first)
        let entry = try #require(try await site.store.record(of: person.id, after: nil, limit: 1).first)
        #expect(line == #"{"entries":[\#(ArchiveLine.json(of: entry))],"next":null}"#)
    }

    @Test func `a list is kept wholly, in order`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            let answer = try await client.post("[\((0..<5).map { Self.pain($0, minute: $0) }.joined(separator: ", "))]")
            let ids = try #require(try answer.json["ids"] as? [String])
            #expect(try Self.ids(await client.get("/api/entries")) == ids.reversed())
        }
    }

    @Test func `one bad entry of a list keeps all out and is named`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            let answer = try await client.post("[\(Self.pain(1)),\(Self.pain(11))]")
            #expect(answer.status == .badRequest)
            #expect(try answer.refusal.path == "[1].payload.now")
            #expect(try Self.ids(await client.get("/api/entries")).isEmpty)
        }
    }

    @Test func `parts follow each other without gaps, also within one minute`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            // 25 entries at one moment, and some before and after.
            let minutes = [0, 1] + Array(repeating: 2, count: 25) + [3, 4]
            let list = minutes.map { Self.pain(1, minute: $0) }.joined(separator: ",")
            let all = Set(try #require(try await client.post("[\(list)]").json["ids"] as? [String]))
            var found: [String] = []
            var next: String? = ""
            while let mark = next {
                let answer = try await client.get("/api/entries?limit=4" + (mark.isEmpty ? "" : "&before=\(mark)"))
                let part = try Self.ids(answer)
                #expect(part.count <= 4)
                found += part
                next = try answer.json["next"] as? String
            }
            #expect(found.count == all.count && Set(found) == all)
        }
    }

    @Test(arguments: [
        ("kinds=water", 0), ("kinds=pain", 3), ("kinds=pain,water", 3),
        ("from=2026-03-01T08:01:00%2B01:00", 2), ("from=2026-03-01T08:01:00+01:00", 2),
        ("to=2026-03-01T07:01:00Z", 1), ("from=2026-03-01T07:01:00Z&to=2026-03-01T07:02:00Z", 1), ("limit=2", 2),
    ])
    func `the query restricts`(query: String, count: Int) async throws {
        let site = try await JournalSite()
        let found = try await site.ask { client async throws in
            _ = try await client.post("[\((0..<3).map { Self.pain(1, minute: $0) }.joined(separator: ","))]")
            return try Self.ids(await client.get("/api/entries?\(query)"))
        }
        #expect(found.count == count)
    }

    @Test(arguments: [
        ("kinds=plans", "kinds"), ("kinds=", "kinds"), ("from=yesterday", "from"), ("to=2026-03-01", "to"),
        ("limit=0", "limit"), ("limit=1001", "limit"), ("limit=x", "limit"), ("before=x", "before"),
        ("before=99999999999999999_0190b6a1-7c3e-7abc-8def-0123456789ab", "before"), ("person=1", "person"),
        ("limit=1&limit=2", "limit"),
    ])
    func `a query that cannot be read is refused`(query: String, path: String) async throws {
        let answer = try await JournalSite().ask { try await $0.get("/api/entries?\(query)") }
        #expect(answer.status == .badRequest)
        #expect(try answer.refusal.path == path)
    }

    @Test func `an entry that is sent again is kept once`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            let id = #","id":"0190b6a1-7c3e-7abc-8def-00000000000a""#
            #expect(try await client.post(Self.pain(4, id)).status == .created)
            #expect(try await client.post(Self.pain(4, id)).status == .created)
            let other = try await client.post(Self.pain(5, id))
            #expect(other.status == .conflict)
            #expect(try other.json["id"] as? String == "0190b6a1-7c3e-7abc-8def-00000000000a")
            #expect(try Self.ids(await client.get("/api/entries")).count == 1)
        }
    }

    @Test func `an entry can be corrected once`() async throws {
        let site = try await JournalSite()
        try await site.ask { client async throws in
            let id = try #require(try await client.post(Self.pain(4)).json["id"] as? String)
            let correction = Self.pain(5, #","replaces":"\#(id)""#)
            #expect(try await client.post(correction).status == .created)
            let again = try await client.post(correction)
            #expect(again.status == .conflict)
            #expect(try again.refusal.path == "replaces")
            #expect(try await client.get("/api/entries").text.contains(#"{"now":5,"version":1}"#))
            #expect(try Self.ids(await client.get("/api/entries")).count == 1)
        }
    }

    @Test(arguments: ["", "{}", "[]", "4", "{\"kind\":\"pain\"}", "[{]", "[{}] x"])
    func `what is no entry is refused`(body: String) async throws {
        let answer = try await JournalSite().ask { try await $0.post(body) }
        #expect(answer.status == .badRequest)
        #expect(try !answer.refusal.message.isEmpty)
    }

    @Test func `only JSON is read`() async throws {
        let answer = try await JournalSite().ask { try await $0.post(Self.pain(4), type: "application/xml") }
        #expect(answer.status == .unsupportedMediaType)
    }

    @Test func `a page of another site cannot write by leaving the type out`() async throws {
        try await JournalSite().ask { client async throws in
            let body = JournalClient.body(Self.pain(4))
            let foreign = try await client.send(.post, "/api/entries", [.origin: "https://example.org"], body)
            #expect(foreign.status == .forbidden)
            let program = try await client.send(.post, "/api/entries", [:], body)
            #expect(program.status == .created)
        }
    }

    @Test func `nobody is asked for whose journal it is in the entry`() async throws {
        let other = #","person":"0190b6a1-7c3e-7abc-8def-0123456789ab""#
        let answer = try await JournalSite(persons: ["Ada", "Bo"]).ask { try await $0.post(Self.pain(4, other)) }
        #expect(answer.status == .badRequest)
        #expect(try answer.refusal.path == "person")
    }

    @Test func `without a person there is no journal`() async throws {
        try await JournalSite(persons: []).ask { client async throws in
            #expect(try await client.get("/api/entries").status == .notFound)
            #expect(try await client.post(Self.pain(4)).status == .notFound)
        }
    }

    @Test(arguments: [
        (JournalError.diskFull, 507), (.unreachable("secret"), 503), (.damaged("secret"), 500),
    ])
    func `a store that fails is told without its own words`(error: JournalError, code: Int) async throws {
        let site = try await JournalSite()
        let answer = try await site.ask(FailingStore(store: site.store, error: error)) {
            try await $0.post(Self.pain(4))
        }
        #expect(answer.status.code == code)
        #expect(!answer.text.contains("secret"))
        #expect(try !answer.refusal.allowed.isEmpty)
    }
}

/// A store that cannot write.
struct FailingStore: JournalStore {
    let store: any JournalStore
    let error: JournalError

    func add(_ person: Person) async throws { throw error }
    func persons() async throws -> [Person] { try await store.persons() }
    func rename(_ person: PersonID, to name: String) async throws { throw error }
    func erase(_ person: PersonID) async throws -> Int { throw error }
    func append(_ entries: [Entry]) async throws { throw error }
    func entry(_ id: EntryID, of person: PersonID) async throws -> Entry? { throw error }
    func replacement(of id: EntryID, of person: PersonID) async throws -> Entry? { throw error }
    func entries(of person: PersonID, _ query: EntryQuery) async throws -> [Entry] { throw error }
    func record(of person: PersonID, after last: Entry?, limit: Int) async throws -> [Entry] { throw error }
    func lastRecorded(of person: PersonID) async throws -> Entry? { throw error }
    func statistics(of person: PersonID) async throws -> JournalStatistics { throw error }
    func isReady() async -> Bool { false }
    func verify() async throws { throw error }
    func backUp(to path: String) async throws { throw error }
    func close() async {}
}
