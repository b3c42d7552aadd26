import SeededRandom
import UnknotJournal
import UnknotRecord

/// Makes persons and entries that are the same for a seed.
struct Samples {
    private var random: SplitMix64
    private var clock = Moment(milliseconds: 1_760_000_000_000)

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    /// A later moment than all before.
    mutating func now() -> Moment {
        clock = Moment(milliseconds: clock.milliseconds + Int64.random(in: 1...5000, using: &random))
        return clock
    }

    mutating func person(_ name: String = "Ada") -> Person {
        let now = now()
        return Person(id: PersonID(at: now, using: &random), name: name, createdAt: now)
    }

    mutating func entry(
        _ person: PersonID, _ kind: EntryKind = .pain, at happened: Int64? = nil, replaces: EntryID? = nil,
        payload: String? = nil
    ) -> Entry {
        let now = now()
        let spread = Int64(400) * 86_400_000
        let pain = Int.random(in: 0...10, using: &random)
        return Entry(
            person: person, id: EntryID(at: now, using: &random), kind: kind,
            happenedAt: Moment(
                milliseconds: happened ?? now.milliseconds - Int64.random(in: 0...spread, using: &random)),
            zone: ["Europe/Berlin", "America/St_Johns", "+05:45"].randomElement(using: &random) ?? "UTC",
            recordedAt: now, replaces: replaces,
            payload: payload ?? (kind == .retraction ? "{}" : #"{"now":\#(pain),"version":1}"#))
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    mutating func element<Element>(_ elements: [Element]) -> Element? {
        elements.randomElement(using: &random)
    }
}

/// A person of a store, with something to make entries from.
struct Subject {
    var samples: Samples
    let person: Person
    let store: any JournalStore

    var id: PersonID { person.id }

    init(_ store: any JournalStore, seed: UInt64 = 1) async throws {
        var samples = Samples(seed: seed)
        let person = samples.person()
        try await store.add(person)
        self.samples = samples
        self.person = person
        self.store = store
    }

    /// Keeps one entry.
    mutating func keep(
        _ kind: EntryKind = .pain, at happened: Int64? = nil, replaces: EntryID? = nil, payload: String? = nil
    ) async throws -> Entry {
        let entry = samples.entry(id, kind, at: happened, replaces: replaces, payload: payload)
        try await store.append([entry])
        return entry
    }

    /// Everything that is kept about the person, in the order of the archive.
    func record() async throws -> [Entry] {
        try await store.record(of: id, after: nil, limit: 1_000_000)
    }
}
