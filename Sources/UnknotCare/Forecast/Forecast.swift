/// Where a rating is expected on one day: never one number alone.
public struct ForecastPoint: Hashable, Sendable {
    /// How many days ahead, from 1.
    public let day: Int
    /// Half of the belief is below, 0 to 10.
    public let median: Double
    /// The rating that comes nearest to all that may happen: the median, as a whole point for people who rate in whole
    /// points.
    public let expected: Double
    /// One chance in twenty that it is below this, 0 to 10.
    public let low: Double
    /// One chance in twenty that it is above this, 0 to 10.
    public let high: Double

    /// States where a rating is expected.
    public init(day: Int, median: Double, expected: Double, low: Double, high: Double) {
        (self.day, self.median, self.expected) = (day, median, expected)
        (self.low, self.high) = (low, high)
    }

    /// Whether a rating lies in the interval.
    public func holds(_ rating: Double) -> Bool { rating >= low - 1e-9 && rating <= high + 1e-9 }
}

/// How well the knot model describes the days of one person beside the plain ideas of a level and a recovery.
public struct KnotTheory: Hashable, Sendable {
    /// What may be said.
    public enum Fit: String, CaseIterable, Sendable {
        /// It was not asked: there are too few logged days.
        case notAsked = "not_asked"
        /// It was not asked: the ratings hardly differ.
        case nothingToExplain = "nothing_to_explain"
        /// It describes the days clearly better than plain ideas do.
        case fits
        /// It describes them about as well as plain ideas do.
        case unclear
        /// Plain ideas describe the days clearly better; the forecast hardly rests on it.
        case doesNotFit = "does_not_fit"
    }

    /// What may be said.
    public let fit: Fit
    /// How much of the forecast rests on it, 0 to 1.
    public let share: Double
    /// How many particles there are.
    public let particles: Int
    /// How many of them carry the weight.
    public let effective: Double
}

/// What the next days may bring.
public struct Forecast: Hashable, Sendable {
    /// On what it rests.
    public enum Basis: String, CaseIterable, Sendable {
        /// Nothing: nothing was ever logged, or too long ago. There is no forecast.
        case nothing
        /// One or two logged days: little more than how people's days usually go.
        case hardlyAnything = "hardly_anything"
        /// A few logged days: levels and recoveries, without the knot model.
        case plain
        /// Logged days enough to ask the knot model too.
        case knotModel = "knot_model"
    }

    /// On what it rests.
    public let basis: Basis
    /// Days with pain in the window.
    public let painDays: Int
    /// Days with tenderness in the window.
    public let tendernessDays: Int
    /// Days since the last logged day; nil when nothing was ever logged.
    public let silence: Int?
    /// Pain on the days asked for; empty without a forecast.
    public let pain: [ForecastPoint]
    /// Tenderness on the days asked for; empty where it was not pressed lately.
    public let tenderness: [ForecastPoint]
    /// What became of the knot model.
    public let theory: KnotTheory
    /// How many sessions a week are assumed to go on; those of the last two weeks.
    public let sessionsAWeek: Double
}
