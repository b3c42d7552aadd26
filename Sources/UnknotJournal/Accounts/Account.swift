public import UnknotRecord

extension Vocabulary {
    /// Someone who can sign in.
    public enum Account {}
    /// A link by which a person shares their record.
    public enum Share {}
}

/// Names someone who can sign in.
public typealias AccountID = UniqueID<Vocabulary.Account>
/// Names a link by which a person shares their record.
public typealias ShareID = UniqueID<Vocabulary.Share>

/// What somebody uses an account for. What they may do follows from whose record it is and how it was shared, never
/// from this: it tells people who looks at their record.
public enum AccountRole: String, CaseIterable, Hashable, Sendable {
    /// Keeps a record of their own.
    case person
    /// Helps somebody: a partner, a parent, a friend.
    case helper
    /// Treats people.
    case therapist
}

/// Someone who can sign in.
public struct Account: Hashable, Sendable {
    /// Its name for the program.
    public let id: AccountID
    /// Its name for signing in.
    public let name: AccountName
    /// What it is used for.
    public let role: AccountRole
    /// What a password is checked against, as text; never the password.
    public var verifier: String
    /// Since when.
    public let createdAt: Moment
    /// When the operator closed it. A closed account cannot sign in; its record stays.
    public var closedAt: Moment?

    /// Describes an account.
    public init(
        id: AccountID, name: AccountName, role: AccountRole, verifier: String, createdAt: Moment,
        closedAt: Moment? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
        self.verifier = verifier
        self.createdAt = createdAt
        self.closedAt = closedAt
    }
}
