public import UnknotRecord

/// Slows down whoever tries passwords: by name, so that one account cannot be guessed from many places, and by address,
/// so that one place cannot try many accounts.
///
/// The first tries are free; each further one has to wait twice as long as the one before, up to a quarter of an hour. A
/// try counts when it begins and is taken back when it succeeds, so that many at the same time gain nothing. Somebody who
/// tries on purpose can so keep the owner of a name waiting, never longer than that; browsers that are signed in do not
/// notice.
public struct SignInGuard: Sendable {
    /// What to do with a try.
    public enum Answer: Hashable, Sendable {
        /// Check the password.
        case goAhead
        /// Turn it away without checking; come again after this many seconds, at least 1.
        case wait(seconds: Int)
    }

    private struct Tries: Sendable {
        var count: Int
        var last: Moment
        var freeAt: Moment
    }

    /// Tries before the first wait, in a row without success.
    static let freeByName = 5
    /// The same for an address, behind which a household or a practice may sit.
    static let freeByAddress = 20
    /// The first wait, in milliseconds.
    static let firstWait: Int64 = 5_000
    /// The longest wait, in milliseconds.
    static let longestWait: Int64 = 900_000
    /// Without a try for so long, everything is forgotten, in milliseconds.
    static let memory: Int64 = 7_200_000

    private let mostKept: Int
    private var names: [String: Tries] = [:]
    private var addresses: [String: Tries] = [:]

    /// - Parameter mostKept: How many names and how many addresses are remembered at most, which bounds the memory.
    public init(mostKept: Int = 10_000) {
        self.mostKept = max(2, mostKept)
    }

    /// How many names and addresses are remembered.
    var kept: Int { max(names.count, addresses.count) }

    /// Asks before a password is checked. When the answer is to go ahead, it counts as one that failed until
    /// ``succeeded(name:address:)`` is called.
    public mutating func ask(name: String?, address: String?, at now: Moment) -> Answer {
        let address = address.map(Self.network)
        let freeAt =
            [name.flatMap { names[$0] }, address.flatMap { addresses[$0] }]
            .compactMap { $0?.freeAt.milliseconds }.max() ?? now.milliseconds
        // A clock that was put back must not lock anybody out for longer than the longest wait.
        let rest = min(freeAt - now.milliseconds, Self.longestWait)
        guard rest <= 0 else { return .wait(seconds: Int((rest + 999) / 1000)) }
        if let name { count(name, in: \.names, free: Self.freeByName, now) }
        if let address { count(address, in: \.addresses, free: Self.freeByAddress, now) }
        return .goAhead
    }

    /// Takes back what a try counted that turned out right: everything of the name, one of the address.
    public mutating func succeeded(name: String?, address: String?) {
        if let name { names[name] = nil }
        guard let address = address.map(Self.network), var tries = addresses[address] else { return }
        tries.count -= 1
        tries.freeAt = tries.last
        addresses[address] = tries.count > 0 ? tries : nil
    }

    private mutating func count(
        _ key: String, in table: WritableKeyPath<Self, [String: Tries]>, free: Int, _ now: Moment
    ) {
        var tries = self[keyPath: table][key] ?? Tries(count: 0, last: now, freeAt: now)
        if now.milliseconds - tries.last.milliseconds > Self.memory { tries.count = 0 }
        tries.count += 1
        tries.last = now
        let doublings = min(tries.count - free, 16)
        let wait = doublings < 0 ? 0 : min(Self.firstWait << Int64(doublings), Self.longestWait)
        tries.freeAt = Moment(milliseconds: now.milliseconds + wait)
        self[keyPath: table][key] = tries
        if self[keyPath: table].count > mostKept { forget(table, now) }
    }

    /// Forgets what is old; if that is not enough, what was tried least recently, half of it at once so that it stays cheap.
    private mutating func forget(_ table: WritableKeyPath<Self, [String: Tries]>, _ now: Moment) {
        var kept = self[keyPath: table].filter { now.milliseconds - $0.value.last.milliseconds <= Self.memory }
        if kept.count > mostKept / 2 {
            // Who has to wait stays before who has not.
            let order = kept.sorted { ($0.value.freeAt, $0.value.last) > ($1.value.freeAt, $1.value.last) }
            kept = Dictionary(uniqueKeysWithValues: order.prefix(mostKept / 2).map { ($0.key, $0.value) })
        }
        self[keyPath: table] = kept
    }

    /// The part of an address that one household has: an IPv6 address without its last 64 bits.
    package static func network(_ address: String) -> String {
        guard address.contains(":"), !address.contains(".") else { return address }
        let halves = address.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let head = halves[0].split(separator: ":").map(String.init)
        let tail = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
        let zeros = Array(repeating: "0", count: halves.count > 1 ? max(0, 8 - head.count - tail.count) : 0)
        return (head + zeros + tail).prefix(4).joined(separator: ":")
    }
}
