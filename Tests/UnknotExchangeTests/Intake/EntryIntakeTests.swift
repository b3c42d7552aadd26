import SeededRandom
import Testing
import UnknotExchange
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("Taking new entries")
struct EntryIntakeTests {
    private let store: any JournalStore
    private let person: Person
    private let intake: EntryIntake
    private static let now = Moment(milliseconds: 1_793_516_400_000)

    init() async throws {
        var samples = RecordSamples(seed: 1)
        store = try await SQLiteJournal.inMemory()
        person = samples.person()
        try await store.add(person)
        intake = EntryIntake(
            store, of: person.id, stamps: Stamps(clock: { Self.now }, random: SplitMix64(seed: 2)))
    }

    private func draft(
        _ fields: String = "", kind: String = "pain", at: String = "2026-11-01T07:00:00Z",
        payload: String = #"{"now":4}"#
    ) throws -> EntryDraft {
        try EntryDraft(json: Array(#"{"kind":"\#(kind)","at":"\#(at)","payload":\#(payload)\#(fields)}"#.utf8))
    }

    @Test func `fills in what was left out and keeps the payload in its one form`() async throws {
        let entry = try await intake.entry(try draft(payload: #"{ "worst": 5.0, "now": 4 }"#))
        #expect(entry.person == person.id && entry.recordedAt == Self.now && entry.zone == "+00:00")
        #expect(entry.payload == #"{"now":4,"version":1,"worst":5}"#)
        try await intake.keep([entry])
        #expect(try await store.entry(entry.id, of: person.id) == entry)
    }

    @Test func `ids are new ones and in order`() async throws {
        var ids: [EntryID] = []
        for _ in 0..<50 { ids.append(try await intake.entry(try draft()).id) }
        #expect(ids == ids.sorted() && Set(ids).count == 50)
    }

    @Test func `an entry that is sent again is kept once, as it was recorded first`() async throws {
        let fields = #","id":"0190b6a1-7c3e-7abc-8def-00000000000a""#
        let first = try await intake.entry(try draft(fields))
        try await intake.keep([first])
        let later = EntryIntake(
            store, of: person.id,
            stamps: Stamps(
                clock: { Moment(milliseconds: Self.now.milliseconds + 5_000) }, random: SplitMix64(seed: 3)))
        let again = try await later.entry(try draft(fields))
        let other = try await later.entry(try draft(#","zone":"Europe/Berlin""#))
        try await later.keep([again, other])
        #expect(try await store.record(of: person.id, after: nil, limit: 10) == [first, other])
        let changed = try await later.entry(try draft(fields, payload: #"{"now":5}"#))
        await #expect(throws: JournalError.alreadyKept("\(first.id)")) { try await later.keep([changed]) }
    }

    @Test func `one bad entry keeps no other out`() async throws {
        let good = try await intake.entry(try draft())
        let bad = try await intake.entry(
            try draft(#","replaces":"0190b6a1-7c3e-7abc-8def-00000000000b""#))
        let second = try await intake.entry(try draft())
        let problems = try await intake.keepEach([good, bad, second])
        #expect(problems.map { $0?.path } == [nil, "replaces", nil])
        #expect(try await store.record(of: person.id, after: nil, limit: 10).map(\.id) == [good.id, second.id])
    }

    @Test(arguments: [
        (#","zone":"Nowhere/Land""#, "2026-11-01T07:00:00Z", "zone"),
        ("", "2026-11-02T07:00:00.001Z", "at"),
        (#","person":"0190b6a1-7c3e-7abc-8def-00000000000b""#, "2026-11-01T07:00:00Z", "person"),
    ])
    func `refuses what the journal's rules refuse`(fields: String, at: String, path: String) async throws {
        let draft = try draft(fields, at: at)
        let problem = await #expect(throws: IntakeProblem.self) { try await intake.entry(draft) }
        #expect(problem?.path == path)
    }

    @Test func `a correction must be about the same thing`() async throws {
        let old = try await intake.entry(try draft())
        try await intake.keep([old])
        let water = try draft(#","replaces":"\#(old.id)""#, kind: "water", payload: #"{"litres":1}"#)
        let problem = await #expect(throws: IntakeProblem.self) { try await intake.entry(water) }
        #expect(problem?.path == "kind")
        try await intake.keep([try await intake.entry(try draft(#","replaces":"\#(old.id)""#))])
    }

    @Test func `no more than five names of one's own`() async throws {
        func own(_ name: String) throws -> EntryDraft {
            try draft(kind: "own", payload: #"{"name":"\#(name)","value":1}"#)
        }
        for name in ["a", "b", "c", "d", "e", "a"] { try await intake.keep([try await intake.entry(try own(name))]) }
        let sixth = try own("f")
        let problem = await #expect(throws: IntakeProblem.self) { try await intake.entry(sixth) }
        #expect(problem?.path == "payload.name")
    }
}
