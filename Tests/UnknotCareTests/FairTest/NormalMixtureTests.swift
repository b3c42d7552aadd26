import RealModule
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Mixture of normal distributions")
struct NormalMixtureTests {
    private static func random(_ seed: UInt64) -> NormalMixture {
        var random = SplitMix64(seed: seed)
        return NormalMixture(
            (0..<6).map { _ in
                .init(
                    logWeight: .random(in: -800 ... -795, using: &random), mean: .random(in: -3...3, using: &random),
                    variance: .random(in: 0.05...2, using: &random))
            })
    }

    @Test("mean, deviation and probabilities are those of the summed density", arguments: 1...6)
    func summed(seed: UInt64) {
        let mixture = Self.random(seed)
        let step = 0.005
        let values = (-3_000...3_000).map { Double($0) * step }
        let weights = values.map { mixture.density(at: $0) * step }
        #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
        let mean = zip(values, weights).reduce(0.0) { $0 + $1.0 * $1.1 }
        let variance = zip(values, weights).reduce(0.0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 }
        #expect(abs(mixture.mean - mean) < 1e-9)
        #expect(abs(mixture.deviation - .sqrt(variance)) < 1e-9)
        // Half of the step at the limit itself.
        let below = zip(values, weights).reduce(0.0) { $0 + ($1.0 < -1 - step / 2 ? $1.1 : 0) }
        let at = mixture.density(at: -1) * step / 2
        #expect(abs(mixture.probability(below: -1) - below - at) < 1e-6)
    }

    @Test("quantiles undo probabilities, and both tails make one", arguments: 1...6)
    func quantiles(seed: UInt64) {
        let mixture = Self.random(seed)
        for probability in [1e-6, 0.025, 0.3, 0.5, 0.975, 1 - 1e-6] {
            let limit = mixture.quantile(probability)
            #expect(abs(mixture.probability(below: limit) - probability) < 1e-10)
            #expect(abs(mixture.probability(below: limit) + mixture.probability(above: limit) - 1) < 1e-12)
        }
        let interval = mixture.interval()
        #expect(abs(mixture.probability(below: interval.upperBound) - 0.975) < 1e-10)
    }

    @Test
    func `one part is the normal distribution`() {
        let normal = FairTestSamples.normal(2, 3)
        #expect(normal.mean == 2 && abs(normal.deviation - 3) < 1e-12)
        #expect(abs(normal.interval().upperBound - (2 + 3 * 1.959963984540054)) < 1e-9)
        #expect(abs(normal.probability(above: 2 + 3 * 6) - 9.865876450376981e-10) < 1e-20)
    }

    @Test
    func `two parts far apart have a quantile between them`() {
        let mixture = NormalMixture([
            .init(logWeight: 0, mean: -5, variance: 1e-4), .init(logWeight: 0, mean: 5, variance: 1e-4),
        ])
        #expect(abs(mixture.probability(below: 0) - 0.5) < 1e-12)
        #expect(abs(mixture.quantile(0.25) + 5) < 1e-6)
        #expect(abs(mixture.quantile(0.75) - 5) < 1e-6)
    }
}
