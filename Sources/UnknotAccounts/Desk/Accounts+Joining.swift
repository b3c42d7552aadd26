public import UnknotJournal
public import UnknotRecord

extension Accounts {
    /// Makes an account for a visitor, with a record of their own when they are there for themselves.
    ///
    /// - Parameters:
    ///   - called: What the person of the record is called; the name of the account when empty.
    ///   - address: Where the request came from, for the limits.
    /// - Throws: ``AccountProblem``.
    public func register(
        _ name: String, password: String, role: AccountRole = .person, called: String = "", address: String?
    ) async throws -> Account {
        guard settings.registrationIsOpen else { throw AccountProblem.registrationClosed }
        try askGate(nil, address)
        return try await add(name, password: password, role: role, called: called)
    }

    /// Makes an account as the operator, who may also when registration is closed.
    ///
    /// - Throws: ``AccountProblem``.
    public func add(
        _ name: String, password: String, role: AccountRole = .person, called: String = ""
    ) async throws -> Account {
        guard let name = AccountName(name) else { throw AccountProblem.badName }
        let verifier = try await verifier(password, for: name)
        let now = clock()
        let account = Account(id: newID(), name: name, role: role, verifier: verifier, createdAt: now)
        let shown = called.isEmpty ? name.text : String(called.prefix(100))
        let person = role == .person ? Person(id: newID(), name: shown, createdAt: now) : nil
        do {
            try await store.add(account, owning: person)
        } catch JournalError.alreadyKept {
            throw AccountProblem.nameTaken
        }
        return account
    }

    /// Changes a password; every browser is signed out.
    public func changePassword(
        of account: Account, from old: String, to new: String, address: String?
    ) async throws {
        _ = try await check(old, of: account.name.text, from: address)
        let verifier = try await verifier(new, for: account.name)
        try await store.setVerifier(verifier, of: account.id, endingSessions: true)
    }

    /// Makes a code with which somebody who forgot their password chooses another; any earlier one is void.
    ///
    /// - Returns: The code for the operator to hand over, and until when it can be used.
    public func makeResetCode(for name: String) async throws -> (code: ResetCode, endsAt: Moment) {
        guard let name = AccountName(name), let account = try await store.account(named: name) else {
            throw AccountProblem.noSuchAccount
        }
        var random = SystemRandomNumberGenerator()
        let code = ResetCode(using: &random)
        let endsAt = Moment(milliseconds: clock().milliseconds + settings.codeLifetime)
        try await store.keep(ResetCodeRecord(account: account.id, digest: code.digest, endsAt: endsAt))
        return (code, endsAt)
    }

    /// Chooses a new password by a code; the code is used up and every browser is signed out.
    ///
    /// The password is judged first, so that one that is refused does not cost the code.
    public func reset(_ name: String, code: String, to password: String, address: String?) async throws {
        let known = AccountName(name)
        try askGate(known, address)
        guard let known else { throw AccountProblem.wrongCode }
        let verifier = try await verifier(password, for: known)
        guard let account = try await store.account(named: known), account.closedAt == nil,
            let code = ResetCode(code), try await store.useCode(code.digest, of: account.id, at: clock())
        else { throw AccountProblem.wrongCode }
        passedGate(known, address)
        try await store.setVerifier(verifier, of: account.id, endingSessions: true)
    }

    /// Removes an account and every record that it keeps. Asks for the password again.
    public func delete(_ account: Account, password: String, address: String?) async throws {
        _ = try await check(password, of: account.name.text, from: address)
        try await erase(account)
    }

    /// Removes an account and every record that it keeps.
    ///
    /// The records go first: if it is interrupted, the account is still there to do it again.
    public func erase(_ account: Account) async throws {
        for person in try await store.persons(ownedBy: account.id) { _ = try await journal.erase(person.id) }
        try await store.erase(account: account.id)
    }

    /// The account with a name, for the operator.
    public func account(named name: String) async throws -> Account {
        guard let name = AccountName(name), let account = try await store.account(named: name) else {
            throw AccountProblem.noSuchAccount
        }
        return account
    }

    /// Closes an account, or opens it again.
    public func setClosed(_ isClosed: Bool, _ account: Account) async throws {
        try await store.setClosed(isClosed ? clock() : nil, for: account.id)
    }
}
