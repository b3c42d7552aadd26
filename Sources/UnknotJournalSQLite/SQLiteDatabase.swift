import Foundation
import GRDB
import UnknotJournal
package import UnknotJournalSQL

/// A database of SQLite.
///
/// The log that is written ahead is synchronised at every commit (`synchronous = FULL`), so that what was acknowledged is
/// on the disk; ``CommitQueue`` shares that cost among writes that come together.
package struct SQLiteDatabase: SQLDatabase {
    private let writer: any DatabaseWriter
    private let commits: CommitQueue
    /// The file; nil in memory.
    private let file: SQLiteFile?

    private init(_ writer: any DatabaseWriter, file: SQLiteFile?) {
        self.writer = writer
        self.file = file
        commits = CommitQueue(writer, folder: file?.folder)
    }

    /// Opens a file after checking it.
    package init(_ file: SQLiteFile) throws {
        try SQLiteFailure.translating(in: file.folder) { try file.prepare() }
        let wantsQuickCheck = file.wantsQuickCheck()
        let pool = try SQLiteFailure.translating(in: file.folder) {
            let pool = try DatabasePool(path: file.path, configuration: Self.configuration)
            // The pool itself asks for less.
            try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            return pool
        }
        self.init(pool, file: file)
        do {
            try file.restrict()
            if wantsQuickCheck {
                try SQLiteFailure.translating(in: file.folder) {
                    try pool.read { try SQLiteCheck.quick($0) }
                }
            }
        } catch {
            try? pool.close()
            throw error
        }
    }

    /// A database in memory.
    package static func inMemory() throws -> Self {
        let queue = try DatabaseQueue(configuration: configuration)
        // A copy of it is a file of ours.
        try queue.writeWithoutTransaction { try $0.execute(sql: SQLiteFile.mark) }
        return Self(queue, file: nil)
    }

    package var dialect: SQLDialect { .sqlite }

    /// What every connection is told.
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.label = "unknot.journal"
        configuration.prepareDatabase { database in
            // Deleted rows are overwritten; nothing of a record goes to temporary files; a schema that someone
            // prepared runs no functions; on Apple's systems, a synchronisation reaches the disk.
            try database.execute(
                sql: """
                    PRAGMA secure_delete = ON;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cell_size_check = ON;
                    PRAGMA fullfsync = ON;
                    PRAGMA checkpoint_fullfsync = ON;
                    PRAGMA journal_size_limit = 16777216;
                    """)
        }
        return configuration
    }

    package func read<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await SQLiteFailure.translating(in: file?.folder) {
            try await writer.read { try work(SQLiteConnection(database: $0)) }
        }
    }

    package func write<Result: Sendable>(
        repeatable: Bool, _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await commits.write(work)
    }

    package func writeAlone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        // Every transaction that writes starts by taking the only lock for writing, across processes.
        try await commits.write(work)
    }

    package func close() async {
        try? writer.close()
        // The pool closes the connection that writes before those that only read, of which none can put the log away.
        // One more that comes and goes does, so that the journal is a single file while it is closed.
        guard let file, FileManager.default.fileExists(atPath: file.path + "-wal") else { return }
        guard let last = try? DatabaseQueue(path: file.path, configuration: Self.configuration) else { return }
        _ = try? await last.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
        try? last.close()
    }
}

extension SQLiteDatabase {
    package func isWritable() async throws -> Bool {
        // Taking the lock for writing shows it, and changes nothing.
        try await commits.write { try !$0.query("SELECT 1").isEmpty }
    }

    package func scrub() async throws {
        guard file != nil else { return }
        try await SQLiteFailure.translating(in: file?.folder) {
            // No reader of this process is left when this runs, so that the log can be emptied.
            try await writer.barrierWriteWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                _ = try database.checkpoint(.truncate)
            }
        }
    }

    package func verify() async throws {
        try await SQLiteFailure.translating(in: file?.folder) {
            try await writer.read { try SQLiteCheck.full($0) }
        }
    }

    package func backUp(to path: String) async throws {
        let source = file
        let writer = writer
        try await SQLiteBackup(path: path).write { temporary in
            guard let source else {
                return try await writer.writeWithoutTransaction {
                    try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary])
                }
            }
            // A connection of its own, so that reading and writing go on meanwhile.
            let reader = try DatabaseQueue(path: source.path, configuration: Self.configuration)
            defer { try? reader.close() }
            try await reader.writeWithoutTransaction {
                try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary])
            }
        }
    }
}
