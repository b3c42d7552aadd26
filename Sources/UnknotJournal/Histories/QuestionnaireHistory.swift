public import UnknotRecord

/// What the journal says about one questionnaire.
public struct QuestionnaireHistory: Hashable, Sendable {
    /// One time that it was filled in.
    public struct Filled: Hashable, Sendable {
        /// The entry with it.
        public let entry: Entry
        /// What it says.
        public let record: QuestionnaireRecord
    }

    /// What the last score says beside another one.
    public enum Comparison: Hashable, Sendable {
        /// There is nothing to hold it against.
        case first
        /// The person named other activities the time before: two different scores.
        case otherActivities
        /// So much more or less than the time before, or than the start where the question is about that.
        case change(difference: Double, from: Filled?, verdict: MeaningfulChange.Verdict)
    }

    /// Which.
    public let questionnaire: Questionnaire
    /// Every time, the last one first.
    public let filled: [Filled]
    /// The last time beside the one before.
    public let comparison: Comparison

    /// Finds it among entries.
    ///
    /// - Parameters:
    ///   - entries: In effect, in any order; others are passed over.
    ///   - rule: What change counts.
    public init(_ questionnaire: Questionnaire, in entries: [Noted], rule: ChangeRule) {
        self.questionnaire = questionnaire
        filled = entries.compactMap { noted in
            guard case .questionnaire(let record)? = noted.value, record.questionnaire == questionnaire else {
                return nil
            }
            return Filled(entry: noted.entry, record: record)
        }.sorted { ($0.entry.happenedAt, $0.entry.id) > ($1.entry.happenedAt, $1.entry.id) }
        comparison = Self.compare(filled.first, with: filled.dropFirst().first, rule)
    }

    private static func compare(_ last: Filled?, with before: Filled?, _ rule: ChangeRule) -> Comparison {
        guard let last else { return .first }
        // The answer itself says how it is beside the start.
        if last.record.questionnaire == .change {
            return .change(
                difference: last.record.score, from: nil, verdict: verdict(from: 0, to: last.record.score, rule))
        }
        guard let before else { return .first }
        guard Set(last.record.items) == Set(before.record.items) else { return .otherActivities }
        let (old, new) = (before.record.score, last.record.score)
        return .change(difference: new - old, from: before, verdict: verdict(from: old, to: new, rule))
    }

    private static func verdict(from old: Double, to new: Double, _ rule: ChangeRule) -> MeaningfulChange.Verdict {
        // Means are not exact: 4.7 − 3.7 falls short of 1 by a rounding error.
        guard (new - old).magnitude >= rule.smallest(from: old) - 1e-9 else { return .noClearChange }
        return (new > old) == rule.isHigherBetter ? .improved : .worse
    }
}
