public import UnknotRecord

/// Past forecasts, made again from what was known then, beside what came.
public struct ForecastReview: Hashable, Sendable {
    /// One number that was forecast, and the rating that came.
    public struct Line: Hashable, Sendable {
        /// How many days before today the forecast is made from.
        public let daysAgo: Int
        /// What it says.
        public let point: ForecastPoint
        /// The pain that came.
        public let came: Double
        /// The last pain that was known then, which is what "it stays as it is" would have said.
        public let stays: Double

        /// Whether the interval held it.
        public var isHeld: Bool { point.holds(came) }
    }

    /// How good forecasts so many days ahead were.
    public struct Score: Hashable, Sendable {
        /// Days ahead.
        public let horizon: Int
        /// Forecasts whose day was logged.
        public let count: Int
        /// How many of the intervals held what came.
        public let held: Int
        /// Mean distance from what came, in points.
        public let error: Double
        /// The same for "it stays as it is".
        public let staying: Double
    }

    /// How many past forecasts are made again, a week between two of them.
    public static let forecasts = 6
    /// Days ahead that are judged.
    public static let horizons = [1, 7, 14, 28]
    /// Logged days that a past forecast must have had at least.
    public static let fewest = 3

    /// Every number whose day was logged; the forecast from the longest ago first.
    public let lines: [Line]

    /// Makes past forecasts again. They know nothing of what came later, since they get only the days before it.
    ///
    /// - Parameter days: Every calendar day up to today, oldest first.
    /// - Complexity: As many forecasts as ``forecasts``.
    public init(_ days: [ForecastDay], by forecaster: Forecaster = Forecaster()) {
        var lines: [Line] = []
        // The furthest back first; the last one is a week old.
        for week in stride(from: Self.forecasts, through: 1, by: -1) {
            let known = days.dropLast(7 * week)
            let wanted = Self.horizons.filter { horizon in
                let place = known.count - 1 + horizon
                return place < days.count && days[place].pain != nil
            }
            guard !wanted.isEmpty, known.count(where: { $0.pain != nil }) >= Self.fewest,
                let stays = known.last(where: { $0.pain != nil })?.pain
            else { continue }
            let forecast = forecaster.forecast(Array(known), at: wanted)
            for point in forecast.pain {
                guard let came = days[known.count - 1 + point.day].pain else { continue }
                lines.append(Line(daysAgo: 7 * week, point: point, came: came, stays: stays))
            }
        }
        self.lines = lines
    }

    /// How good they were, for each number of days ahead that was judged at least once.
    public var scores: [Score] {
        Self.horizons.compactMap { horizon in
            let own = lines.filter { $0.point.day == horizon }
            guard !own.isEmpty else { return nil }
            func mean(_ distance: (Line) -> Double) -> Double {
                own.reduce(0) { $0 + distance($1) } / Double(own.count)
            }
            return Score(
                horizon: horizon, count: own.count, held: own.count(where: \.isHeld),
                error: mean { abs($0.point.expected - $0.came) }, staying: mean { abs($0.stays - $0.came) })
        }
    }
}
