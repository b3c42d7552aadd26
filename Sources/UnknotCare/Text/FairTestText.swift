public import UnknotAtlas

/// Puts fair tests into words for the person: never more than the rules allow, always with interval and days.
public struct FairTestText: Sendable {
    private let phrases: Phrasebook

    /// Uses the sentences of an atlas.
    public init(_ atlas: Atlas) {
        phrases = atlas.phrases
    }

    // MARK: Day trials

    /// The verdict in the words of the rules, or that there is none yet.
    public func verdict(_ analysis: DayTrialAnalysis) -> String {
        guard let verdict = analysis.verdict else { return phrases("fair_test_no_verdict") }
        return words(verdict, analysis.posterior.effect)
    }

    /// Every verdict that holds, in the words of the rules.
    public func verdicts(_ analysis: DayTrialAnalysis) -> [String] {
        analysis.verdicts.map { words($0, analysis.posterior.effect) }
    }

    private func words(_ verdict: DayTrialVerdict, _ effect: NormalMixture) -> String {
        let interval = effect.interval()
        return phrases(
            "fair_test_\(verdict.rawValue)",
            ["low": Self.points(interval.lowerBound), "high": Self.points(interval.upperBound)])
    }

    /// What the routine seems to change, with its interval and the days it stands on; only the interval and the days while
    /// too little is known for a verdict.
    public func effect(_ analysis: DayTrialAnalysis) -> String {
        let effect = analysis.posterior.effect
        let interval = effect.interval()
        let counts = analysis.counts
        // While something is missing even the direction would be a claim.
        let isNone = Self.points(abs(effect.mean)) == "0.0"
        let direction = isNone ? "none" : effect.mean > 0 ? "more" : "less"
        let kind = analysis.shortfalls.isEmpty ? direction : "open"
        return phrases(
            "fair_test_effect_\(kind)",
            [
                "points": Self.points(abs(effect.mean)), "low": Self.points(interval.lowerBound),
                "high": Self.points(interval.upperBound), "logged": "\(counts.logged)", "days": "\(counts.days)",
                "routine": "\(counts.routine.logged)", "usual": "\(counts.usual.logged)",
            ])
    }

    /// Why there is no verdict.
    public func shortfall(_ shortfall: DayTrialShortfall) -> String {
        switch shortfall {
        case .pairs(let complete, let needed): counted("fair_test_few_pairs", complete, needed)
        case .days(let logged, let needed): counted("fair_test_few_days", logged, needed)
        case .daysOfArm(let arm, let logged, let needed):
            counted("fair_test_few_days_\(arm.rawValue)", logged, needed)
        case .gaps(let arm, let share, let needed):
            phrases(
                "fair_test_gaps_\(arm.rawValue)", ["share": Self.percent(share), "needed": Self.percent(needed)])
        case .unevenGaps(let difference, let allowed):
            phrases(
                "fair_test_uneven_gaps",
                ["difference": Self.percent(difference), "allowed": Self.percent(allowed)])
        case .painTooLow(let share, _): phrases("fair_test_pain_too_low", ["share": Self.percent(share)])
        case .painTooHigh(let share, _): phrases("fair_test_pain_too_high", ["share": Self.percent(share)])
        }
    }

    private func counted(_ key: String, _ found: Int, _ needed: Int) -> String {
        phrases(key, ["found": "\(found)", "needed": "\(needed)"])
    }

    /// What has to be kept in mind with this result.
    public func warnings(_ analysis: DayTrialAnalysis) -> [String] {
        var found: [String] = []
        if analysis.counts.isPoorlyFollowed, let share = analysis.counts.followedShare {
            found.append(phrases("fair_test_poorly_followed", ["share": Self.percent(share)]))
        }
        if let done = analysis.asDone {
            let interval = done.effect.interval()
            found.append(
                phrases(
                    "fair_test_as_done",
                    [
                        "mean": Self.points(done.effect.mean), "low": Self.points(interval.lowerBound),
                        "high": Self.points(interval.upperBound),
                    ]))
        }
        return found
    }

    /// Whether to go on.
    public func look(_ look: DayTrialAnalysis.Look) -> String { phrases("fair_test_look_\(look.rawValue)") }

    /// What no day trial can say.
    public var limits: [String] { [phrases("fair_test_expectation"), phrases("fair_test_only_you")] }

    /// Why a result under another prior has no verdict.
    public var otherPrior: String { phrases("fair_test_other_prior") }

    // MARK: Session screens

    /// Which technique is best so far, by its number or name, or what is missing.
    ///
    /// - Parameter name: What a technique is called; 0 is quiet rest.
    public func best(_ analysis: SessionScreenAnalysis, name: (Int) -> String) -> String {
        guard let best = analysis.best else {
            let fewest = analysis.sessions.min() ?? 0
            return counted("fair_test_few_sessions", fewest, SessionScreenAnalysis.sessionsToRank)
        }
        return best == 0 ? phrases("fair_test_best_rest") : phrases("fair_test_best", ["name": name(best)])
    }

    /// What may be said of one technique against rest.
    public func verdict(_ verdict: SessionScreenAnalysis.Verdict) -> String {
        phrases("fair_test_session_\(verdict.rawValue)")
    }

    /// The difference from rest with its interval.
    public func difference(_ difference: NormalMixture) -> String {
        let interval = difference.interval()
        let size = Self.points(abs(difference.mean))
        return phrases(
            size == "0.0" ? "fair_test_difference_none" : "fair_test_difference",
            [
                "mean": Self.points(difference.mean), "low": Self.points(interval.lowerBound),
                "high": Self.points(interval.upperBound),
            ])
    }

    /// What no session screen can say.
    public var sessionLimits: [String] { [phrases("fair_test_tenderness_only"), phrases("fair_test_best_to_days")] }

    // MARK: Numbers

    /// Points to one decimal with a true minus; never a minus before zero.
    static func points(_ value: Double) -> String {
        let tenths = Int((min(max(value, -1e6), 1e6) * 10).rounded())
        return (tenths < 0 ? "−" : "") + "\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
