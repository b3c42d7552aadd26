public import UnknotAtlas

/// What two ratings of one spot tell, one before something was done and one after it.
///
/// Two ratings differ by chance. A change counts as clear when it is at least `sure_by` times `tenderness_noise`, the
/// same limit that the planner uses for one session.
public struct RatingChange: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: String, CaseIterable, Hashable, Sendable {
        /// Clearly less tender.
        case better
        /// Clearly more tender.
        case worse
        /// Not more than chance can do.
        case unclear
    }

    /// The rating before, 0 to 10.
    public let before: Double
    /// The rating after, 0 to 10.
    public let after: Double
    /// From how many points on one change counts, above 0.
    public let margin: Double

    /// Compares two ratings.
    ///
    /// - Returns: Nothing when one is missing, or when the knowledge base does not say how much is chance.
    public init?(before: Double?, after: Double?, care: CareKnowledge) {
        guard let before, let after, let noise = care.parameter("tenderness_noise"),
            let sureBy = care.parameter("sure_by")
        else { return nil }
        (self.before, self.after) = (before, after)
        margin = sureBy.value * noise.value
    }

    /// Points that were taken away; negative when it got worse.
    public var gain: Double { before - after }

    /// What can be said.
    public var verdict: Verdict {
        if gain >= margin { return .better }
        return gain <= -margin ? .worse : .unclear
    }
}
