/// How a database spells the few words in which the two differ; everything else is the same text for both.
package struct SQLDialect: Sendable {
    /// The type of a whole number of 64 bits.
    package let integer: String
    /// The type of a text that is compared and sorted byte by byte.
    package let text: String
    /// The type of raw bytes.
    package let bytes: String
    /// What ends the definition of a table whose types are to be kept strictly.
    package let endOfTable: String
    /// A query for the names of the tables that there are.
    package let tables: String

    /// SQLite 3.37 or newer.
    package static let sqlite = SQLDialect(
        integer: "INTEGER", text: "TEXT", bytes: "BLOB", endOfTable: "STRICT",
        tables: "SELECT name FROM sqlite_schema WHERE type = 'table'")
    /// PostgreSQL 15 or newer, and what speaks its protocol.
    package static let postgres = SQLDialect(
        integer: "bigint", text: #"text COLLATE "C""#, bytes: "bytea", endOfTable: "",
        tables: "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()")
}
