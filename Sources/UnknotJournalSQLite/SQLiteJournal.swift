public import UnknotJournal
import UnknotJournalSQL

/// Journals in SQLite: in a file, or in memory for tests.
public enum SQLiteJournal {
    /// Opens the journal in a file, which is made if there is none, together with its folder; both are for the owner only.
    ///
    /// - Throws: ``JournalError/cannotOpen(_:)``, ``JournalError/damaged(_:)`` for a file that is broken or of another
    ///   program, ``JournalError/tooNew(found:known:)``, ``JournalError/diskFull``.
    public static func open(path: String) async throws -> some JournalStore & AccountStore {
        try await SQLJournal(SQLiteDatabase(SQLiteFile(path: path)))
    }

    /// Makes an empty journal that is gone when it is closed.
    public static func inMemory() async throws -> some JournalStore & AccountStore {
        try await SQLJournal(SQLiteDatabase.inMemory())
    }
}
