public import UnknotRecord

/// How much of a record somebody else may have.
public enum ShareScope: String, CaseIterable, Hashable, Sendable, Comparable {
    /// See how things go, without single entries.
    case summary
    /// See everything.
    case see
    /// See everything and add to it.
    case write

    /// Less allows less.
    public static func < (left: Self, right: Self) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .summary: 0
        case .see: 1
        case .write: 2
        }
    }
}

/// A link by which a person lets one other account have a part of their record until a date.
public struct Share: Hashable, Sendable {
    /// Whose record.
    public let person: PersonID
    /// Its name, for taking it back.
    public let id: ShareID
    /// The SHA-256 of the token in the link, in hexadecimal.
    public let digest: String
    /// How much.
    public let scope: ShareScope
    /// For whom it was meant, in the person's words; may be empty.
    public let label: String
    /// When it was made.
    public let madeAt: Moment
    /// When it ends by itself.
    public let endsAt: Moment
    /// Who took it. The first account takes a link; nobody else can.
    public var acceptedBy: AccountID?
    /// When it was taken.
    public var acceptedAt: Moment?
    /// When the person took it back.
    public var revokedAt: Moment?

    /// Describes a link.
    public init(
        person: PersonID, id: ShareID, digest: String, scope: ShareScope, label: String, madeAt: Moment,
        endsAt: Moment, acceptedBy: AccountID? = nil, acceptedAt: Moment? = nil, revokedAt: Moment? = nil
    ) {
        self.person = person
        self.id = id
        self.digest = digest
        self.scope = scope
        self.label = label
        self.madeAt = madeAt
        self.endsAt = endsAt
        self.acceptedBy = acceptedBy
        self.acceptedAt = acceptedAt
        self.revokedAt = revokedAt
    }

    /// Whether it gives anything just now.
    public func isInForce(at moment: Moment) -> Bool {
        revokedAt == nil && moment < endsAt
    }
}

/// Somebody's record as it is shared with an account.
public struct SharedPerson: Hashable, Sendable {
    /// Whose record.
    public let person: Person
    /// By which link.
    public let share: Share

    /// Puts both together.
    public init(person: Person, share: Share) {
        self.person = person
        self.share = share
    }
}
