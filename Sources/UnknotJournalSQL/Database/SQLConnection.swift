/// A connection inside a transaction; only for use in the closure that got it.
///
/// Statements write their placeholders `$1`, `$2` and so on. Failures that a caller may want to understand are thrown as
/// ``SQLConstraintFault``; everything else is a `JournalError` already. After a failure on PostgreSQL nothing more can be
/// done in the same transaction, so throw it on: find out before, or use `ON CONFLICT DO NOTHING RETURNING`.
package protocol SQLConnection {
    /// Runs a statement that gives no rows.
    ///
    /// - Returns: How many rows it changed.
    @discardableResult
    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int
    /// Runs a statement that gives rows.
    func query(_ statement: String, _ values: [SQLValue]) throws -> [SQLRow]
}

extension SQLConnection {
    /// Runs a statement without values.
    @discardableResult
    package func execute(_ statement: String) throws -> Int {
        try execute(statement, [])
    }

    /// Runs a query without values.
    package func query(_ statement: String) throws -> [SQLRow] {
        try query(statement, [])
    }
}

/// A statement broke a promise that the schema keeps.
package enum SQLConstraintFault: Error, Hashable, Sendable {
    /// There is one already.
    case unique
    /// What is referred to is not there, or something still refers to this.
    case reference
    /// A value is out of range.
    case check
    /// A value is missing.
    case missing
}
