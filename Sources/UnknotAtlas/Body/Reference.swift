public import UnknotRecord

/// A publication, page or stated judgement behind the rows of the knowledge base.
public struct Reference: Hashable, Sendable {
    /// Its key.
    public let id: ReferenceID
    /// Authors, title, place.
    public let citation: String
    /// The year, as written.
    public let year: String
    /// Address or DOI; may be empty.
    public let address: String
    /// Book, paper, web page, guideline or judgement.
    public let kind: String
    /// How far it was seen.
    public let status: EvidenceStatus
    /// What of it was read.
    public let whatWasSeen: String
}

/// How far a number or statement can be traced.
public enum EvidenceStatus: String, CaseIterable, Hashable, Sendable, Comparable {
    /// Read in its source.
    case verified
    /// From a known source that was not seen.
    case fromMemory = "from_memory"
    /// A judgement of ours.
    case estimate

    /// Best first.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .verified: 0
        case .fromMemory: 1
        case .estimate: 2
        }
    }
}
