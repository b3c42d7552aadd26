public import UnknotRecord

/// A finding that can be asked or observed.
public struct Question: Hashable, Sendable {
    /// How a finding comes to be known.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A lay person can answer it.
        case answer
        /// A helper or clinician finds it; accepted as an answer, never asked.
        case examiner
        /// Part of a press on a point.
        case press
        /// Read from age and sex.
        case intake
        /// Documents a source; not a parameter.
        case publishedOnly = "published_only"
    }

    /// Its id.
    public let id: QuestionID
    /// The question in plain words.
    public let plainQuestion: String
    /// How it comes to be known.
    public let kind: Kind
    /// The parts of the body whose pain makes it worth asking; `nil` for any.
    public let zones: [BodyRegion.Zone]?
    /// Findings that overlap so much that they count less together.
    public let group: String?
    /// Ids that ask so much the same that only one of them is asked; a movement stands as `movement:ID=effect`.
    public let sameAs: [String]
    /// Ids whose yes makes this one true; a movement stands as `movement:ID=effect`.
    public let impliedBy: [String]
    /// Warning signs that a yes sets.
    public let setsFlags: [QuestionID]
    /// Areas any of which, when drawn, answers yes.
    public let drawnAs: [RegionID]
    /// Why it is asked.
    public let reason: String
}
