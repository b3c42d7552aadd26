/// A value that goes into a statement or comes out of a row: what both databases have in common.
package enum SQLValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// A whole number.
    case integer(Int64)
    /// Text without the character zero, which one of the databases cannot keep.
    case text(String)
    /// Raw bytes.
    case bytes([UInt8])

    /// A text that may be missing.
    package static func optional(_ text: String?) -> Self {
        text.map { .text($0) } ?? .null
    }

    /// A number that may be missing.
    package static func optional(_ number: Int64?) -> Self {
        number.map { .integer($0) } ?? .null
    }
}
