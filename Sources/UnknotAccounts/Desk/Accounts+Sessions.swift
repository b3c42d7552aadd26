public import UnknotJournal
public import UnknotRecord

/// Names an account's session in a browser.
public typealias SessionToken = SecretToken<Vocabulary.Account>

/// Somebody who is signed in.
public struct SignedIn: Sendable {
    /// As whom.
    public let account: Account
    /// In which browser.
    public let session: AccountSession
    /// The secret that the browser holds.
    public let token: SessionToken
    /// Whether the browser should be told that the session lasts longer.
    public var isRenewed: Bool

    /// Puts it together.
    public init(account: Account, session: AccountSession, token: SessionToken, isRenewed: Bool = false) {
        self.account = account
        self.session = session
        self.token = token
        self.isRenewed = isRenewed
    }
}

extension Accounts {
    /// Signs in.
    ///
    /// - Parameters:
    ///   - address: Where the request came from, for the limits.
    ///   - device: What kind of browser, for the list of sessions.
    public func signIn(
        _ name: String, password: String, address: String?, device: String
    ) async throws -> SignedIn {
        let account = try await check(password, of: name, from: address)
        if PasswordVerifier(account.verifier)?.isWeaker(than: settings.cost) ?? false {
            // The only moment at which the password is here to be made safer.
            let verifier = try await makeVerifier(password)
            try await store.setVerifier(verifier, of: account.id, endingSessions: false)
        }
        return try await open(account, device: device)
    }

    /// Opens a session without a password: right after registration or a change of password.
    public func open(_ account: Account, device: String) async throws -> SignedIn {
        let now = clock()
        try await store.removeEnded(before: now)
        var random = SystemRandomNumberGenerator()
        let token = SessionToken(of: account.id, using: &random)
        let session = AccountSession(
            account: account.id, digest: token.digest, createdAt: now, usedAt: now,
            endsAt: Moment(milliseconds: now.milliseconds + settings.terms.idle), device: String(device.prefix(100)))
        try await store.add(session)
        return SignedIn(account: account, session: session, token: token, isRenewed: true)
    }

    /// Who holds a token, if its session still runs and the account is not closed.
    public func signedIn(_ text: String) async throws -> SignedIn? {
        guard let token = SessionToken(text),
            let session = try await store.session(token.digest, of: token.owner),
            let account = try await store.account(token.owner), account.closedAt == nil
        else { return nil }
        switch settings.terms.step(for: session, at: clock()) {
        case .end:
            try await store.endSession(session.digest, of: account.id)
            return nil
        case .goOn:
            return SignedIn(account: account, session: session, token: token)
        case .renew(let longer):
            try await store.renew(longer)
            return SignedIn(account: account, session: longer, token: token, isRenewed: true)
        }
    }

    /// Ends one session of an account.
    public func signOut(_ signedIn: SignedIn) async throws {
        try await store.endSession(signedIn.session.digest, of: signedIn.account.id)
    }

    /// Ends every session of an account.
    public func signOutEverywhere(_ signedIn: SignedIn) async throws {
        try await store.endSessions(of: signedIn.account.id, but: nil)
    }
}
