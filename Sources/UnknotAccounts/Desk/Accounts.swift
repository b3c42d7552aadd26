import Foundation
import Synchronization
public import UnknotJournal
public import UnknotRecord

/// Accounts as the server and the operator use them: rules, limits and secrets over what an ``AccountStore`` keeps.
public struct Accounts: Sendable {
    /// Where accounts are kept.
    public let store: any AccountStore
    /// Where the records are kept.
    public let journal: any JournalStore
    /// How accounts behave.
    public let settings: AccountSettings
    let clock: @Sendable () -> Moment
    let desk: PasswordDesk
    private let gate = Gate()
    private let nobody: Nobody

    /// Opens the desk.
    ///
    /// - Parameters:
    ///   - store: Where accounts are kept.
    ///   - journal: Where the records are kept, in the same database.
    ///   - settings: How accounts behave.
    ///   - clock: Tells the time.
    public init(
        _ store: any AccountStore, journal: any JournalStore, settings: AccountSettings = AccountSettings(),
        clock: @escaping @Sendable () -> Moment
    ) {
        self.store = store
        self.journal = journal
        self.settings = settings
        self.clock = clock
        desk = PasswordDesk(most: ProcessInfo.processInfo.activeProcessorCount - 1)
        nobody = Nobody(settings.cost)
    }

    /// A limit that all requests share.
    private final class Gate: Sendable {
        let limits = Mutex(SignInGuard())
    }

    /// What the passwords of accounts that do not exist are checked against, so that it takes as long.
    private final class Nobody: Sendable {
        private let cost: PasswordCost
        private let verifier = Mutex<PasswordVerifier?>(nil)

        init(_ cost: PasswordCost) {
            self.cost = cost
        }

        func refuse(_ password: String) throws {
            let known = verifier.withLock { $0 }
            if let known {
                _ = try known.accepts(password)
            } else {
                // The first time making it is itself the work.
                var random = SystemRandomNumberGenerator()
                let made = try PasswordVerifier(password, cost: cost, using: &random)
                verifier.withLock { $0 = made }
            }
        }
    }

    /// The time by the clock of the desk.
    public var now: Moment { clock() }

    // MARK: Passwords

    /// Checks a password within the limits, as slowly for a name that nobody has.
    func check(_ password: String, of name: String, from address: String?) async throws -> Account {
        let known = AccountName(name)
        let answer = gate.limits.withLock { $0.ask(name: known?.text, address: address, at: clock()) }
        if case .wait(let seconds) = answer { throw AccountProblem.tooManyTries(seconds: seconds) }
        let account = if let known { try await store.account(named: known) } else { Account?.none }
        let verifier = account.flatMap { PasswordVerifier($0.verifier) }
        // No password is longer, and a long one must not buy time on our cores.
        let short = String(
            String.UnicodeScalarView(password.unicodeScalars.prefix(4 * PasswordRules.lengths.upperBound)))
        let isRight = try await onDesk { [nobody] in
            if let verifier { return try verifier.accepts(short) }
            try nobody.refuse(short)
            return false
        }
        guard isRight, let account, account.closedAt == nil else { throw AccountProblem.wrongPassword }
        gate.limits.withLock { $0.succeeded(name: known?.text, address: address) }
        return account
    }

    /// Asks whether a code for a new password may be tried; counts like a password.
    func askGate(_ name: AccountName?, _ address: String?) throws {
        let answer = gate.limits.withLock { $0.ask(name: name?.text, address: address, at: clock()) }
        if case .wait(let seconds) = answer { throw AccountProblem.tooManyTries(seconds: seconds) }
    }

    /// Takes back what ``askGate(_:_:)`` counted.
    func passedGate(_ name: AccountName, _ address: String?) {
        gate.limits.withLock { $0.succeeded(name: name.text, address: address) }
    }

    /// A verifier for a new password that keeps to the rules.
    func verifier(_ password: String, for name: AccountName) async throws -> String {
        do {
            try PasswordRules.check(password, for: name)
        } catch {
            throw AccountProblem.badPassword(error)
        }
        return try await makeVerifier(password)
    }

    func makeVerifier(_ password: String) async throws -> String {
        try await onDesk { [cost = settings.cost] in
            var random = SystemRandomNumberGenerator()
            return try PasswordVerifier(password, cost: cost, using: &random).description
        }
    }

    private func onDesk<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        do {
            return try await desk.run(work)
        } catch is PasswordDesk.TooBusy {
            throw AccountProblem.tooBusy
        }
    }

    /// A new random id.
    func newID<Subject>() -> UniqueID<Subject> {
        var random = SystemRandomNumberGenerator()
        return UniqueID(at: clock(), using: &random)
    }
}
