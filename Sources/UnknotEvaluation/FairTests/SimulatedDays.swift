import RealModule
import SeededRandom
import Unknot

/// Simulated people who take part in a day trial of which the truth is known.
///
/// Pain is rounded to whole points from 0 to 10; its day-to-day deviation within one person is 1.2 points (Page and others
/// 2022). What the evidence file leaves open is chosen here: pain starts at 5, and the trend counts from the first day.
struct SimulatedDays: Sendable {
    /// Which logs get lost beside those lost by chance.
    enum Loss: Sendable {
        /// None.
        case none
        /// Days with less pain than this person usually has, with a probability.
        case goodDays(Double)
        /// Days with more.
        case badDays(Double)
    }

    /// Days of a period.
    var period = 4
    /// Pairs of periods.
    var pairs = 7
    /// What the routine truly changes, in points.
    var effect = 0.0
    /// Half-life of what is carried over, in days.
    var halfLife = 0.0
    /// What changes by itself, in points a week.
    var trend = -0.2
    /// The autocorrelation is drawn evenly from here.
    var autocorrelation = 0.2...0.6
    /// Day-to-day deviation within a person, in points.
    var deviation = 1.2
    /// Share of logs lost by chance.
    var missing = 0.1
    /// Which others get lost.
    var loss = Loss.none
    /// Pain on the first day without the routine, in points.
    var level = 5.0

    /// Days of the whole trial.
    var days: Int { 2 * period * pairs }

    /// A trial with its arms drawn pair by pair.
    func draw(_ random: inout SplitMix64) -> (assigned: [Bool], ratings: [Double?]) {
        let bytes = (0..<8).map { _ in UInt8.random(in: 0...255, using: &random) }
        // Eight bytes are enough for 64 pairs.
        let assigned = (try? FairTestSchedule.days(period: period, pairs: pairs, random: bytes)) ?? []
        var ratings: [Double?] = pain(assigned, &random)
        let middle = Self.median(ratings.compactMap(\.self))
        for day in ratings.indices {
            guard let rating = ratings[day] else { continue }
            let isLost =
                switch loss {
                case .none: false
                case .goodDays(let share): rating < middle && Double.random(in: 0..<1, using: &random) < share
                case .badDays(let share): rating > middle && Double.random(in: 0..<1, using: &random) < share
                }
            if isLost || Double.random(in: 0..<1, using: &random) < missing { ratings[day] = nil }
        }
        return (assigned, ratings)
    }

    /// Pain on every day, rounded to whole points.
    func pain(_ assigned: [Bool], _ random: inout SplitMix64) -> [Double] {
        let correlation =
            autocorrelation.lowerBound < autocorrelation.upperBound
            ? Double.random(in: autocorrelation, using: &random) : autocorrelation.lowerBound
        let kept = halfLife > 0 ? Double.exp2(-1 / halfLife) : 0
        let innovation = deviation * Double.sqrt(1 - correlation * correlation)
        var error = deviation * Self.normal(&random)
        var exposure = 0.0
        return assigned.enumerated().map { (day: Int, isRoutine: Bool) -> Double in
            if day > 0 { error = correlation * error + innovation * Self.normal(&random) }
            exposure = kept * exposure + (isRoutine ? 1 - kept : 0)
            let drift = trend * Double(day) / 7
            let pain = level + drift + effect * exposure + error
            return min(max(pain.rounded(), 0), 10)
        }
    }

    /// Periods in turn, the routine first: what people do who do not draw lots.
    static func alternating(period: Int, days: Int) -> [Bool] {
        (0..<days).map { ($0 / period).isMultiple(of: 2) }
    }

    /// A standard normal number (Box and Muller 1958).
    static func normal(_ random: inout SplitMix64) -> Double {
        let length = Double.sqrt(-2 * Double.log(1 - Double.random(in: 0..<1, using: &random)))
        let angle = 2 * Double.pi * Double.random(in: 0..<1, using: &random)
        return length * Double.cos(angle)
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }
}
