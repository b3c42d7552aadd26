/// One step of the schema. A step that was released is never edited; a change is another step.
package struct Migration: Sendable {
    /// Its place; the first is 1, and none is left out.
    package let number: Int
    /// What it brings, in a few words.
    package let name: String
    /// The tables that it makes, to tell a database of someone else's from an empty one.
    package let tables: [String]
    /// Its statements.
    package let statements: @Sendable (SQLDialect) -> [String]

    /// Describes a step.
    package init(
        number: Int, name: String, tables: [String], statements: @escaping @Sendable (SQLDialect) -> [String]
    ) {
        self.number = number
        self.name = name
        self.tables = tables
        self.statements = statements
    }
}

extension [Migration] {
    /// All steps, in order.
    package static var known: [Migration] { [.journal, .accounts] }
}
