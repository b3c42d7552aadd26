import SeededRandom
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

/// Journals that are the same for a seed: all kinds of texts, zones and corrections.
struct RecordSamples {
    private var random: SplitMix64
    private var clock: Int64 = 1_760_000_000_000

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
    }

    private static let names = ["Ada", "Ø\u{308} „quoted“ \\ \"x\"", "日本 👩‍⚕️", "a\tb\u{1}"]
    private static let zones = ["Europe/Berlin", "America/St_Johns", "+05:45", "-03:30", "UTC", "+00:00"]

    mutating func person() -> Person {
        clock += Int64.random(in: 0...2, using: &random)
        let moment = Moment(milliseconds: clock)
        return Person(
            id: PersonID(at: moment, using: &random), name: Self.names.randomElement(using: &random) ?? "Ada",
            createdAt: moment)
    }

    /// A record in which every fourth entry replaces an earlier one; many are recorded in the same millisecond.
    mutating func record(of person: PersonID, count: Int) -> [Entry] {
        var entries: [Entry] = []
        var open: [Entry] = []
        for _ in 0..<count {
            clock += Int64.random(in: 0...1, using: &random)
            let old = Int.random(in: 0..<4, using: &random) == 0 ? open.popLast() : nil
            let entry = entry(of: person, replaces: old)
            if entry.kind != .retraction { open.append(entry) }
            open.shuffle(using: &random)
            entries.append(entry)
        }
        return entries
    }

    mutating func entry(of person: PersonID, replaces old: Entry? = nil) -> Entry {
        let moment = Moment(milliseconds: clock)
        let ago = Int64.random(in: 0...3_000_000_000, using: &random)
        let isRetraction = old != nil && Bool.random(using: &random)
        let payload = payload()
        return Entry(
            person: person, id: EntryID(at: moment, using: &random), kind: isRetraction ? .retraction : payload.kind,
            happenedAt: Moment(milliseconds: clock - (Bool.random(using: &random) ? ago : ago / 1_000 * 1_000)),
            zone: Self.zones.randomElement(using: &random) ?? "UTC", recordedAt: moment, replaces: old?.id,
            payload: isRetraction ? #"{"version":1}"# : payload.text)
    }

    /// Some of these are not in the canonical form: what is kept must come out as it is.
    private mutating func payload() -> (kind: EntryKind, text: String) {
        let pain = Int.random(in: 0...10, using: &random)
        return [
            (.pain, #"{"now":\#(pain),"version":1}"#), (.pain, #"{ "version" : 1, "worst": \#(pain).00 }"#),
            (.note, #"{"text":"„Guten Tag“ 👋🏽 \"a\" \\ \n b","version":1}"#), (.note, #"{"text":"\u00e9\/\u0041"}"#),
            (
                .press,
                #"{"lump":true,"point":"gluteus_medius_tp1","side":"left","spreads_to":["sacrum"],"tenderness":6}"#
            ),
        ].randomElement(using: &random) ?? (.pain, #"{"now":\#(pain)}"#)
    }
}

extension JournalStore {
    /// Fills an empty store with some persons and their records.
    func fill(seed: UInt64, persons: Int = 3, entries: Int = 100) async throws {
        var samples = RecordSamples(seed: seed)
        for _ in 0..<persons {
            let person = samples.person()
            try await add(person)
            try await append(samples.record(of: person.id, count: entries))
        }
    }
}
