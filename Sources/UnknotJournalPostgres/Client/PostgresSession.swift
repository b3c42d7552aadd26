import UnknotJournal
import UnknotJournalSQL

/// A connection with its prepared statements.
final class PostgresSession: SQLConnection {
    private let handle: PostgresHandle
    /// The names of the statements that were prepared, by their text.
    private var prepared: [String: String] = [:]
    /// How long an answer may take before the connection is given up: a little longer than the server's own limit.
    private var limit = Duration.milliseconds(PostgresSettings.statementLimit + 5000)

    /// The most statements that are kept prepared.
    private static let most = 200

    /// Connects and sets what every connection has in common.
    ///
    /// - Throws: ``PostgresFailure``, or ``JournalError/cannotOpen(_:)`` for a server that will not do.
    init(_ settings: PostgresSettings) throws {
        handle = try PostgresHandle(settings)
        guard handle.serverVersion >= 150_000 else {
            throw JournalError.cannotOpen("the server is older than PostgreSQL 15")
        }
        guard handle.parameter("server_encoding") == "UTF8" else {
            throw JournalError.cannotOpen("the database does not keep text as UTF-8; make one WITH ENCODING 'UTF8'")
        }
        // What is acknowledged is durable, whatever the server's habit; `local` still waits for this server's disk.
        // Every statement reads along an index in the order that it wants. Before the server has gathered statistics, which
        // takes it a minute, it would rather collect a person's whole record and sort it.
        _ = try handle.run(
            """
            SET statement_timeout = \(PostgresSettings.statementLimit); SET lock_timeout = 15000;
            SET idle_in_transaction_session_timeout = 60000; SET standard_conforming_strings = on;
            SET enable_bitmapscan = off; SET enable_sort = off;
            SELECT set_config('synchronous_commit', 'local', false) WHERE current_setting('synchronous_commit') = 'off';
            """, within: limit)
    }

    /// Whether it can be used.
    var isGood: Bool { handle.isGood }

    /// Lets nobody use it again, so that the next one is made anew: to another server perhaps.
    func giveUp() { handle.giveUp() }

    /// Runs a statement that manages the transaction; gives what the server says that it did.
    func control(_ statement: String) throws -> String {
        try handle.run(statement, within: limit).command
    }

    /// Lets the rest of the transaction take long, on both sides; for changes of the schema.
    func beUnhurried() throws {
        _ = try handle.run("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0", within: limit)
        limit = .seconds(3600)
    }

    /// The usual limit again.
    func beUsual() {
        limit = .milliseconds(PostgresSettings.statementLimit + 5000)
    }

    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int {
        try run(statement, values).changed
    }

    func query(_ statement: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try run(statement, values).rows
    }

    private func run(_ statement: String, _ values: [SQLValue]) throws -> PostgresResult {
        try handle.run(prepared: name(of: statement), PostgresParameters(values), within: limit)
    }

    private func name(of statement: String) throws -> String {
        if let name = prepared[statement] { return name }
        if prepared.count >= Self.most {
            _ = try handle.run("DEALLOCATE ALL", within: limit)
            prepared = [:]
        }
        let name = "unknot_\(prepared.count + 1)"
        try handle.prepare(statement, as: name, within: limit)
        prepared[statement] = name
        return name
    }
}
