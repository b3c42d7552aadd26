public import UnknotRecord

/// A number of the locator that is an engineering choice or an estimate, with its range and reason.
public struct ModelParameter: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// The value in use.
    public let value: Double
    /// The range that the evidence leaves open.
    public let range: ClosedRange<Double>
    /// Where it comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
    /// Why this value.
    public let note: String
}

/// How often a muscle holds an active point, before anything is known of this person.
public struct MusclePrior: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// Probability of at least one active point on one given side, 0 to 1.
    public let probability: Double
    /// The range that the evidence leaves open.
    public let range: ClosedRange<Double>
    /// Points of the muscle that are inconstant or rare; each counts for a fifth of a usual one.
    public let inconstantPoints: [PointID]
    /// Where it comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
    /// Why this value.
    public let note: String
}
