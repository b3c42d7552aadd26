/// Everything that is said of a session screen.
public struct SessionScreenAnalysis: Hashable, Sendable {
    /// What may be said of one technique against quiet rest.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// P(β_k − β_0 < −1) ≥ 0.80.
        case easesByAPoint = "likely_eases_by_a_point_or_more"
        /// P(β_k − β_0 < 0) ≥ 0.95.
        case eases = "likely_eases"
        /// P(β_k − β_0 > 0) ≥ 0.95.
        case worse = "likely_makes_it_worse"
        /// Nothing of this.
        case notSureYet = "not_sure_yet"
    }

    /// Sessions that each technique needs before anything is said: enough to rank, too few for most verdicts.
    public static let sessionsToRank = 6
    /// Sessions of each technique that find a difference of 1 to 1.5 points more often than not.
    public static let sessionsForVerdict = 16

    /// Sessions of each technique, rest first.
    public let sessions: [Int]
    /// The numbers.
    public let posterior: SessionScreenPosterior
    /// The technique that eases most so far, rest included; `nil` while sessions are missing.
    public let best: Int?
    /// For each technique but rest; empty while sessions are missing, or where nothing is judged.
    public let verdicts: [Verdict]

    /// Analyses a screen.
    ///
    /// - Parameter isJudged: Whether verdicts are given. Only one look at a screen may give them, the one that was planned:
    ///   who looks after each session and takes the first that comes is wrong several times as often.
    public init(_ screen: SessionScreen, isJudged: Bool = true) {
        sessions = screen.sessions
        posterior = SessionScreenModel().posterior(of: screen)
        let isEnough = sessions.allSatisfy { $0 >= Self.sessionsToRank }
        best = isEnough ? posterior.ranking.first : nil
        verdicts = isEnough && isJudged ? posterior.differences.map(Self.verdict) : []
    }

    /// The difference of a technique from rest; `nil` for rest itself, and while one of both had no session: then there is
    /// nothing but what was believed before.
    public func difference(_ technique: Int) -> NormalMixture? {
        guard technique > 0, sessions[0] > 0, sessions[technique] > 0 else { return nil }
        return posterior.differences[technique - 1]
    }

    private static func verdict(_ difference: NormalMixture) -> Verdict {
        if difference.probability(below: -1) >= 0.8 { return .easesByAPoint }
        if difference.probability(below: 0) >= 0.95 { return .eases }
        return difference.probability(above: 0) >= 0.95 ? .worse : .notSureYet
    }
}
