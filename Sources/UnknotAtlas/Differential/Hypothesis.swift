public import UnknotRecord

/// A source of pain other than a trigger point, ranked as an alternative.
public struct Hypothesis: Hashable, Sendable {
    /// What kind of source it is.
    public enum Category: String, CaseIterable, Hashable, Sendable {
        /// A nerve or its root.
        case nerveRoot = "nerve_root"
        /// A joint, disc, tendon or ligament.
        case jointOrTissue = "joint_or_tissue"
        /// An inner organ or a vessel.
        case organ
        /// A disease of the spine or body that must not be missed.
        case serious
        /// An illness of the whole body.
        case systemic
    }

    /// Its id.
    public let id: HypothesisID
    /// The medical name.
    public let name: String
    /// The name for everybody.
    public let plainName: String
    /// The kind.
    public let category: Category
    /// Whether left and right are two hypotheses.
    public let isSided: Bool
    /// How often it is behind the complaint before anything else is known, 0 to 1. For a sided joint or tissue the
    /// painful sides share it; for any other source each painful side has it.
    public let prior: Double
    /// The range in which the prior may lie.
    public let priorRange: ClosedRange<Double>
    /// The parts of the body whose pain lets it be considered.
    public let zones: [BodyRegion.Zone]
    /// A finer list of areas, used instead of ``zones`` when not empty.
    public let regions: [RegionID]
    /// The ages at which it occurs, in years.
    public let ages: ClosedRange<Int>
    /// The probability above which a clinician should look, if that can be said.
    public let seeClinicianAbove: Double?
    /// What to do, in plain words.
    public let advice: String
    /// Where the prior comes from.
    public let source: ReferenceID
    /// How far the prior can be traced.
    public let status: EvidenceStatus
    /// What to know about the numbers.
    public let note: String
}

/// An area where a hypothesis hurts.
public struct HypothesisRegion: Hashable, Sendable {
    /// The hypothesis.
    public let hypothesis: HypothesisID
    /// The area.
    public let region: RegionID
    /// Its side, seen from the hypothesis.
    public let side: Referral.Side
    /// How likely the area is drawn when the hypothesis is present, 0 to 1.
    public let strength: Double
    /// Where this comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
}

/// How a finding bears on a hypothesis: one row of the likelihood table.
public struct FindingLikelihood: Hashable, Sendable {
    /// The finding.
    public let finding: QuestionID
    /// The hypothesis; `active_trp` and `latent_trp` stand for trigger points.
    public let hypothesis: HypothesisID
    /// P(finding given hypothesis), 0 to 1.
    public let ifPresent: Double
    /// P(finding given not the hypothesis), 0 to 1, in the comparison group.
    public let ifAbsent: Double
    /// Where it comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
    /// Who the comparison group was.
    public let comparator: String
    /// What to know about it.
    public let note: String

    /// How much a yes multiplies the odds.
    public var positiveRatio: Double { ifPresent / ifAbsent }
    /// How much a no multiplies the odds.
    public var negativeRatio: Double { (1 - ifPresent) / (1 - ifAbsent) }
}
