import Foundation
import Synchronization
import UnknotAccounts
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

/// Counts how many are inside at once.
final class Gauge: Sendable {
    private let state = Mutex((now: 0, most: 0))

    var most: Int { state.withLock { $0.most } }

    func enter() {
        state.withLock { state in
            state.now += 1
            state.most = max(state.most, state.now)
        }
    }

    func leave() {
        state.withLock { $0.now -= 1 }
    }
}

/// Holds a thread until it is let go.
final class Hold: Sendable {
    private let gate = DispatchSemaphore(value: 0)
    private let isHeld = AsyncStream<Void>.makeStream()

    func wait() {
        isHeld.continuation.yield()
        gate.wait()
    }

    func untilHeld() async {
        for await _ in isHeld.stream { return }
    }

    func release() {
        gate.signal()
    }
}

/// A clock that goes when it is told to.
final class HandClock: Sendable {
    private let time = Mutex(Moment(milliseconds: 1_795_000_000_000))

    var now: Moment { time.withLock { $0 } }

    func pass(seconds: Int64) {
        time.withLock { $0 = Moment(milliseconds: $0.milliseconds + seconds * 1000) }
    }

    func pass(days: Int64) {
        pass(seconds: days * 86_400)
    }
}

/// Accounts in memory, with passwords that cost nothing.
struct House {
    let accounts: Accounts
    let clock = HandClock()

    init(_ change: (inout AccountSettings) -> Void = { _ in }) async throws {
        let store = try await SQLiteJournal.inMemory()
        var settings = AccountSettings(cost: .lowest)
        change(&settings)
        accounts = Accounts(store, journal: store, settings: settings) { [clock] in clock.now }
    }

    static let password = "dry toast under rain"

    /// Makes an account.
    func join(_ name: String, _ role: AccountRole = .person) async throws -> Account {
        try await accounts.add(name, password: Self.password, role: role)
    }

    /// Signs in from an address of its own for each name.
    func signIn(_ name: String, _ password: String = password, from address: String? = nil) async throws -> SignedIn {
        try await accounts.signIn(name, password: password, address: address, device: "a test")
    }

    /// The only person whose record an account keeps.
    func person(of account: Account) async throws -> Person {
        try await accounts.store.persons(ownedBy: account.id)[0]
    }
}
