/// What may be said of a routine after a day trial, and when.
///
/// The limits are those of the project's evidence file on trials in one person, section 5; how often each is wrong is in
/// `Documentation/FairTests.md`, from `unknot evaluate --fair-tests`.
public enum DayTrialVerdict: String, CaseIterable, Hashable, Sendable {
    /// P(β < −1) ≥ 0.80.
    case likelyHelpsByAPoint = "likely_helps_by_a_point_or_more"
    /// P(β < 0) ≥ 0.95.
    case likelyHelps = "likely_helps_you"
    /// P(β > 0) ≥ 0.95.
    case likelyWorse = "likely_makes_it_worse"
    /// P(β < −1) ≤ 0.10.
    case unlikelyWorthAPoint = "unlikely_to_be_worth_a_point"
    /// Nothing of this.
    case notSureYet = "not_sure_yet"

    /// All that hold, the most telling first; ``notSureYet`` alone when nothing else does.
    ///
    /// - Parameter effect: Under the sceptical prior.
    public static func all(for effect: NormalMixture) -> [DayTrialVerdict] {
        let byAPoint = effect.probability(below: -1)
        var found: [DayTrialVerdict] = []
        if byAPoint >= 0.8 { found.append(.likelyHelpsByAPoint) }
        if effect.probability(below: 0) >= 0.95 { found.append(.likelyHelps) }
        if effect.probability(above: 0) >= 0.95 { found.append(.likelyWorse) }
        if byAPoint <= 0.1 { found.append(.unlikelyWorthAPoint) }
        return found.isEmpty ? [.notSureYet] : found
    }
}

/// Why there is no verdict.
public enum DayTrialShortfall: Hashable, Sendable {
    /// Too few complete pairs of periods.
    case pairs(complete: Int, needed: Int)
    /// Too few logged days.
    case days(logged: Int, needed: Int)
    /// Too few logged days of one kind.
    case daysOfArm(DayTrial.Arm, logged: Int, needed: Int)
    /// Too many days of one kind were not logged.
    case gaps(DayTrial.Arm, loggedShare: Double, needed: Double)
    /// Days of one kind were logged more often than those of the other.
    case unevenGaps(difference: Double, allowed: Double)
    /// Too many ratings stand at 0, where the scale ends.
    case painTooLow(share: Double, allowed: Double)
    /// Too many ratings stand at 10, where the scale ends.
    case painTooHigh(share: Double, allowed: Double)
}

/// The least data for a verdict. All numbers are of section 4 of the evidence file and are judgements.
public enum DayTrialMinimum {
    /// Complete pairs of periods.
    public static let pairs = 3
    /// Logged days.
    public static let days = 20
    /// Logged days of each kind.
    public static let daysOfArm = 8
    /// Share of the days of each kind that were logged.
    public static let loggedShare = 0.6
    /// How far these shares may be apart.
    public static let shareDifference = 0.25
    /// Share of days on which what was drawn was done; below it the result is shown with a warning.
    public static let followedShare = 0.7
    /// Share of ratings at 0 or 10.
    public static let scaleEnds = 0.3
}
