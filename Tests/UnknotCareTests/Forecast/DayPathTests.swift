import RealModule
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Days held against an idea")
struct DayPathTests {
    /// The log of a multivariate normal density by Cholesky: the slow and obvious way.
    private static func logDensity(_ values: [Double], mean: [Double], covariance: [[Double]]) -> Double {
        let count = values.count
        var factor = covariance
        var rest = zip(values, mean).map { $0 - $1 }
        var log = -Double(count) / 2 * Double.log(2 * .pi)
        for row in 0..<count {
            for column in 0...row {
                var value = covariance[row][column]
                for inner in 0..<column { value -= factor[row][inner] * factor[column][inner] }
                factor[row][column] = row == column ? .sqrt(value) : value / factor[column][column]
            }
            for inner in 0..<row { rest[row] -= factor[row][inner] * rest[inner] }
            rest[row] /= factor[row][row]
            log -= .log(factor[row][row]) + rest[row] * rest[row] / 2
        }
        return log
    }

    private static let priors = DayPath.Priors(
        level: NormalBelief(mean: 3, deviation: 2), curve: NormalBelief(mean: 1, deviation: 0.5))

    private static func days(_ seed: UInt64) -> (logged: [LoggedDay], curve: [Double]) {
        var random = SplitMix64(seed: seed)
        let curve = (0..<40).map { _ in Double.random(in: 0...4, using: &random) }
        let logged = (0..<40).filter { _ in Bool.random(using: &random) }
            .map { LoggedDay(index: $0, value: Double(Int.random(in: 0...10, using: &random))) }
        return (logged, curve)
    }

    private static func path(_ logged: some Sequence<LoggedDay>, _ curve: [Double]) -> DayPath {
        var path = DayPath()
        for day in logged { path.add(day, curve: curve[day.index]) }
        return path
    }

    /// Mean and covariance of ratings on some days before anything is known.
    private static func belief(_ days: [Int], _ curve: [Double], _ part: DayPath.Part) -> ([Double], [[Double]]) {
        let correlation = DayGrid.correlations[part.correlation]
        let stationary = part.noise * part.noise / (1 - correlation * correlation)
        let (level, slope) = (priors.level, priors.curve)
        let mean = days.map { level.mean + slope.mean * curve[$0] }
        let covariance = days.map { first in
            days.map { second in
                let near = Double.pow(correlation, abs(first - second))
                return level.deviation * level.deviation
                    + slope.deviation * slope.deviation * curve[first] * curve[second]
                    + stationary * (first == second ? 1 : near)
            }
        }
        return (mean, covariance)
    }

    @Test("the weight of every part is the density of the days", arguments: [1, 2, 3] as [UInt64])
    func evidence(seed: UInt64) throws {
        let (logged, curve) = Self.days(seed)
        let parts = Self.path(logged, curve).parts(Self.priors)
        #expect(parts.count > 3)
        for part in parts {
            let (mean, covariance) = Self.belief(logged.map(\.index), curve, part)
            let density = Self.logDensity(logged.map(\.value), mean: mean, covariance: covariance)
            let prior =
                DayGrid.correlationBeliefs[part.correlation]
                + (try #require(zip(DayGrid.noises, DayGrid.spreads).first { $0.0 == part.noise }).1.logBelief)
            // About 20 days: rounding stays far below what a forecast could show.
            #expect(abs(part.logWeight - prior - density) < 1e-8)
        }
    }

    @Test("what is expected is the conditional mean and variance", arguments: [4, 5] as [UInt64], [1, 9])
    func prediction(seed: UInt64, ahead: Int) throws {
        let (all, curve) = Self.days(seed)
        let logged = all.filter { $0.index < 30 }
        let path = Self.path(logged, curve)
        let last = try #require(logged.last)
        for part in path.parts(Self.priors) {
            let found = path.expected(part, gap: ahead, curve: curve[last.index + ahead])
            // The density of the days with one more, as a function of that one, gives its mean and variance.
            let days = logged.map(\.index) + [last.index + ahead]
            let (mean, covariance) = Self.belief(days, curve, part)
            func density(_ value: Double) -> Double {
                Self.logDensity(logged.map(\.value) + [value], mean: mean, covariance: covariance)
            }
            let (low, middle, high) = (density(found.mean - 1), density(found.mean), density(found.mean + 1))
            #expect(abs(low - high) < 1e-7)
            let variance = -1 / (low + high - 2 * middle)
            #expect(abs(found.variance - ForecastParameters.rounding - variance) < 1e-6 * variance)
        }
    }

    @Test
    func `nothing logged says nothing`() {
        #expect(abs(DayPath().logEvidence(Self.priors)) < 1e-12)
    }
}
