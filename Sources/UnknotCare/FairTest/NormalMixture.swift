import RealModule

/// A belief about one number: normal distributions, each with a weight.
///
/// This is what is left when a model that is exact for known nuisances (autocorrelation, noise …) is averaged over a
/// grid of them: every point of the grid gives one normal distribution and the weight that the data give the point.
public struct NormalMixture: Hashable, Sendable {
    private let weights: [Double]
    private let means: [Double]
    private let deviations: [Double]
    /// The expected value.
    public let mean: Double
    /// The standard deviation, at least 0.
    public let deviation: Double

    /// One part before the weights are known.
    struct Part: Hashable, Sendable {
        /// Natural logarithm of its weight, up to a constant that all parts share.
        let logWeight: Double
        let mean: Double
        let variance: Double
    }

    /// Parts with less than this share of the weight are left out: together they cannot move a probability by 1e-10.
    private static let negligible = 1e-13

    /// Mixes parts.
    ///
    /// - Precondition: There is at least one part with a finite weight.
    init(_ parts: [Part]) {
        let shares = Self.shares(ofLogs: parts.map(\.logWeight))
        var weights: [Double] = []
        var means: [Double] = []
        var deviations: [Double] = []
        var mean = 0.0
        for (part, share) in zip(parts, shares) where share > Self.negligible {
            weights.append(share)
            means.append(part.mean)
            deviations.append(.sqrt(part.variance))
            mean += share * part.mean
        }
        // Around the mean, so that nothing cancels.
        var variance = 0.0
        for (part, share) in zip(parts, shares) {
            variance += share * (part.variance + (part.mean - mean) * (part.mean - mean))
        }
        self.weights = weights
        self.means = means
        self.deviations = deviations
        self.mean = mean
        deviation = .sqrt(variance)
    }

    /// Weights that sum to 1 from their logarithms; the largest is taken out first, so that none overflows.
    static func shares(ofLogs logs: [Double]) -> [Double] {
        let largest = logs.max() ?? 0
        let raw = logs.map { Double.exp($0 - largest) }
        let total = raw.reduce(0, +)
        return raw.map { $0 / total }
    }

    /// The probability that the number is below a limit.
    public func probability(below limit: Double) -> Double {
        sum { mean, deviation in Self.tail((mean - limit) / deviation) }
    }

    /// The probability that the number is above a limit; exact in its digits where it is small.
    public func probability(above limit: Double) -> Double {
        sum { mean, deviation in Self.tail((limit - mean) / deviation) }
    }

    /// The density at a value.
    public func density(at value: Double) -> Double {
        sum { mean, deviation in
            let distance = (value - mean) / deviation
            return .exp(-distance * distance / 2) / (deviation * .sqrt(2 * .pi))
        }
    }

    /// The limit below which the number lies with a probability, to the last digits.
    ///
    /// Newton's steps inside a bracket that bisection shrinks: where a step would leave the bracket it is halved instead.
    ///
    /// - Parameters:
    ///   - probability: Between 0 and 1, both excluded.
    ///   - tolerance: How exact, in deviations of the mixture.
    public func quantile(_ probability: Double, tolerance: Double = 1e-12) -> Double {
        let step = max(2 * deviation, .leastNormalMagnitude)
        var low = mean
        var high = mean
        while self.probability(below: low) > probability { low -= step }
        while self.probability(below: high) < probability { high += step }
        var guess = low + (high - low) / 2
        for _ in 0..<Self.mostSteps {
            let error = self.probability(below: guess) - probability
            if error < 0 { low = guess } else { high = guess }
            let next = guess - error / density(at: guess)
            let isInside = next > low && next < high
            let last = guess
            guess = isInside ? next : low + (high - low) / 2
            if abs(guess - last) <= tolerance * step { break }
        }
        return guess
    }

    /// Halving alone would be done after so many.
    private static let mostSteps = 60

    /// The interval that holds the number with a probability, with equal chances on both sides.
    ///
    /// - Parameter probability: Between 0 and 1, both excluded; usually 0.95.
    public func interval(_ probability: Double = 0.95) -> ClosedRange<Double> {
        let low = quantile((1 - probability) / 2)
        return low...max(low, quantile((1 + probability) / 2))
    }

    private func sum(_ term: (Double, Double) -> Double) -> Double {
        var sum = 0.0
        for index in weights.indices { sum += weights[index] * term(means[index], deviations[index]) }
        return sum
    }

    /// The probability that a standard normal number is above a value.
    private static func tail(_ value: Double) -> Double {
        0.5 * .erfc(value * 0.707_106_781_186_547_5)
    }
}
