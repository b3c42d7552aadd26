import RealModule
import SeededRandom

@testable import UnknotCare

/// Simulated people whose days hold what is known to matter, or nothing.
///
/// Exposures are related to each other (0.15) and from day to day (0 to 0.5); pain has a day-to-day deviation of 1.2 points
/// and an autocorrelation of 0.2 to 0.6, is rounded to whole points, one day in ten is not logged, nor is one exposure in
/// seven. Where pain drives exposures, a bad day makes a bad night after it and stress, load or sitting on it likelier.
struct SimulatedPatterns {
    static let exposures = PatternExposure.allCases.filter { $0.measure != nil }

    var days = 180
    /// Points of pain for an exposure so many days before.
    var effects: [PatternExposure: (lag: Int, points: Double)] = [:]
    /// How strongly pain drives exposures.
    var reverse = 0.0

    func draw(_ random: inout SplitMix64) -> PatternDays {
        let correlation = Double.random(in: 0.2...0.6, using: &random)
        let innovation = 1.2 * Double.sqrt(1 - correlation * correlation)
        let level = Double.random(in: 3...6, using: &random)
        let memory = Self.exposures.map { _ in Double.random(in: 0...0.5, using: &random) }
        var latent = Self.exposures.map { _ in 0.0 }
        var error = 1.2 * Self.normal(&random)
        var (pain, values): ([Double?], [PatternExposure: [Double?]]) = ([], [:])
        var truth = Self.exposures.map { _ in [Bool]() }
        for day in 0..<days {
            let former = error
            error = correlation * error + innovation * Self.normal(&random)
            let common = Self.normal(&random)
            for (index, exposure) in Self.exposures.enumerated() {
                let fresh = Double.sqrt(0.85) * Self.normal(&random) + Double.sqrt(0.15) * common
                latent[index] = memory[index] * latent[index] + Double.sqrt(1 - memory[index] * memory[index]) * fresh
                let driver = exposure.lags.contains(0) ? former : error
                let isThere = latent[index] + reverse * driver / 1.2 > 0
                truth[index].append(isThere)
                let size = Double.random(in: 0.1...1, using: &random)
                let number = exposure.isLow == isThere ? 5 - size : 5 + size
                let isMissing = Double.random(in: 0..<1, using: &random) < 0.15
                // What counts as absent unless it was logged is simply not there on half of the days.
                let told = exposure.isAbsentUnlessLogged ? (isThere ? number : nil) : isMissing ? nil : number
                values[exposure, default: []].append(told)
            }
            var today = level + error - 0.05 * Double(day) / 7
            for (exposure, effect) in effects {
                guard day >= effect.lag, let index = Self.exposures.firstIndex(of: exposure) else { continue }
                if truth[index][day - effect.lag] { today += effect.points }
            }
            let isLogged = Double.random(in: 0..<1, using: &random) >= 0.1
            pain.append(isLogged ? min(max(today.rounded(), 0), 10) : nil)
        }
        return PatternDays(pain: pain, values: values, firstWeekday: .random(in: 1...7, using: &random))
    }

    /// A standard normal number (Box and Muller 1958).
    private static func normal(_ random: inout SplitMix64) -> Double {
        let length = Double.sqrt(-2 * Double.log(1 - Double.random(in: 0..<1, using: &random)))
        return length * Double.cos(2 * .pi * Double.random(in: 0..<1, using: &random))
    }
}
