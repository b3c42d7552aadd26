import RealModule

/// The record of a day trial: what was drawn for each day, and how the day was.
///
/// Days are calendar days in order, without a gap: a day that was not logged is there without a rating, because what was
/// done on it still reaches into the next days.
public struct DayTrial: Hashable, Sendable {
    /// The two kinds of days.
    public enum Arm: String, CaseIterable, Hashable, Sendable {
        /// Days with the routine.
        case routine
        /// Days as usual, without it.
        case usual
    }

    /// What is wrong with a record.
    public enum Problem: Error, Hashable, Sendable {
        /// Another list has not one entry for each day.
        case lengthsDiffer(days: Int, list: String, entries: Int)
        /// A rating is not a number from 0 to 10.
        case badRating(day: Int)
        /// More covariates than may be chosen.
        case tooManyCovariates(Int)
        /// A covariate is neither 0 nor 1 on a logged day, or is missing there.
        case badCovariate(index: Int, day: Int)
        /// A period has less than one day.
        case badPeriod(Int)
    }

    /// For each day whether the routine was drawn.
    public let assigned: [Bool]
    /// For each day the average pain of the last 24 hours, 0 to 10 (fewer is better), or `nil` when it was not logged.
    public let ratings: [Double?]
    /// At most two things chosen before the start that may change pain by themselves, 0 or 1 on each day (a workday, bad
    /// sleep); `nil` is allowed on days that were not logged.
    public let covariates: [[Double?]]
    /// For each day whether the routine was really done; `nil` where nobody knows. `nil` for all when it was not asked.
    public let done: [Bool?]?
    /// How many days a period has, if known. Without it the first run of equal days is taken as one period, which is right
    /// for pairs drawn by lot.
    public let period: Int?

    /// The most covariates: more would be a search for something that fits.
    public static let mostCovariates = 2
    /// The scale of a rating.
    public static let scale = 0.0...10.0

    /// Checks a record.
    ///
    /// - Throws: ``Problem`` for the first thing that is wrong.
    public init(
        assigned: [Bool],
        ratings: [Double?],
        covariates: [[Double?]] = [],
        done: [Bool?]? = nil,
        period: Int? = nil
    ) throws(Problem) {
        func check(_ list: String, _ entries: Int) throws(Problem) {
            guard entries == assigned.count else {
                throw .lengthsDiffer(days: assigned.count, list: list, entries: entries)
            }
        }
        try check("y", ratings.count)
        for (day, rating) in ratings.enumerated() {
            guard rating.map(Self.scale.contains) ?? true else { throw .badRating(day: day) }
        }
        guard covariates.count <= Self.mostCovariates else { throw .tooManyCovariates(covariates.count) }
        for (index, covariate) in covariates.enumerated() {
            try check("z[\(index)]", covariate.count)
            for (day, value) in covariate.enumerated() {
                let isGood = value.map { $0 == 0 || $0 == 1 } ?? (ratings[day] == nil)
                guard isGood else { throw .badCovariate(index: index, day: day) }
            }
        }
        if let done { try check("done", done.count) }
        if let period, period < 1 { throw .badPeriod(period) }
        self.assigned = assigned
        self.ratings = ratings
        self.covariates = covariates
        self.done = done
        self.period = period
    }

    /// The same days as they were really done; as drawn where nobody knows. `nil` when it was not asked.
    public var asDone: DayTrial? {
        guard let done else { return nil }
        return try? DayTrial(
            assigned: zip(done, assigned).map { $0 ?? $1 }, ratings: ratings, covariates: covariates, period: period)
    }

    /// How much of the routine is felt on each day, 0 to 1, when it builds up and fades with a half-life.
    ///
    ///     x̃_t = (1 − λ)·x_t + λ·x̃_(t−1),   λ = 2^(−1/h)
    ///
    /// - Parameter halfLife: In days, at least 0; 0 for no carry-over.
    func exposure(halfLife: Double) -> [Double] {
        let kept = halfLife > 0 ? Double.exp2(-1 / halfLife) : 0
        var last = 0.0
        return assigned.map { isRoutine in
            last = (isRoutine ? 1 - kept : 0) + kept * last
            return last
        }
    }
}
