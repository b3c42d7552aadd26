/// A belief about one number that is a normal distribution.
public struct NormalBelief: Hashable, Sendable {
    /// The expected value.
    public let mean: Double
    /// The standard deviation, above 0.
    public let deviation: Double

    /// States a belief.
    ///
    /// - Precondition: The mean is finite and the deviation finite and above 0.
    public init(mean: Double, deviation: Double) {
        precondition(mean.isFinite && deviation.isFinite && deviation > 0, "a belief has a spread")
        self.mean = mean
        self.deviation = deviation
    }
}
