public import UnknotRecord

/// One thing that a page says, with how sure it is and where it comes from.
public struct LearnClaim: Hashable, Sendable {
    /// How it is said.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// What is so, as far as is known.
        case fact
        /// What is often said, and what was found.
        case myth
        /// What to do.
        case advice = "do"
    }

    /// How sure one may be that it is so.
    public enum Certainty: String, CaseIterable, Hashable, Sendable {
        /// Several good studies, or a definition.
        case established
        /// Some good studies.
        case likely
        /// Few or small studies.
        case unsure
        /// Experts hold opposite views.
        case disputed
        /// Nobody has shown it, or nobody has looked.
        case unproven
        /// What careful people do; nobody has tested it.
        case practice
    }

    /// Its id.
    public let id: LearnClaimID
    /// How it is said.
    public let kind: Kind
    /// What is often said; `nil` unless the kind is `myth`.
    public let belief: String?
    /// What is so.
    public let text: String
    /// How sure that is.
    public let certainty: Certainty
    /// Where it comes from; never empty.
    public let sources: [ReferenceID]
    /// How far its numbers can be traced.
    public let status: EvidenceStatus
    /// What to know for whoever checks it; may be empty.
    public let note: String
}
