/// How a day trial is laid out, and when it may begin.
public struct DayTrialDesign: Hashable, Sendable {
    /// Days of a period.
    public let period: Int
    /// Pairs of periods, one with the routine and one without.
    public let pairs: Int
    /// Days that are only logged before the first period.
    public let runIn: Int

    /// What is wrong with a design.
    public struct Problem: Error, Hashable, Sendable {
        /// The number: `period`, `pairs` or `run_in`.
        public let field: String
        /// What it was.
        public let found: Int
        /// What it may be.
        public let allowed: ClosedRange<Int>
    }

    /// Days of a period that may be chosen.
    public static let periods = 1...14
    /// Pairs that may be chosen: below three there is no verdict.
    public static let pairsAllowed = 3...20
    /// Days of logging before.
    public static let runIns = 5...14

    /// Eight weeks, seven pairs of four days: finds an effect of about one point.
    public static let usual = Self(unchecked: 4, 7)
    /// Thirty-two days, four pairs of four days: only when an effect of about two points is expected.
    public static let short = Self(unchecked: 4, 4)
    /// Eight weeks, four pairs of seven days: when what is done today still works days later.
    public static let slow = Self(unchecked: 7, 4)

    /// Checks a design.
    public init(period: Int, pairs: Int, runIn: Int = 5) throws(Problem) {
        for (field, value, allowed) in [
            ("period", period, Self.periods), ("pairs", pairs, Self.pairsAllowed), ("run_in", runIn, Self.runIns),
        ] where !allowed.contains(value) {
            throw Problem(field: field, found: value, allowed: allowed)
        }
        self.period = period
        self.pairs = pairs
        self.runIn = runIn
    }

    private init(unchecked period: Int, _ pairs: Int) {
        self.period = period
        self.pairs = pairs
        runIn = 5
    }

    /// Days from the first period to the last.
    public var days: Int { 2 * period * pairs }

    /// Whether the days with the routine may begin.
    public enum Start: Hashable, Sendable {
        /// They may.
        case ready
        /// So many more days are only logged.
        case logOn(days: Int)
        /// Pain is much above what is usual for this person: it would fall by itself and make anything look good.
        case waitForFlare(pain: Double, median: Double)
    }

    /// Points above the person's median from which on a day is a flare.
    public static let flare = 2.0

    /// Says whether a trial may begin, from the days logged before it.
    ///
    /// - Parameter ratings: One for each day up to today, 0 to 10, `nil` where nothing was logged.
    public func start(after ratings: [Double?]) -> Start {
        let logged = ratings.compactMap(\.self)
        guard logged.count >= runIn, let last = logged.last else { return .logOn(days: runIn - logged.count) }
        // Without a word of today nobody knows whether there is a flare.
        guard ratings.last.flatMap(\.self) != nil else { return .logOn(days: 1) }
        let median = Self.median(logged)
        return last >= median + Self.flare ? .waitForFlare(pain: last, median: median) : .ready
    }

    private static func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
}
