import GRDB
import UnknotJournal

/// Checks of a whole file.
enum SQLiteCheck {
    /// The tree of pages and the types of values.
    static func quick(_ database: Database) throws {
        try expectOK(String.fetchOne(database, sql: "PRAGMA quick_check(1)"))
    }

    /// The same, and that every index agrees with its table and every reference leads somewhere.
    static func full(_ database: Database) throws {
        try expectOK(String.fetchOne(database, sql: "PRAGMA integrity_check(1)"))
        if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
            throw JournalError.damaged("a reference in the file leads nowhere; go back to a backup")
        }
    }

    private static func expectOK(_ answer: String?) throws {
        guard answer == "ok" else {
            throw JournalError.damaged("the file does not pass its check; go back to a backup")
        }
    }
}
