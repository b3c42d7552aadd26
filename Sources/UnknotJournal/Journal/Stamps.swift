import Foundation
import Synchronization
public import UnknotRecord

/// Gives out ids and times of recording, each after the one before, also when the clock stands still or goes back.
public final class Stamps: Sendable {
    /// What a new entry gets.
    public struct Stamp: Hashable, Sendable {
        /// Its name.
        public let id: EntryID
        /// When it is recorded.
        public let recordedAt: Moment
    }

    /// The ones of this process: the system's clock and the system's random numbers.
    public static let process = Stamps(clock: SystemClock.now, random: SystemRandomNumberGenerator())

    private struct State {
        var random: any RandomNumberGenerator & Sendable
        var last: Stamp?
    }

    private let clock: @Sendable () -> Moment
    private let state: Mutex<State>

    /// Stamps by a clock of one's own, for tests.
    ///
    /// - Parameters:
    ///   - clock: What time it is.
    ///   - random: From where the ids come; where they must not be guessed, a cryptographic source.
    public init(clock: @escaping @Sendable () -> Moment, random: any RandomNumberGenerator & Sendable) {
        self.clock = clock
        state = Mutex(State(random: random, last: nil))
    }

    /// What time it is, never before what was given out.
    public var now: Moment {
        let now = clock()
        return state.withLock { max(now, $0.last?.recordedAt ?? now) }
    }

    /// The next stamp.
    public func next() -> Stamp {
        let now = clock()
        return state.withLock { state in
            let stamp: Stamp
            if let last = state.last {
                let moment = max(now, last.recordedAt)
                stamp = Stamp(id: Self.id(after: last.id, at: moment, &state.random), recordedAt: moment)
            } else {
                stamp = Stamp(id: Self.id(at: now, &state.random), recordedAt: now)
            }
            state.last = stamp
            return stamp
        }
    }

    private static func id(at moment: Moment, _ random: inout any RandomNumberGenerator & Sendable) -> EntryID {
        var source = AnyRandom(base: random)
        defer { random = source.base }
        return EntryID(at: moment, using: &source)
    }

    private static func id(
        after last: EntryID, at moment: Moment, _ random: inout any RandomNumberGenerator & Sendable
    ) -> EntryID {
        var source = AnyRandom(base: random)
        defer { random = source.base }
        return EntryID(after: last, at: moment, using: &source)
    }

    private struct AnyRandom: RandomNumberGenerator {
        var base: any RandomNumberGenerator & Sendable

        mutating func next() -> UInt64 { base.next() }
    }
}

/// The clock of the machine.
public enum SystemClock {
    /// What time it is, to the millisecond.
    public static let now: @Sendable () -> Moment = {
        Moment(milliseconds: Int64((Date().timeIntervalSince1970 * 1_000).rounded(.down)))
    }
}
