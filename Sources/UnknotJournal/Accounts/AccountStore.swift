public import UnknotRecord

/// Keeps accounts, who is signed in, what is shared with whom, and who looked. Every implementation passes the same
/// conformance tests.
///
/// Whatever fails throws a ``JournalError``; each change is there wholly or not at all.
public protocol AccountStore: Sendable {
    /// Adds an account, and a person whose record it keeps.
    ///
    /// - Throws: ``JournalError/alreadyKept(_:)`` when the name or an id is taken; then neither is added.
    func add(_ account: Account, owning person: Person?) async throws
    /// Adds another person whose record an account keeps.
    ///
    /// - Throws: ``JournalError/alreadyKept(_:)``.
    func add(_ person: Person, ownedBy account: AccountID) async throws
    /// The account with an id.
    func account(_ id: AccountID) async throws -> Account?
    /// The account with a name.
    func account(named name: AccountName) async throws -> Account?
    /// All accounts, oldest first.
    func accounts() async throws -> [Account]
    /// Changes what passwords of an account are checked against. With `endingSessions` it signs out everywhere; a
    /// waiting code for a new password is void then too.
    func setVerifier(_ verifier: String, of account: AccountID, endingSessions: Bool) async throws
    /// Closes an account and signs it out everywhere, or opens it again with nil.
    func setClosed(_ moment: Moment?, for account: AccountID) async throws
    /// Removes an account with its sessions, its code and the shares that it took. The persons whose records it keeps
    /// are not removed: erase them from the journal first. Safe to repeat.
    func erase(account: AccountID) async throws

    /// The person with an id, whoever keeps their record.
    func person(_ id: PersonID) async throws -> Person?
    /// The persons whose record an account keeps, oldest first.
    func persons(ownedBy account: AccountID) async throws -> [Person]
    /// The persons who share their record with an account at a moment, oldest share first.
    func persons(sharedWith account: AccountID, at moment: Moment) async throws -> [SharedPerson]

    /// Keeps a session.
    func add(_ session: AccountSession) async throws
    /// The session with a digest.
    func session(_ digest: String, of account: AccountID) async throws -> AccountSession?
    /// All sessions of an account, last used first.
    func sessions(of account: AccountID) async throws -> [AccountSession]
    /// Notes that a session was used and how long it lasts now; nothing happens when it is gone.
    func renew(_ session: AccountSession) async throws
    /// Ends a session; safe to repeat.
    func endSession(_ digest: String, of account: AccountID) async throws
    /// Ends every session of an account, or every one but the one with a digest.
    func endSessions(of account: AccountID, but digest: String?) async throws

    /// Keeps a code in place of any earlier one of the account.
    func keep(_ code: ResetCodeRecord) async throws
    /// Takes a code away if it is the account's and has not run out.
    ///
    /// - Returns: Whether it was; of two calls at the same time only one gets true.
    func useCode(_ digest: String, of account: AccountID, at moment: Moment) async throws -> Bool

    /// Keeps a link.
    ///
    /// - Throws: ``JournalError/noSuchPerson(_:)``.
    func add(_ share: Share) async throws
    /// The links of a person, newest first, also those that ended.
    func shares(of person: PersonID) async throws -> [Share]
    /// The link whose token has a digest.
    func share(_ digest: String, of person: PersonID) async throws -> Share?
    /// Gives a link to the first account that asks; not when it was taken back or has ended.
    ///
    /// - Returns: Whether the account has it now, also when it had it before.
    func accept(_ digest: String, of person: PersonID, by account: AccountID, at moment: Moment) async throws -> Bool
    /// Takes a link back; safe to repeat.
    func revoke(_ id: ShareID, of person: PersonID, at moment: Moment) async throws

    /// Counts an access within its hour.
    func note(_ access: AccessNote) async throws
    /// Who looked at a person's record, latest first.
    func accesses(of person: PersonID, limit: Int) async throws -> [AccessNote]

    /// Removes sessions and codes that ended before a moment.
    func removeEnded(before moment: Moment) async throws
}
