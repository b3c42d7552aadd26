public import UnknotRecord

/// One browser in which an account is signed in.
public struct AccountSession: Hashable, Sendable {
    /// Whose.
    public let account: AccountID
    /// The SHA-256 of the token that the browser holds, in hexadecimal; the token itself is never stored.
    public let digest: String
    /// Since when.
    public let createdAt: Moment
    /// When it was last used, to the hour or so.
    public var usedAt: Moment
    /// Until when, unless it is used again before.
    public var endsAt: Moment
    /// What kind of browser, such as “Firefox on Linux”; at most 100 characters.
    public let device: String

    /// Describes a session.
    public init(
        account: AccountID, digest: String, createdAt: Moment, usedAt: Moment, endsAt: Moment, device: String
    ) {
        self.account = account
        self.digest = digest
        self.createdAt = createdAt
        self.usedAt = usedAt
        self.endsAt = endsAt
        self.device = device
    }
}

/// A code with which an account can choose a new password once.
public struct ResetCodeRecord: Hashable, Sendable {
    /// Whose.
    public let account: AccountID
    /// The SHA-256 of the code, in hexadecimal.
    public let digest: String
    /// Until when it can be used.
    public let endsAt: Moment

    /// Describes a code.
    public init(account: AccountID, digest: String, endsAt: Moment) {
        self.account = account
        self.digest = digest
        self.endsAt = endsAt
    }
}
