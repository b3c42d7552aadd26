/// How well stated probabilities agree with what turned out to be so.
public struct Calibration: Sendable {
    /// One row of the reliability table.
    public struct Bin: Hashable, Sendable {
        /// The probabilities of the bin.
        public let range: ClosedRange<Double>
        /// How many predictions fell into it.
        public let count: Int
        /// Their mean.
        public let meanPredicted: Double
        /// The share that came true.
        public let observed: Double
    }

    /// Ten bins of equal width.
    public let bins: [Bin]
    /// Mean squared difference between prediction and outcome.
    public let brierScore: Double
    /// Mean difference between prediction and outcome over the bins, weighted by their size.
    public let expectedError: Double
    /// How many predictions there are.
    public let count: Int

    /// Sorts predictions into ten bins of equal width.
    public init(_ predictions: [(probability: Double, cameTrue: Bool)]) {
        let total = Double(max(predictions.count, 1))
        let binned = Dictionary(grouping: predictions) { min(9, Int($0.probability * 10)) }
        bins = (0..<10).map { index in
            let members = binned[index] ?? []
            let size = Double(max(members.count, 1))
            return Bin(
                range: Double(index) / 10...Double(index + 1) / 10,
                count: members.count,
                meanPredicted: members.reduce(0) { $0 + $1.probability } / size,
                observed: members.reduce(0) { $0 + ($1.cameTrue ? 1 : 0) } / size
            )
        }
        count = predictions.count
        brierScore =
            predictions.reduce(0) { sum, item in
                let miss = item.probability - (item.cameTrue ? 1 : 0)
                return sum + miss * miss
            } / total
        expectedError = bins.reduce(0) { $0 + Double($1.count) * abs($1.meanPredicted - $1.observed) } / total
    }
}
