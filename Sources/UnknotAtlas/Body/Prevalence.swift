public import UnknotRecord

/// How often trigger points were found in a muscle in one study.
public struct Prevalence: Hashable, Sendable {
    /// Who was examined.
    public let population: String
    /// The muscle or group of muscles, as the study names it.
    public let muscle: String
    /// Share with an active point, 0 to 100.
    public let activePercent: Double?
    /// Share with a latent point, 0 to 100.
    public let latentPercent: Double?
    /// Share in the comparison group, 0 to 100.
    public let controlPercent: Double?
    /// How many people.
    public let count: Int?
    /// The study.
    public let source: ReferenceID
    /// How far the numbers can be traced.
    public let status: EvidenceStatus
    /// What to know about them.
    public let note: String
}

/// How common pain or a knot is in one part of the back.
public struct RegionBaseRate: Hashable, Sendable {
    /// Low back, mid back, or neck and shoulder.
    public let region: String
    /// What was measured.
    public let measure: String
    /// The value in ``unit``.
    public let value: Double
    /// Percent, probability or odds ratio.
    public let unit: String
    /// The study.
    public let source: ReferenceID
    /// How far the number can be traced.
    public let status: EvidenceStatus
    /// What to know about it.
    public let note: String
}
