/// How much work one exact answer may cost before it is replaced by a bounded one.
public struct Budget: Hashable, Sendable {
    /// The most elementary table operations, one being a multiplication and an addition.
    public let operations: Int
    /// The most entries of a single table; each takes 8 bytes, and a sweep stores one table for each hypothesis.
    public let tableEntries: Int

    /// Creates a budget; numbers below one count as one.
    public init(operations: Int, tableEntries: Int) {
        self.operations = max(1, operations)
        self.tableEntries = max(1, tableEntries)
    }

    /// About half a second on one core and at most a few hundred megabytes.
    public static let standard = Budget(operations: 400_000_000, tableEntries: 1 << 20)
    /// No limit but the machine's own.
    public static let unlimited = Budget(operations: .max, tableEntries: 1 << 40)
}
