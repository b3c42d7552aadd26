import Testing
import UnknotExchange
import UnknotJournal
import UnknotJournalSQLite
import UnknotRecord

@Suite("Lines that an archive cannot hold")
struct ArchiveRefusalTests {
    private static let person = "0190b6a1-7c3e-7abc-8def-0123456789ab"
    private static let id = "0190b6a1-7c3e-7abc-8def-00000000000a"

    struct Case: Sendable, CustomTestStringConvertible {
        let line: String
        let path: String
        var testDescription: String { line }
    }

    private static func entry(_ fields: String) -> String {
        #"{"kind":"pain","at":"2026-11-01T08:00:00+01:00","payload":{"now":4}\#(fields)}"#
    }

    static let cases = [
        Case(line: "", path: ""),
        Case(line: "[]", path: ""),
        Case(line: "4", path: ""),
        Case(line: "{", path: ""),
        Case(line: #"{"kind":"pain""#, path: ""),
        Case(line: #"{"kind":"pain",}"#, path: ""),
        Case(line: #"{"kind" "pain"}"#, path: ""),
        Case(line: entry("") + "x", path: ""),
        Case(line: entry("") + entry(""), path: ""),
        Case(line: "{}", path: "kind"),
        Case(line: #"{"kind":"mood"}"#, path: "kind"),
        Case(line: #"{"kind":4}"#, path: "kind"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00+01:00"}"#, path: "payload"),
        Case(line: #"{"kind":"pain","payload":{"now":4}}"#, path: "at"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00","payload":{"now":4}}"#, path: "at"),
        Case(line: #"{"kind":"pain","at":"2026-02-30T08:00:00Z","payload":{"now":4}}"#, path: "at"),
        Case(line: #"{"kind":"pain","at":"1899-12-31T08:00:00Z","payload":{"now":4}}"#, path: "at"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00Z","payload":{"now":11}}"#, path: "payload.now"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00Z","payload":{"now":4,"now":5}}"#, path: "payload.now"),
        Case(
            line: #"{"kind":"pain","at":"2026-11-01T08:00:00Z","payload":{"now":4,"version":2}}"#,
            path: "payload.version"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00Z","payload":[]}"#, path: "payload"),
        Case(line: #"{"kind":"pain","at":"2026-11-01T08:00:00Z","payload":{"now":4]}"#, path: "payload"),
        Case(line: #"{"kind":"retraction","at":"2026-11-01T08:00:00Z","payload":{}}"#, path: "replaces"),
        Case(line: entry(#","colour":"red""#), path: "colour"),
        Case(line: entry(#","id":"7""#), path: "id"),
        Case(line: entry(#","id":7"#), path: "id"),
        Case(line: entry(#","kind":"pain""#), path: "kind"),
        Case(line: entry(#","zone":"""#), path: "zone"),
        Case(line: entry(#","replaces":"x""#), path: "replaces"),
        Case(line: entry(#","id":"\#(id)","replaces":"\#(id)""#), path: "replaces"),
        Case(line: entry(#","person":"Ada""#), path: "person"),
    ]

    @Test(arguments: cases)
    func `are refused with the place`(example: Case) throws {
        let problem = #expect(throws: IntakeProblem.self) { try EntryDraft(json: Array(example.line.utf8)) }
        #expect(problem?.path == example.path)
        #expect(problem?.message.isEmpty == false && problem?.allowed.isEmpty == false)
    }

    @Test func `a refusal names the entry`() throws {
        let line = Self.entry(#","id":"\#(Self.id)","x":1"#)
        let problem = #expect(throws: IntakeProblem.self) { try EntryDraft(json: Array(line.utf8)) }
        #expect(problem?.id == Self.id)
    }

    @Test func `bytes that are no text are refused`() {
        #expect(throws: IntakeProblem.self) { try EntryDraft(json: [0x7B, 0xFF, 0x7D]) }
    }

    @Test(arguments: [
        (
            #"{"kind":"person","person":"\#(person)","recorded_at":"2026-11-01T08:00:00Z","payload":{"name":""}}"#,
            "payload.name"
        ),
        (
            #"{"kind":"person","person":"\#(person)","recorded_at":"2026-11-01T08:00:00Z","payload":{"name":"A","version":3}}"#,
            "payload.version"
        ),
        (
            #"{"kind":"person","person":"\#(person)","recorded_at":"2026-11-01T08:00:00Z","payload":{"name":4}}"#,
            "payload.name"
        ),
        (#"{"kind":"person","person":"\#(person)","payload":{"name":"A"}}"#, "recorded_at"),
        (#"{"kind":"person","recorded_at":"2026-11-01T08:00:00Z","payload":{"name":"A"}}"#, "person"),
    ])
    func `lines of persons are checked too`(line: String, path: String) {
        let problem = #expect(throws: IntakeProblem.self) { try ArchiveItem(json: Array(line.utf8)) }
        #expect(problem?.path == path)
    }

    @Test(arguments: [("id", ""), ("recorded_at", #","id":"\#(id)""#)])
    func `an archive wants what a new entry may leave out`(path: String, fields: String) throws {
        var reader = ArchiveReader(person: PersonID(Self.person))
        let line = NumberedLine(number: 7, text: Self.entry(fields))
        let refusal = #expect(throws: ArchiveRefusal.self) { try reader.read(line) }
        #expect(refusal?.line == 7 && refusal?.problem.path == path)
    }

    @Test func `a store's refusal names the line`() async throws {
        let store = try await SQLiteJournal.inMemory()
        var samples = RecordSamples(seed: 1)
        let person = samples.person()
        let entries = samples.record(of: person.id, count: 20)
        let kept = entries[12]
        try await store.add(person)
        // The same id says something else in the archive.
        let other = Entry(
            person: kept.person, id: kept.id, kind: kept.kind, happenedAt: kept.happenedAt, zone: "Asia/Tokyo",
            recordedAt: kept.recordedAt, payload: kept.payload)
        try await store.append([other])
        var loader = try await ArchiveLoader(into: store)
        for (number, entry) in entries.enumerated() { try await loader.load(entry, line: number + 1) }
        let refusal = await #expect(throws: ArchiveRefusal.self) { try await loader.finish() }
        #expect(refusal?.line == 13 && refusal?.problem.path == "id")
        #expect(try await store.entry(other.id, of: person.id) == other)
    }

    @Test func `an entry that replaces nothing is told at the end`() async throws {
        let store = try await SQLiteJournal.inMemory()
        var samples = RecordSamples(seed: 2)
        let person = samples.person()
        let (missing, orphan) = (samples.entry(of: person.id), samples.entry(of: person.id))
        var loader = try await ArchiveLoader(into: store)
        try await loader.load(person)
        let replacing = Entry(
            person: person.id, id: orphan.id, kind: .retraction, happenedAt: orphan.happenedAt, zone: "UTC",
            recordedAt: orphan.recordedAt, replaces: missing.id, payload: "{}")
        try await loader.load(replacing, line: 3)
        let refusal = await #expect(throws: ArchiveRefusal.self) { try await loader.finish() }
        #expect(refusal?.line == 3 && refusal?.problem.path == "replaces")
    }

    @Test func `somebody else under the same id is refused`() async throws {
        let store = try await SQLiteJournal.inMemory()
        var samples = RecordSamples(seed: 3)
        var person = samples.person()
        try await store.add(person)
        var loader = try await ArchiveLoader(into: store)
        person.name = "Another"
        let namesake = person
        await #expect(throws: ArchiveRefusal.self) { try await loader.load(namesake, line: 1) }
    }
}

extension NumberedLine {
    init(number: Int, text: String) {
        var cutter = LineCutter()
        let lines = cutter.feed(Array((String(repeating: "\n", count: number - 1) + text + "\n").utf8))
        self = lines[0]
    }
}
