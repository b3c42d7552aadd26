public import UnknotRecord

/// How likely a source of pain other than a trigger point is, judged without any trigger point.
public struct SourceAssessment: Hashable, Sendable {
    /// The source.
    public let hypothesis: HypothesisID
    /// Its side; `nil` when it has none.
    public let side: BodySide?
    /// The probability, 0 to 0.95.
    public let probability: Double
    /// What spoke for and against it.
    public let evidence: [Evidence]

    /// One answer's part.
    public struct Evidence: Hashable, Sendable {
        /// The finding.
        public let finding: QuestionID
        /// Whether it was affirmed.
        public let isPresent: Bool
        /// The change in log odds.
        public let weight: Double
    }
}
