public import UnknotRecord

/// Whether one stretch of days differs from an earlier one by more than people notice and chance makes.
///
/// Each stretch is its mean over the days that have a number, so that a day with many entries counts once.
public struct MeaningfulChange: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: Hashable, Sendable {
        /// Better by at least the smallest change that counts.
        case improved
        /// Worse by at least the smallest change that counts.
        case worse
        /// Less change than counts; that is not the same as no change.
        case noClearChange
        /// Too few days have a number to say anything.
        case tooLittleData
    }

    /// Fewest days with a number in each stretch for something recorded daily: one bad day must not decide.
    public static let fewestDays = 3

    /// What can be said.
    public let verdict: Verdict
    /// The mean before; nil without a number.
    public let before: Double?
    /// The mean after; nil without a number.
    public let after: Double?
    /// Days with a number before.
    public let daysBefore: Int
    /// Days with a number after.
    public let daysAfter: Int
    /// The smallest change that counts from where it started; nil without a number before.
    public let smallest: Double?

    /// Compares two stretches of days.
    ///
    /// - Parameter fewestDays: What each stretch must have at least; 1 for what is filled in once in weeks.
    public init(
        from earlier: DaySeries, to later: DaySeries, rule: ChangeRule, fewestDays: Int = Self.fewestDays
    ) {
        before = earlier.mean
        after = later.mean
        daysBefore = earlier.filledDays
        daysAfter = later.filledDays
        smallest = before.map(rule.smallest(from:))
        guard let before, let after, let smallest, min(daysBefore, daysAfter) >= max(1, fewestDays) else {
            verdict = .tooLittleData
            return
        }
        let change = after - before
        // A mean of tenths is not exact: 4.7 − 3.7 falls short of 1 by a rounding error.
        guard change.magnitude >= smallest - 1e-9 else {
            verdict = .noClearChange
            return
        }
        verdict = (change > 0) == rule.isHigherBetter ? .improved : .worse
    }

    /// After less before; nil when one of them is missing.
    public var difference: Double? {
        guard let before, let after else { return nil }
        return after - before
    }
}
