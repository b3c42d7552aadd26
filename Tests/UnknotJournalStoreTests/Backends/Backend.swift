import Foundation
import Testing
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQLite

/// What a journal can be kept in.
enum Backend: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case sqliteFile = "a SQLite file"
    case sqliteMemory = "SQLite in memory"
    case postgres = "PostgreSQL"

    var testDescription: String { rawValue }

    /// Those that are checked on this machine.
    static var all: [Backend] { allCases.filter { $0 != .postgres || !PrivatePostgres.isSkipped } }

    /// Gives an empty journal that is gone afterwards.
    func withStore<Result>(_ use: (any JournalStore) async throws -> Result) async throws -> Result {
        switch self {
        case .sqliteFile:
            return try await Folder.temporary { folder in
                try await Self.closing(SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path), use)
            }
        case .postgres:
            let url = try await PrivatePostgres.shared.value.newSchema()
            return try await Self.closing(PostgresJournal.open(url: url, patience: .seconds(120)), use)
        case .sqliteMemory: return try await Self.closing(SQLiteJournal.inMemory(), use)
        }
    }

    private static func closing<Result>(
        _ store: some JournalStore, _ use: (any JournalStore) async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await use(store)
            await store.close()
            return result
        } catch {
            await store.close()
            throw error
        }
    }
}
