import RealModule
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("A level that wanders")
struct WanderPathTests {
    private static let level = NormalBelief(mean: 4, deviation: 2.5)

    /// The probability of a few days by their joint normal distribution, without any filter: the covariance of two days is
    /// v + ω²·(the earlier one's distance from the first), and σ² more with itself.
    private static func direct(_ days: [LoggedDay], step: Double, noise: Double) -> Double {
        let count = days.count
        var covariance = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for (row, left) in days.enumerated() {
            for (column, right) in days.enumerated() {
                let shared = Double(min(left.index, right.index) - days[0].index)
                covariance[row][column] =
                    level.deviation * level.deviation + step * step * shared + (row == column ? noise * noise : 0)
            }
        }
        var rest = days.map { $0.value - level.mean }
        var (logDeterminant, quadratic) = (0.0, 0.0)
        // Gaussian elimination: pivots give the determinant, and what is left of the misses the quadratic form.
        for pivot in 0..<count {
            let size = covariance[pivot][pivot]
            logDeterminant += Double.log(size)
            quadratic += rest[pivot] * rest[pivot] / size
            for row in (pivot + 1)..<max(count, pivot + 1) {
                let share = covariance[row][pivot] / size
                rest[row] -= share * rest[pivot]
                for column in pivot..<count { covariance[row][column] -= share * covariance[pivot][column] }
            }
        }
        return -0.5 * (Double(count) * .log(2 * .pi) + logDeterminant + quadratic)
    }

    @Test("the filter gives the probability of the joint normal distribution", arguments: 1...5)
    func evidence(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (day, days) = (3, [LoggedDay]())
        for _ in 0..<9 {
            days.append(LoggedDay(index: day, value: Double(Int.random(in: 0...10, using: &random))))
            day += Int.random(in: 1...6, using: &random)
        }
        var path = WanderPath(Self.level)
        for day in days { path.add(day) }
        var place = 0
        for step in WanderPath.steps {
            for (noise, spread) in zip(DayGrid.noises, DayGrid.spreads) {
                let belief = spread.logBelief - Double.log(Double(WanderPath.steps.count))
                let expected = belief + Self.direct(days, step: step, noise: noise)
                #expect(abs(path.parts[place].logWeight - expected) < 1e-8 * abs(expected))
                place += 1
            }
        }
        #expect(place == path.parts.count)
    }

    @Test
    func `beforehand nothing is known but the level, and a day ahead is known better than a month ahead`() throws {
        var path = WanderPath(Self.level)
        #expect(abs(path.logEvidence) < 1e-9)
        for day in 0..<30 { path.add(LoggedDay(index: day, value: 6)) }
        for part in path.parts {
            let (soon, late) = (path.expected(part, gap: 1), path.expected(part, gap: 28))
            #expect(soon.mean == late.mean && abs(soon.mean - 6) < 0.5)
            #expect(late.variance > soon.variance)
        }
    }
}
