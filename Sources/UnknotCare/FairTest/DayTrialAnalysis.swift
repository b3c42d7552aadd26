/// Everything that is said of a day trial: the numbers, the verdict or why there is none, and whether to go on.
public struct DayTrialAnalysis: Hashable, Sendable {
    /// Whether the trial goes on.
    public enum Look: String, Hashable, Sendable {
        /// The next look is at the end of a pair that is not complete yet; nothing is decided in between.
        case notDue = "not_due"
        /// A pair is complete and nothing calls for a stop.
        case goOn = "go_on"
        /// The routine likely makes it worse: stop now.
        case stopForHarm = "stop_worse"
        /// The routine likely helps: the trial may end now.
        case stopForHelp = "stop_helps"
    }

    /// How much data there is.
    public let counts: DayTrialCounts
    /// The numbers by what was drawn, under the sceptical prior unless another one was asked for.
    public let posterior: DayTrialPosterior
    /// The same by what was really done: a side note, since people do less on bad days. `nil` when it was not asked or
    /// agrees with what was drawn on all days.
    public let asDone: DayTrialPosterior?
    /// Why there is no verdict; empty when there is one.
    public let shortfalls: [DayTrialShortfall]
    /// All verdicts that hold, the most telling first; empty while something is missing or under another prior.
    public let verdicts: [DayTrialVerdict]
    /// Whether the trial goes on.
    public let look: Look

    /// Analyses a trial.
    ///
    /// - Parameters:
    ///   - trial: The days so far.
    ///   - prior: Another belief about the effect than the sceptical one gives numbers for ranking, and no verdict.
    public init(_ trial: DayTrial, prior: NormalBelief? = nil) {
        let model = DayTrialModel(priors: DayTrialPriors(effect: prior ?? DayTrialPriors.sceptical))
        counts = DayTrialCounts(trial)
        posterior = model.posterior(of: trial)
        asDone = trial.asDone.flatMap { done in
            done.assigned == trial.assigned ? nil : model.posterior(of: done)
        }
        shortfalls = counts.shortfalls
        let mayJudge = shortfalls.isEmpty && prior == nil
        verdicts = mayJudge ? DayTrialVerdict.all(for: posterior.effect) : []
        look = Self.look(counts, verdicts)
    }

    /// The first of ``verdicts``.
    public var verdict: DayTrialVerdict? { verdicts.first }

    /// Looks are after pair 3 and after each later one; a stop for harm is allowed at each, one for help after pair 4.
    ///
    /// Looking more often finds help where there is none: every look is a chance to be fooled.
    private static func look(_ counts: DayTrialCounts, _ verdicts: [DayTrialVerdict]) -> Look {
        guard counts.pairs >= firstLook, counts.daysInPairs == counts.days else { return .notDue }
        if verdicts.contains(.likelyWorse) { return .stopForHarm }
        if counts.pairs >= firstStopForHelp, verdicts.contains(.likelyHelps) { return .stopForHelp }
        return .goOn
    }

    /// Complete pairs at the first look.
    public static let firstLook = 3
    /// Complete pairs from which a trial may end because the routine likely helps.
    public static let firstStopForHelp = 4
}
