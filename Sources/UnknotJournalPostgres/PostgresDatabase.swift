import Foundation
import UnknotJournal
package import UnknotJournalSQL

/// A database of PostgreSQL, or of a cluster that speaks its protocol.
///
/// What is tried again by itself: anything whose transaction certainly did not take effect, because the connection broke
/// before it was asked to commit, or because it collided with another (codes 40001 and 40P01). When the connection breaks
/// while committing, nobody knows; only work that says it may be repeated is then tried again. Keeping entries is such
/// work, since an entry that is there already, equal in every field, is passed over, and a different one is refused.
package struct PostgresDatabase: SQLDatabase {
    private let pool: ConnectionPool

    /// The number of the lock for changes of the schema: `unknot` in ASCII.
    private static let lock = 0x75_6E6B_6E6F_74
    /// How often a broken connection is made anew for the same work, and how often a collision is tried again.
    private static let tries = (lost: 3, collided: 8)

    /// Names a database; nothing is connected yet.
    ///
    /// - Parameters:
    ///   - url: Its address; what it leaves out comes from libpq's usual places, such as a password file.
    ///   - connections: The most connections at a time, from 1 on.
    ///   - patience: How long a request waits for a connection that is free.
    package init(url: String, connections: Int = 8, patience: Duration = .seconds(10)) throws {
        pool = ConnectionPool(try PostgresSettings(url: url), size: max(1, connections), patience: patience)
    }

    package var dialect: SQLDialect { .postgres }

    package func read<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await run(Transaction(begin: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", isRepeatable: true), work)
    }

    package func write<Result: Sendable>(
        repeatable: Bool, _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await run(Transaction(begin: "BEGIN ISOLATION LEVEL READ COMMITTED", isRepeatable: repeatable), work)
    }

    package func writeAlone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        let transaction = Transaction(
            begin: "BEGIN ISOLATION LEVEL READ COMMITTED", isRepeatable: false, isUnhurried: true)
        return try await run(transaction) { connection in
            // Held until the transaction ends, however it ends.
            _ = try connection.query("SELECT pg_advisory_xact_lock(\(Self.lock))")
            return try work(connection)
        }
    }

    package func isWritable() async throws -> Bool {
        try await write(repeatable: true) { connection in
            try connection.query("SELECT current_setting('transaction_read_only')").first?.text(0) == "off"
        }
    }

    package func scrub() async throws {
        // The server frees the rows' room by itself and writes over it in time; `Documentation/Stores.md` says how to hurry.
    }

    package func verify() async throws {
        // Pages are the server's own business (`pg_amcheck`, checksums); the journal reads all of its rows.
    }

    package func backUp(to path: String) async throws {
        throw JournalError.notPossible("PostgreSQL has its own tools: use pg_dump, or export the journal as an archive")
    }

    package func close() async {
        await pool.close()
    }

    private func run<Result: Sendable>(
        _ transaction: Transaction, _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await pool.run { slot, settings in
            var (lost, collided) = (0, 0)
            while true {
                do {
                    return try slot.use(settings) { try transaction.run($0, work) }
                } catch let failure as Transaction.Undone {
                    // Nothing of it was kept.
                    lost += failure.cause.isLost ? 1 : 0
                    collided += failure.cause.isCollision ? 1 : 0
                    let isOver = lost >= Self.tries.lost || collided >= Self.tries.collided
                    guard !isOver, failure.cause.isLost || failure.cause.isCollision else {
                        throw failure.cause.meaning
                    }
                    // Not in step with whoever was in the way.
                    if failure.cause.isCollision {
                        Thread.sleep(forTimeInterval: .random(in: 0.001...0.02) * Double(collided))
                    }
                } catch let failure as PostgresFailure {
                    // There was no connection to begin with.
                    lost += 1
                    guard lost < Self.tries.lost, failure.isLost else { throw failure.meaning }
                }
            }
        }
    }
}
