public import UnknotRecord

/// What a study found about a treatment, null results included.
public struct TreatmentEffect: Hashable, Sendable {
    /// How sure one may be.
    public enum Quality: String, CaseIterable, Hashable, Sendable {
        /// Moderately.
        case moderate
        /// Between low and moderate.
        case lowToModerate = "low_to_moderate"
        /// Little.
        case low
        /// Hardly.
        case veryLow = "very_low"
        /// Not at all.
        case insufficient
    }

    /// What was studied; not an id of a technique.
    public let treatment: String
    /// What was measured.
    public let outcome: String
    /// Against what.
    public let comparator: String
    /// The size, in ``unit``; `nil` when only a direction was seen.
    public let size: Double?
    /// The 95 % interval, where given.
    public let interval: ClosedRange<Double>?
    /// The unit.
    public let unit: String
    /// When.
    public let followUp: String
    /// How many people.
    public let people: Int?
    /// Whether no clear effect was found.
    public let isNull: Bool
    /// How sure one may be.
    public let quality: Quality
    /// Why.
    public let qualityReason: String
    /// The techniques that it bears on.
    public let techniques: [TechniqueID]
    /// The study.
    public let source: ReferenceID
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know.
    public let note: String
}
