import SeededRandom
import Unknot

/// Simulated session screens: four techniques of which one, at most, is truly better.
struct SimulatedSessions: Sendable {
    /// Sessions of each technique.
    var each = 6
    /// What technique 2 truly changes against the others, in points.
    var effect = 0.0
    /// Noise of a session before ratings are rounded to whole points, which brings it to about 1.22.
    var noise = 1.2

    /// The techniques, rest included.
    static let techniques = 4
    /// The one that may be better.
    static let better = 2
    private static let level = 5.5
    private static let spread = 1.2
    private static let usualChange = -1.0
    private static let regression = -0.3

    /// A screen in permuted blocks.
    func draw(_ random: inout SplitMix64) -> (techniques: [Int], before: [Double], after: [Double]) {
        var techniques: [Int] = []
        for _ in 0..<each { techniques += (0..<Self.techniques).shuffled(using: &random) }
        var before: [Double] = []
        var after: [Double] = []
        for technique in techniques {
            let start = rated(Self.level + Self.spread * SimulatedDays.normal(&random))
            let returning = Self.regression * (start - Self.level)
            let own = technique == Self.better ? effect : 0
            let change: Double = Self.usualChange + returning + own + noise * SimulatedDays.normal(&random)
            before.append(start)
            after.append(rated(start + change))
        }
        return (techniques, before, after)
    }

    private func rated(_ value: Double) -> Double { min(max(value.rounded(), 0), 10) }
}
