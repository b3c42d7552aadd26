public import UnknotRecord

/// Something that can be measured again and again, and what a change of it means.
///
/// Only measures that may be shipped stand here; licensed instruments do not.
public struct OutcomeMeasure: Hashable, Sendable {
    /// What the smallest change stands for.
    public enum ChangeMeaning: String, CaseIterable, Hashable, Sendable {
        /// People notice it (minimal important change).
        case smallestNoticed = "smallest_noticed"
        /// It is larger than chance makes (minimal detectable change).
        case noise
    }

    /// Its name, as `Measure.outcome` gives it.
    public let name: String
    /// Its name for people.
    public let plainName: String
    /// The lowest and the highest value in ``unit``.
    public let range: ClosedRange<Double>
    /// Points, sentences, steps, cm, degrees, kPa, spots or percent.
    public let unit: String
    /// How large a change counts, and which way is better.
    public let rule: ChangeRule
    /// What that change stands for.
    public let changeMeaning: ChangeMeaning
    /// Its LOINC code, for exchange; nil where none was found.
    public let loincCode: String?
    /// What to ask, in order; empty where it is no question or its words are not shipped.
    public let items: [OutcomeItem]
    /// Where the numbers come from.
    public let sources: [ReferenceID]
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know about it.
    public let note: String
}

/// One question of a questionnaire.
public struct OutcomeItem: Hashable, Sendable {
    /// Whose words they are.
    public enum Wording: String, CaseIterable, Hashable, Sendable {
        /// Those of the questionnaire; not to be changed.
        case original
        /// Ours.
        case own
    }

    /// The question.
    public let question: String
    /// What stands at the two ends, or at every step, or at both ends and in the middle.
    public let labels: [String]
    /// Whose words they are.
    public let wording: Wording
    /// How far the words can be traced; ours are an estimate.
    public let wordingStatus: EvidenceStatus
    /// From where.
    public let source: ReferenceID
}

extension Atlas {
    /// The measure with a name.
    public func outcomeMeasure(_ name: String) -> OutcomeMeasure? { outcomeMeasures.first { $0.name == name } }

    /// What a change of something followed means; nil where nothing is known.
    public func changeRule(for measure: Measure) -> ChangeRule? {
        measure.outcome.flatMap(outcomeMeasure)?.rule
    }
}
