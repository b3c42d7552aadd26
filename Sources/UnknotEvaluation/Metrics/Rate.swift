import RealModule

/// A share of cases with its uncertainty.
public struct Rate: Hashable, Sendable {
    /// How many succeeded; a tie counts in part.
    public let hits: Double
    /// Of how many.
    public let count: Int

    /// The share, or `nil` of no cases.
    public var value: Double? { count > 0 ? hits / Double(count) : nil }

    /// Wilson's 95 % interval (Wilson, J Am Stat Assoc 1927), which behaves at small numbers and near 0 and 1.
    public var interval: ClosedRange<Double>? {
        guard let share = value else { return nil }
        let quantile = 1.959964
        let size = Double(count)
        let scale = 1 + quantile * quantile / size
        let centre = (share + quantile * quantile / (2 * size)) / scale
        let spread = share * (1 - share) / size + quantile * quantile / (4 * size * size)
        let half = quantile * Double.sqrt(spread) / scale
        return max(0, centre - half)...min(1, centre + half)
    }
}
