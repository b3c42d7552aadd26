import Foundation
import GRDB
import UnknotJournal

/// The file of a journal: made for its owner only, and looked at before SQLite may change it.
package struct SQLiteFile: Sendable {
    /// Where it is.
    let path: String

    /// `UNKT`: says in the head of the file whose it is, as `file` and SQLite's documentation suggest.
    private static let applicationID: UInt32 = 0x554E_4B54
    /// The statement that writes it.
    static let mark = "PRAGMA application_id = \(applicationID)"
    /// Larger files are only checked when they were not closed well: reading them takes too long at every start.
    private static let quickCheckLimit = 64 << 20

    /// Names a file.
    package init(path: String) {
        self.path = URL(fileURLWithPath: path).path
    }

    /// The folder that it is in.
    var folder: String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// Makes the folder and the file if need be, and refuses a file that is not one of ours.
    func prepare() throws {
        let files = FileManager.default
        try opening("make the folder") {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let exists = files.fileExists(atPath: path)
        if exists, try files.attributesOfItem(atPath: path)[.type] as? FileAttributeType == .typeDirectory {
            throw JournalError.cannotOpen("it is a folder, not a file: \(path)")
        }
        let head = exists ? try opening("read the file") { try self.head() } : Data()
        if head.isEmpty {
            if !exists, !files.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) {
                throw JournalError.cannotOpen("there is no right to make the file \(path)")
            }
            try restrict()
            return try claim()
        }
        guard head.starts(with: Data("SQLite format 3\u{0}".utf8)), head.count == 100 else {
            throw JournalError.damaged("it is no SQLite file, or only a part of one: \(path)")
        }
        guard head.dropFirst(68).prefix(4).reduce(0, { $0 << 8 | UInt32($1) }) == Self.applicationID else {
            throw JournalError.damaged("it is a file of another program: \(path)")
        }
    }

    /// Lets only the owner read and write it, and the files beside it.
    func restrict() throws {
        for name in [path, path + "-wal", path + "-shm"] where FileManager.default.fileExists(atPath: name) {
            try opening("make the file private") {
                let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? NSNumber
                guard let mode, mode.intValue & 0o077 != 0 else { return }
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: name)
            }
        }
    }

    /// Whether to look through the file at the start; to be asked before it is opened.
    func wantsQuickCheck() -> Bool {
        // A log that was not put away: the last program did not close the file, or another one is using it.
        size(path + "-wal") > 0 || size(path) <= Self.quickCheckLimit
    }

    private func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    private func head() throws -> Data {
        let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? handle.close() }
        return try handle.read(upToCount: 100) ?? Data()
    }

    /// Writes whose file it is, in one step and before anything else, so that no file of ours is ever without it.
    private func claim() throws {
        let queue = try DatabaseQueue(path: path, configuration: SQLiteDatabase.configuration)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { database in
            try database.inTransaction(.exclusive) {
                // Whoever was faster has done it already.
                let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
                if tables == 0 { try database.execute(sql: Self.mark) }
                return .commit
            }
        }
    }

    private func opening<Result>(_ deed: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw JournalError.diskFull
        } catch is CocoaError {
            throw JournalError.cannotOpen("there is no way to \(deed): \(path)")
        }
    }
}
