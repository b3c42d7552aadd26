import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQLite

/// What a journal can be kept in.
enum Backend: String, CaseIterable, CustomTestStringConvertible, Sendable {
    case sqliteFile = "a SQLite file"
    case sqliteMemory = "SQLite in memory"

    var testDescription: String { rawValue }

    /// Those that are checked on this machine.
    static var all: [Backend] { allCases }

    /// Gives an empty journal that is gone afterwards.
    func withStore<Result>(_ use: (any JournalStore) async throws -> Result) async throws -> Result {
        switch self {
        case .sqliteFile:
            try await Folder.temporary { folder in
                try await Self.closing(SQLiteJournal.open(path: folder.appending(path: "j.sqlite").path), use)
            }
        case .sqliteMemory: try await Self.closing(SQLiteJournal.inMemory(), use)
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
