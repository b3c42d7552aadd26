import SeededRandom
import Testing
import Unknot

@testable import UnknotCare

@Suite("Forecasts")
struct ForecasterTests {
    private static let ahead = [1, 7, 28]

    private static func days(_ pain: [Double?]) -> [ForecastDay] { pain.map { ForecastDay(pain: $0) } }

    private static func wild(_ seed: UInt64) -> [ForecastDay] {
        var random = SplitMix64(seed: seed)
        return (0..<Int.random(in: 1...70, using: &random)).map { _ in
            func rating() -> Double? {
                Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil
            }
            return ForecastDay(pain: rating(), tenderness: rating(), hadSession: Bool.random(using: &random))
        }
    }

    @Test("whatever was logged, numbers stay on the scale and in order, and are the same again", arguments: 1...6)
    func wildDays(seed: UInt64) {
        let days = Self.wild(seed)
        let forecast = Forecaster().forecast(days, at: Self.ahead)
        #expect(forecast == Forecaster().forecast(days, at: Self.ahead))
        for point in forecast.pain + forecast.tenderness {
            #expect(0 <= point.low && point.low <= point.median && point.median <= point.high && point.high <= 10)
            #expect(ForecastDay.scale.contains(point.expected))
        }
        let hasPain = days.suffix(ForecastParameters.longestSilence + 1).contains { $0.pain != nil }
        #expect(forecast.pain.map(\.day) == (hasPain ? Self.ahead : []))
    }

    @Test("without days, or long silent, there is no forecast", arguments: [0, 29, 200])
    func nothing(silence: Int) {
        let logged: [ForecastDay] = silence == 0 ? [] : Self.days([4, 5, 3])
        let forecast = Forecaster().forecast(logged + Array(repeating: ForecastDay(), count: silence))
        #expect(forecast.basis == .nothing && forecast.pain.isEmpty && forecast.tenderness.isEmpty)
        #expect(forecast.theory.fit == .notAsked)
        #expect(forecast.silence == (silence == 0 ? nil : silence))
    }

    @Test
    func `one day alone is believed in part, with a wide range`() throws {
        let forecast = Forecaster().forecast(Self.days([9]), at: [1, 28])
        #expect(forecast.basis == .hardlyAnything && forecast.theory.fit == .notAsked)
        let (soon, late) = (try #require(forecast.pain.first), try #require(forecast.pain.last))
        #expect(soon.median < 9 && late.median < soon.median && late.median > 4)
        #expect(soon.high - soon.low > 3 && late.high - late.low > soon.high - soon.low)
    }

    @Test("all at one end of the scale stays there, and is not called certain", arguments: [0.0, 10])
    func ends(rating: Double) {
        let forecast = Forecaster().forecast(Self.days(Array(repeating: rating, count: 40)), at: Self.ahead)
        for point in forecast.pain {
            #expect(point.expected == rating && point.holds(rating))
            #expect(point.high - point.low >= ForecastParameters.narrowest && point.high - point.low < 3)
        }
        // Whatever is flat would look like a success of the knot model.
        #expect(forecast.theory.fit == .nothingToExplain && forecast.theory.share == 0)
    }

    @Test
    func `a steady climb to the end of the scale makes nobody certain`() {
        let forecast = Forecaster().forecast(Self.days((0..<40).map { 0.25 * Double($0) }))
        for point in forecast.pain {
            #expect(point.high - point.low >= ForecastParameters.narrowest - 1e-9)
            #expect(point.low <= point.median && point.median <= point.high && point.high <= 10)
        }
    }

    @Test
    func `ups and downs around a level are not carried on, a wandering level is`() throws {
        var random = SplitMix64(seed: 3)
        var steady = (0..<56).map { _ in Double(Int.random(in: 3...5, using: &random)) }
        steady[55] = 8
        let back = try #require(Forecaster().forecast(Self.days(steady), at: [7]).pain.first)
        #expect(back.median < 5.5)
        // Eight for a fortnight after weeks of four is another level.
        let moved = Self.days(Array(repeating: 4, count: 42) + Array(repeating: 8, count: 14))
        let stays = try #require(Forecaster().forecast(moved, at: [7]).pain.first)
        #expect(stays.median > 6.5)
    }

    @Test
    func `an interval is wider further ahead`() {
        let pain = (0..<40).map { Double([4, 5, 3, 6, 4, 5, 2][$0 % 7]) }
        let widths = Forecaster().forecast(Self.days(pain)).pain.map { $0.high - $0.low }
        #expect(widths.count == 28)
        for (sooner, later) in zip(widths, widths.dropFirst()) { #expect(later > sooner - 0.15) }
        #expect(widths[27] > widths[0])
    }

    @Test
    func `a knot as the model has it is recognised, days against it are not`() throws {
        // A knot that goes on hurting and is then released: pain and tenderness fall together within days.
        var filter = KnotFilter(ForecastParameters(), seed: 9)
        filter.run(sessions: Array(repeating: false, count: 42), logged: ([], []), past: 0)
        let member = try #require(
            filter.particles.max { left, right in spread(left.pain) < spread(right.pain) })
        let like = zip(member.pain, member.tenderness).map { pain, tenderness in
            ForecastDay(pain: 1 + 1.2 * pain, tenderness: 1 + 1.1 * tenderness)
        }
        let known = Forecaster().forecast(like, at: [7]).theory
        #expect(known.share > 0.4 && known.fit != .doesNotFit)
        let steps = (0..<42).map { ForecastDay(pain: $0 % 14 < 7 ? 1 : 9) }
        #expect(Forecaster().forecast(steps, at: [7]).theory.share < known.share)
        #expect((1...Double(known.particles)).contains(known.effective))
    }

    private func spread(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }

    @Test
    func `without anything logged all particles count alike`() {
        var filter = KnotFilter(ForecastParameters())
        filter.run(sessions: [true, false, false], logged: ([], []), past: 3)
        #expect(abs(filter.effectiveSize - Double(filter.particles.count)) < 1e-6)
        #expect(abs(filter.wholeLogEvidence) < 1e-9)
        #expect(filter.particles.allSatisfy { $0.pain.count == 3 && $0.tenderness.count == 3 })
    }

    @Test
    func `sessions do something to the knots`() {
        func tenderness(_ sessions: Bool) -> Double {
            var filter = KnotFilter(ForecastParameters())
            filter.run(sessions: Array(repeating: sessions, count: 14), logged: ([], []), past: 0)
            return filter.particles.reduce(0) { $0 + ($1.tenderness.last ?? 0) } / Double(filter.particles.count)
        }
        #expect(tenderness(true) < tenderness(false))
    }
}
