import Foundation
import HTTPTypes
import Hummingbird
import Logging
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@testable import UnknotWeb

/// A server with a journal in memory, without a socket.
struct JournalSite {
    let store: any JournalStore

    /// With one person, or with nobody.
    init(persons: [String] = ["Ada"]) async throws {
        store = try await SQLiteJournal.inMemory()
        var random = SystemRandomNumberGenerator()
        for (index, name) in persons.enumerated() {
            let moment = Moment(milliseconds: 1_700_000_000_000 + Int64(index))
            try await store.add(Person(id: PersonID(at: moment, using: &random), name: name, createdAt: moment))
        }
    }

    /// Asks one server several things, one after the other.
    func ask<Result: Sendable>(
        _ store: (any JournalStore)? = nil, _ work: @Sendable @escaping (JournalClient) async throws -> Result
    ) async throws -> Result {
        let application = try makeApplication(
            settings: Site.settings, engine: try Site.engine, store: store ?? self.store, logger: Site.silent)
        return try await work(JournalClient(client: RouterClient(application)))
    }
}

/// Sends requests to a server under test.
struct JournalClient: Sendable {
    let client: RouterClient

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers, nil)
    }

    func post(_ json: String, type: String? = "application/json") async throws -> Answer {
        try await send(.post, "/api/entries", type.map { [.contentType: $0] } ?? [:], ByteBuffer(string: json))
    }

    static func body(_ text: String) -> ByteBuffer { ByteBuffer(string: text) }

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Answer {
        try await client.execute(uri: path, method: method, headers: headers, body: body)
    }
}
