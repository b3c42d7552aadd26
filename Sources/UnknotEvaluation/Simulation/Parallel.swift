/// Spreads independent pieces of work over the cores.
enum Parallel {
    /// Maps items in parallel; the results keep the order of the items.
    ///
    /// Cancellation stops it before the next piece.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        progress: @Sendable (Double) -> Void = { _ in },
        _ work: @escaping @Sendable (Int, Item) throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            for (index, item) in items.enumerated() {
                group.addTask {
                    try Task.checkCancellation()
                    return (index, try work(index, item))
                }
            }
            var results: [(index: Int, result: Result)] = []
            for try await (index, result) in group {
                results.append((index, result))
                progress(Double(results.count) / Double(items.count))
            }
            return results.sorted { $0.index < $1.index }.map(\.result)
        }
    }
}
