package import UnknotJournal

/// A row that a query gave, its values in the order of the columns.
///
/// A value of another type than the schema promises means that the database is damaged; the message names the column,
/// never the value.
package struct SQLRow: Hashable, Sendable {
    /// The values.
    package let values: [SQLValue]

    /// Makes a row.
    package init(_ values: [SQLValue]) {
        self.values = values
    }

    /// The number in a column.
    package func integer(_ column: Int) throws(JournalError) -> Int64 {
        guard case .integer(let number) = try value(column) else { throw unexpected(column, "a number") }
        return number
    }

    /// The number in a column, if there is one.
    package func optionalInteger(_ column: Int) throws(JournalError) -> Int64? {
        try value(column) == .null ? nil : integer(column)
    }

    /// The text in a column.
    package func text(_ column: Int) throws(JournalError) -> String {
        guard case .text(let text) = try value(column) else { throw unexpected(column, "text") }
        return text
    }

    /// The text in a column, if there is one.
    package func optionalText(_ column: Int) throws(JournalError) -> String? {
        try value(column) == .null ? nil : text(column)
    }

    /// The bytes in a column.
    package func bytes(_ column: Int) throws(JournalError) -> [UInt8] {
        guard case .bytes(let bytes) = try value(column) else { throw unexpected(column, "bytes") }
        return bytes
    }

    /// The bytes in a column, if there are any.
    package func optionalBytes(_ column: Int) throws(JournalError) -> [UInt8]? {
        try value(column) == .null ? nil : bytes(column)
    }

    private func value(_ column: Int) throws(JournalError) -> SQLValue {
        guard values.indices.contains(column) else { throw unexpected(column, "a value") }
        return values[column]
    }

    private func unexpected(_ column: Int, _ wanted: String) -> JournalError {
        .damaged("column \(column + 1) of a row does not hold \(wanted)")
    }
}
