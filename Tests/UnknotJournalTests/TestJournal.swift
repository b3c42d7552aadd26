import SeededRandom
import Synchronization
import UnknotJournal
import UnknotRecord

/// A clock that stands where a test puts it.
final class TestClock: Sendable {
    private let time: Mutex<Int64>

    init(_ milliseconds: Int64 = 1_793_520_000_000) {
        time = Mutex(milliseconds)
    }

    var now: Moment { Moment(milliseconds: time.withLock { $0 }) }

    func advance(by milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// A journal over an empty store, with a clock and random numbers that repeat.
struct TestJournal {
    let person: PersonID
    let store: MemoryStore
    let clock: TestClock
    let journal: Journal

    init(seed: UInt64 = 1) {
        var random = SplitMix64(seed: seed)
        let clock = TestClock()
        person = PersonID(at: Moment(milliseconds: 0), using: &random)
        store = MemoryStore(person)
        self.clock = clock
        journal = Journal(store, of: person, clock: { clock.now }, random: random)
    }

    /// Writes down pain at the clock's moment.
    func addPain(_ level: Double, zone: String = "Europe/Berlin") async throws -> Entry {
        try await journal.add(.pain(PainRecord(now: level)), at: clock.now, zone: zone)
    }

    /// What is in effect, oldest first.
    func inEffect() async throws -> [RecordValue] {
        try await journal.values(EntryQuery(newestFirst: false)).compactMap(\.value)
    }
}

/// The moment that a text names.
func moment(_ text: String) throws -> Moment { try MomentText(text).moment }

/// An entry with its value, for what only reads.
func noted(_ value: RecordValue, at text: String, zone: String, seed: UInt64) throws -> Noted {
    var random = SplitMix64(seed: seed)
    let moment = try moment(text)
    return Noted(
        Entry(
            person: PersonID(at: moment, using: &random), id: EntryID(at: moment, using: &random), kind: value.kind,
            happenedAt: moment, zone: zone, recordedAt: moment, payload: value.json))
}
