/// How much of a day trial there is.
public struct DayTrialCounts: Hashable, Sendable {
    /// Days of one kind.
    public struct Days: Hashable, Sendable {
        /// Days that were drawn.
        public internal(set) var drawn = 0
        /// Those of them that were logged.
        public internal(set) var logged = 0

        /// Share of the days that were logged; 0 of no days.
        public var loggedShare: Double { drawn > 0 ? Double(logged) / Double(drawn) : 0 }
    }

    /// Days with the routine.
    public let routine: Days
    /// Days without it.
    public let usual: Days
    /// Days of a period, if the days come in periods of one length.
    public let period: Int?
    /// Complete pairs of periods, logged or not.
    public let pairs: Int
    /// Days up to the end of the last complete pair.
    public let daysInPairs: Int
    /// Share of the days, among those of which it is known, on which what was drawn was done.
    public let followedShare: Double?
    /// Ratings of exactly 0.
    public let ratingsAtLowEnd: Int
    /// Ratings of exactly 10.
    public let ratingsAtHighEnd: Int

    /// Logged days.
    public var logged: Int { routine.logged + usual.logged }
    /// All days.
    public var days: Int { routine.drawn + usual.drawn }

    /// Counts the days of one kind.
    public subscript(arm: DayTrial.Arm) -> Days {
        switch arm {
        case .routine: routine
        case .usual: usual
        }
    }

    /// Counts a trial.
    public init(_ trial: DayTrial) {
        var routine = Days()
        var usual = Days()
        var ends = (low: 0, high: 0)
        for (isRoutine, rating) in zip(trial.assigned, trial.ratings) {
            let logged = rating == nil ? 0 : 1
            if isRoutine {
                routine.drawn += 1
                routine.logged += logged
            } else {
                usual.drawn += 1
                usual.logged += logged
            }
            if rating == DayTrial.scale.lowerBound { ends.low += 1 }
            if rating == DayTrial.scale.upperBound { ends.high += 1 }
        }
        self.routine = routine
        self.usual = usual
        ratingsAtLowEnd = ends.low
        ratingsAtHighEnd = ends.high
        let known = zip(trial.assigned, trial.done ?? []).compactMap { drawn, done in done.map { $0 == drawn } }
        followedShare = known.isEmpty ? nil : Double(known.count(where: \.self)) / Double(known.count)
        let runs = Self.runs(of: trial.assigned)
        if let period = trial.period ?? runs.first, let pairs = Self.pairs(in: trial.assigned, period: period) {
            self.period = period
            self.pairs = pairs
            daysInPairs = 2 * period * pairs
        } else {
            // Drawn in another way: each return to the other kind of days and back counts.
            period = nil
            pairs = runs.count / 2
            daysInPairs = runs.prefix(runs.count / 2 * 2).reduce(0, +)
        }
    }

    /// Lengths of the runs of equal days.
    private static func runs(of assigned: [Bool]) -> [Int] {
        var runs: [Int] = []
        var last: Bool?
        for isRoutine in assigned {
            if isRoutine == last { runs[runs.count - 1] += 1 } else { runs.append(1) }
            last = isRoutine
        }
        return runs
    }

    /// Complete pairs, or nothing when some block of two periods is no pair.
    private static func pairs(in assigned: [Bool], period: Int) -> Int? {
        for start in stride(from: 0, to: assigned.count, by: 2 * period) {
            let first = assigned[start..<min(start + period, assigned.count)]
            let second = assigned[first.endIndex..<min(start + 2 * period, assigned.count)]
            let kind = assigned[start]
            guard first.allSatisfy({ $0 == kind }), second.allSatisfy({ $0 != kind }) else { return nil }
        }
        return assigned.count / (2 * period)
    }

    /// Everything that is missing for a verdict, or nothing.
    public var shortfalls: [DayTrialShortfall] {
        var found: [DayTrialShortfall] = []
        if pairs < DayTrialMinimum.pairs { found.append(.pairs(complete: pairs, needed: DayTrialMinimum.pairs)) }
        if logged < DayTrialMinimum.days { found.append(.days(logged: logged, needed: DayTrialMinimum.days)) }
        for arm in DayTrial.Arm.allCases where self[arm].logged < DayTrialMinimum.daysOfArm {
            found.append(.daysOfArm(arm, logged: self[arm].logged, needed: DayTrialMinimum.daysOfArm))
        }
        for arm in DayTrial.Arm.allCases
        where self[arm].drawn > 0 && self[arm].loggedShare < DayTrialMinimum.loggedShare {
            found.append(.gaps(arm, loggedShare: self[arm].loggedShare, needed: DayTrialMinimum.loggedShare))
        }
        let difference = abs(routine.loggedShare - usual.loggedShare)
        if routine.drawn > 0, usual.drawn > 0, difference > DayTrialMinimum.shareDifference + 1e-12 {
            found.append(.unevenGaps(difference: difference, allowed: DayTrialMinimum.shareDifference))
        }
        let ends = ratingsAtLowEnd + ratingsAtHighEnd
        if logged > 0, Double(ends) > DayTrialMinimum.scaleEnds * Double(logged) {
            let share = Double(ends) / Double(logged)
            found.append(
                ratingsAtLowEnd >= ratingsAtHighEnd
                    ? .painTooLow(share: share, allowed: DayTrialMinimum.scaleEnds)
                    : .painTooHigh(share: share, allowed: DayTrialMinimum.scaleEnds))
        }
        return found
    }

    /// Whether what was drawn was done too rarely to take the result as it is.
    public var isPoorlyFollowed: Bool { followedShare.map { $0 < DayTrialMinimum.followedShare } ?? false }
}
