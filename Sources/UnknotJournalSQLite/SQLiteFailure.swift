import Foundation
import GRDB
import UnknotJournal
import UnknotJournalSQL

/// What a failure of SQLite means for a journal. Messages hold SQLite's number, never its text, which could quote a value.
enum SQLiteFailure {
    /// Runs something and translates what it throws.
    ///
    /// - Parameter folder: Where the file is, to tell a full disk from a broken one.
    static func translating<Result>(in folder: String?, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch {
            throw journalError(error, folder)
        }
    }

    /// The same for work that waits.
    static func translating<Result: Sendable>(
        in folder: String?, _ work: () async throws -> Result
    ) async throws -> Result {
        do {
            return try await work()
        } catch {
            throw journalError(error, folder)
        }
    }

    /// Runs statements and gives broken constraints the name that all databases share; other failures pass, since whoever
    /// leads the transaction has to see them as they are.
    static func translatingConstraints<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_FOREIGNKEY: throw SQLConstraintFault.reference
            case .SQLITE_CONSTRAINT_NOTNULL: throw SQLConstraintFault.missing
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                throw SQLConstraintFault.unique
            default: throw SQLConstraintFault.check
            }
        }
    }

    /// What an error means; errors that are not SQLite's stay what they are.
    static func journalError(_ error: any Error, _ folder: String?) -> any Error {
        guard let failure = error as? DatabaseError else { return error }
        let code = "SQLite's code is \(failure.extendedResultCode.rawValue)"
        switch failure.resultCode {
        case .SQLITE_FULL: return JournalError.diskFull
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return JournalError.unreachable("another program holds the file for too long; try again (\(code))")
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return JournalError.damaged("the file is damaged; go back to a backup (\(code))")
        case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_AUTH:
            return JournalError.cannotOpen("the file or its folder may not be written (\(code))")
        case .SQLITE_IOERR where isFull(folder): return JournalError.diskFull
        case .SQLITE_IOERR: return JournalError.unreachable("the disk refused to read or write (\(code))")
        case .SQLITE_MISUSE: return JournalError.unreachable("the journal is closed (\(code))")
        default: return JournalError.unreachable("the database failed (\(code))")
        }
    }

    /// Whether there is hardly any room; SQLite says “input or output error” when a helping file cannot grow.
    private static func isFull(_ folder: String?) -> Bool {
        guard let folder else { return false }
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
        return free.int64Value < 256 * 1024
    }
}
