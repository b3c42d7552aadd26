import UnknotJournal

/// A database that keeps the promises of a journal: transactions that are durable once a call has returned.
///
/// Closures may run more than once (after a deadlock, say), of which only the last counts, so they have no effect outside
/// the database. They run on a thread that may wait, and must not be long: nothing else is written meanwhile on SQLite.
package protocol SQLDatabase: Sendable {
    /// How this database spells what the others spell differently.
    var dialect: SQLDialect { get }

    /// Reads from one unchanging state.
    func read<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result
    /// Writes in one transaction, and returns once it is durable. When the closure throws, nothing of it is kept.
    ///
    /// - Parameter repeatable: Whether doing it a second time, after the first has succeeded, changes nothing. Then it is
    ///   also repeated when the connection broke at a moment that leaves open whether it succeeded.
    func write<Result: Sendable>(
        repeatable: Bool, _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result
    /// Writes in one transaction while no other process can do the same.
    func writeAlone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result

    /// Whether it takes writes just now.
    func isWritable() async throws -> Bool
    /// Makes sure, as far as this database can, that the bytes of deleted rows are gone.
    func scrub() async throws
    /// Reads the whole database and throws ``JournalError/damaged(_:)`` if something is wrong with it.
    func verify() async throws
    /// Writes a copy of the database to a new file.
    func backUp(to path: String) async throws
    /// Closes all connections.
    func close() async
}

extension SQLDatabase {
    /// Writes in one transaction that is not repeated when nobody knows whether it succeeded.
    package func write<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await write(repeatable: false, work)
    }
}
