import SeededRandom
import Testing
import UnknotExchange
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("Names of one's own in a run of entries")
struct OwnNamesTests {
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

    private func own(_ name: String, replaces: EntryID? = nil, id: EntryID? = nil) async throws -> Entry {
        let fields =
            (replaces.map { #","replaces":"\#($0)""# } ?? "") + (id.map { #","id":"\#($0)""# } ?? "")
        let line =
            #"{"kind":"own","at":"2026-11-01T07:00:00Z","payload":{"name":"\#(name)","value":1}\#(fields)}"#
        return try await intake.entry(EntryDraft(json: Array(line.utf8)))
    }

    private func away(_ id: EntryID) async throws -> Entry {
        let line = #"{"kind":"retraction","at":"2026-11-01T07:00:00Z","payload":{},"replaces":"\#(id)"}"#
        return try await intake.entry(EntryDraft(json: Array(line.utf8)))
    }

    /// Five names, kept.
    private func five() async throws -> [Entry] {
        var entries: [Entry] = []
        for name in ["a", "b", "c", "d", "e"] { entries.append(try await own(name)) }
        try await intake.keep(entries)
        return entries
    }

    @Test func `a sixth name is refused within one batch already`() async throws {
        for name in ["a", "b", "c", "d", "e", "a"] { _ = try await own(name) }
        let problem = await #expect(throws: IntakeProblem.self) { try await own("f") }
        #expect(problem?.path == "payload.name")
    }

    @Test func `a name that is taken away or corrected makes room, before and after it is kept`() async throws {
        let entries = try await five()
        let gone = try await away(entries[0].id)
        let sixth = try await own("f")
        try await intake.keep([gone, sixth])
        await #expect(throws: IntakeProblem.self) { try await own("a") }
        let corrected = try await own("g", replaces: entries[1].id)
        try await intake.keep([corrected])
        await #expect(throws: IntakeProblem.self) { try await own("b") }
        // Corrected back, as undo does it, there is no room for the other one.
        try await intake.keep([try await own("b", replaces: corrected.id)])
        await #expect(throws: IntakeProblem.self) { try await own("g") }
    }

    @Test func `what was not kept takes no room`() async throws {
        _ = try await own("a")
        let bad = try await own("x", replaces: EntryID("0190b6a1-7c3e-7abc-8def-00000000000b"))
        #expect(try await intake.keepEach([bad]).compactMap { $0 }.count == 1)
        for name in ["a", "b", "c", "d", "e"] { try await intake.keep([try await own(name)]) }
    }

    @Test func `an entry that is sent again passes, and its old name takes no room`() async throws {
        let entries = try await five()
        try await intake.keep([try await own("f", replaces: entries[0].id)])
        let again = try await own("a", id: entries[0].id)
        try await intake.keep([again])
        await #expect(throws: IntakeProblem.self) { try await own("a") }
    }

    @Test func `a name of long ago still counts, also one that another program wrote`() async throws {
        let entries = try await five()
        for _ in 0..<3 {
            var part: [Entry] = []
            for _ in 0..<60 { part.append(try await own("e")) }
            try await intake.keep(part)
        }
        let other = EntryIntake(
            store, of: person.id, stamps: Stamps(clock: { Self.now }, random: SplitMix64(seed: 3)))
        let sixth = Array(#"{"kind":"own","at":"2026-11-01T07:00:00Z","payload":{"name":"f","value":1}}"#.utf8)
        await #expect(throws: IntakeProblem.self) { try await other.entry(EntryDraft(json: sixth)) }
        _ = try await own("a")
        #expect(try await store.statistics(of: person.id).counts[.own] == entries.count + 180)
    }

    @Test func `any mixture is judged as by reading everything`() async throws {
        var random = SplitMix64(seed: 7)
        var inEffect: [EntryID: String] = [:]
        for _ in 0..<40 {
            var batch: [Entry] = []
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let replaced = Bool.random(using: &random) ? inEffect.keys.sorted().randomElement(using: &random) : nil
                if let replaced, Int.random(in: 0..<3, using: &random) == 0 {
                    batch.append(try await away(replaced))
                    inEffect[replaced] = nil
                    continue
                }
                let name = ["a", "b", "c", "d", "e", "f", "g"].randomElement(using: &random) ?? "a"
                let others = Set(inEffect.filter { $0.key != replaced }.values)
                if others.contains(name) || others.count < OwnRecord.mostNames {
                    let entry = try await own(name, replaces: replaced)
                    if let replaced { inEffect[replaced] = nil }
                    inEffect[entry.id] = name
                    batch.append(entry)
                } else {
                    await #expect(throws: IntakeProblem.self) { try await own(name, replaces: replaced) }
                }
            }
            try await intake.keep(batch)
        }
        #expect(inEffect.count > 20)
    }
}
