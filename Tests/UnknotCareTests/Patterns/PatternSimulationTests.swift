import Foundation
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("How often patterns are right")
struct PatternSimulationTests {
    /// What came of many simulated people.
    private struct Figures {
        var people = 0
        /// Mean over people of the share of false ones among those listed; nobody listed counts as none.
        var falseShare = 0.0
        /// Share of people of whom anything false was listed.
        var anyFalse = 0.0
        /// True ones that were listed, as a share of those that there are.
        var found = 0.0
    }

    private static let people = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] == nil ? 100 : 2_000

    private func run(_ world: SimulatedPatterns, seed: UInt64, _ name: String) -> Figures {
        var random = SplitMix64(seed: seed)
        var figures = Figures(people: Self.people)
        for _ in 0..<Self.people {
            let patterns = PatternModel().report(world.draw(&random)).patterns
            // The right exposure at a neighbouring distance is as good: nobody is misled by it.
            let wrong = patterns.count { pattern in
                guard let effect = world.effects[pattern.exposure] else { return true }
                return (effect.points > 0) != (pattern.difference > 0)
            }
            let share = 1 / Double(Self.people)
            figures.falseShare += share * Double(wrong) / Double(max(1, patterns.count))
            figures.anyFalse += wrong > 0 ? share : 0
            figures.found += share * Double(patterns.count - wrong) / Double(max(1, world.effects.count))
        }
        if Self.people > 100 {
            print("\(name): false \(figures.falseShare), any false \(figures.anyFalse), found \(figures.found)")
        }
        return figures
    }

    /// Three Monte Carlo errors above the promised share.
    private var limit: Double {
        PatternModel.falseShare + 3 * (PatternModel.falseShare * 0.9 / Double(Self.people)).squareRoot()
    }

    @Test("where nothing matters, few people are shown anything", arguments: [45, 180])
    func nothing(days: Int) {
        let figures = run(SimulatedPatterns(days: days), seed: 1, "nothing, \(days) days")
        #expect(figures.anyFalse <= limit)
    }

    @Test("pain that drives sleep and stress is not taken for the opposite")
    func reverse() {
        let figures = run(SimulatedPatterns(days: 180, reverse: 0.7), seed: 2, "pain drives, 180 days")
        #expect(figures.anyFalse <= limit)
    }

    @Test("of what is listed no more is false than promised, and a large effect is found")
    func mixed() {
        let one = run(
            SimulatedPatterns(days: 180, effects: [.highStress: (1, 1)], reverse: 0.3), seed: 3,
            "one of 1 point, 180 days")
        #expect(one.falseShare <= limit)
        #expect(one.found >= 0.6)
        let three = run(
            SimulatedPatterns(
                days: 300, effects: [.shortSleep: (0, 0.8), .heavyLoad: (1, 0.8), .exercise: (1, -0.8)]), seed: 4,
            "three of 0.8, 300 days")
        #expect(three.falseShare <= limit)
        #expect(three.found >= 0.5)
    }
}
