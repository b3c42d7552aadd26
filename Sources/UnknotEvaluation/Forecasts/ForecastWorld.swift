import RealModule
import SeededRandom
import Unknot

/// A kind of simulated people whose days go on after the forecast was made.
struct ForecastWorld: Sendable {
    /// Where it belongs in the report.
    enum Group: String, CaseIterable, Sendable {
        /// Made up here; each kind breaks some assumption of the forecast.
        case simulated
        /// Whose mean pain follows a published course.
        case published
    }

    /// One person: the days that were lived, and how many of them were logged before the forecast.
    struct Person: Sendable {
        /// Every day, what was to come included; days without a log have no rating.
        let days: [ForecastDay]
        /// How many of them the forecast knows.
        let known: Int
    }

    let group: Group
    let title: String
    /// One person with days enough to judge a forecast of four weeks.
    let draw: @Sendable (inout SplitMix64) -> Person

    /// Days that a forecast is judged on.
    static let horizons = [1, 7, 14, 28]
    /// Day-to-day deviation within a person, in points (Page and others 2022).
    static let deviation = 1.2

    /// People whose pain goes along a curve with days that go with their neighbours: rounded, a fifth of the logs lost.
    ///
    /// - Parameter curve: From the number of days to pain on each, before chance.
    static func alongCurve(
        _ group: Group, _ title: String, history: ClosedRange<Int> = 14...56, missing: Double = 0.2,
        correlation: ClosedRange<Double> = 0.2...0.6, deviation: Double = Self.deviation,
        _ curve: @escaping @Sendable (Int, inout SplitMix64) -> [Double]
    ) -> Self {
        Self(group: group, title: title) { random in
            let known = Int.random(in: history, using: &random)
            let count = known + ForecastParameters.furthest
            let level = curve(count, &random)
            let phi = Double.random(in: correlation, using: &random)
            let pain = ratings(level, correlation: phi, deviation: deviation, &random)
            // A knot that hurts more is more tender too, on a scale of its own.
            let gain = Double.random(in: 0.6...1.2, using: &random)
            let shift = Double.random(in: 0...2, using: &random)
            let tenderness = ratings(
                level.map { shift + gain * $0 }, correlation: phi / 2, deviation: deviation, &random)
            return person(pain, tenderness, known: known, missing: missing, &random)
        }
    }

    /// Ratings around a level, rounded to whole points from 0 to 10.
    static func ratings(
        _ level: [Double], correlation: Double, deviation: Double, _ random: inout SplitMix64
    ) -> [Double] {
        var error = deviation * SimulatedDays.normal(&random)
        let innovation = deviation * Double.sqrt(1 - correlation * correlation)
        return level.enumerated().map { day, value in
            if day > 0 { error = correlation * error + innovation * SimulatedDays.normal(&random) }
            return min(max((value + error).rounded(), 0), 10)
        }
    }

    /// A person who loses some logs before the forecast, presses the knot every third day or so and holds sessions.
    static func person(
        _ pain: [Double], _ tenderness: [Double], known: Int, missing: Double, sessions: [Bool]? = nil,
        _ random: inout SplitMix64
    ) -> Person {
        let days = pain.indices.map { day in
            // What is to come is always known to the judge, and the last day before it to the person.
            let isLost = day < known - 1 && Double.random(in: 0..<1, using: &random) < missing
            let isPressed = day >= known - 1 || Double.random(in: 0..<1, using: &random) < 0.35
            let hadSession = sessions?[day] ?? (Double.random(in: 0..<1, using: &random) < 0.3)
            return ForecastDay(
                pain: isLost ? nil : pain[day], tenderness: isPressed ? tenderness[day] : nil,
                hadSession: hadSession)
        }
        return Person(days: days, known: known)
    }
}
