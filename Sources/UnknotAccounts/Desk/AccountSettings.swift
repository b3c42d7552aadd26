/// How accounts behave.
public struct AccountSettings: Hashable, Sendable {
    /// Whether visitors may make accounts; otherwise the operator makes them.
    public var registrationIsOpen: Bool
    /// How much work a password costs from now on.
    public var cost: PasswordCost
    /// How long a browser stays signed in.
    public var terms: SessionTerms
    /// How long a code for a new password can be used, in milliseconds.
    public var codeLifetime: Int64

    /// Describes how accounts behave.
    public init(
        registrationIsOpen: Bool = true, cost: PasswordCost = .standard, terms: SessionTerms = .standard,
        codeLifetime: Int64 = 3_600_000
    ) {
        self.registrationIsOpen = registrationIsOpen
        self.cost = cost
        self.terms = terms
        self.codeLifetime = codeLifetime
    }
}
