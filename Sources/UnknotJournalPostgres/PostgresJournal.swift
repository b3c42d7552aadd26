public import UnknotJournal
import UnknotJournalSQL

/// Journals in PostgreSQL 15 or newer.
public enum PostgresJournal {
    /// Opens the journal in a database and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - url: As libpq takes it, `postgres://user@host/database?sslmode=verify-full`; what it leaves out comes from
    ///     libpq's usual places, such as a password file.
    ///   - connections: The most connections at a time, from 1 on.
    ///   - patience: How long a request waits for a connection that is free.
    /// - Throws: ``JournalError/cannotOpen(_:)``, ``JournalError/unreachable(_:)``, ``JournalError/damaged(_:)``,
    ///   ``JournalError/tooNew(found:known:)``. No message holds the password.
    public static func open(
        url: String, connections: Int = 8, patience: Duration = .seconds(10)
    ) async throws -> some JournalStore & AccountStore {
        let database = try PostgresDatabase(url: url, connections: connections, patience: patience)
        do {
            return try await SQLJournal(database)
        } catch {
            await database.close()
            throw error
        }
    }
}
