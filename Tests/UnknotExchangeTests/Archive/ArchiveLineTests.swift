import Testing
import UnknotExchange
import UnknotJournal
import UnknotRecord

@Suite("Lines of an archive")
struct ArchiveLineTests {
    private func entry(_ milliseconds: Int64, zone: String) throws -> Entry {
        Entry(
            person: try #require(PersonID("0190b6a1-7c3e-7abc-8def-0123456789ab")),
            id: try #require(EntryID("0190b6a1-7c3e-7abc-8def-00000000000a")), kind: .pain,
            happenedAt: Moment(milliseconds: milliseconds), zone: zone,
            recordedAt: Moment(milliseconds: 1_793_516_400_000), payload: #"{"now":4,"version":1}"#)
    }

    @Test func `an entry is written like this`() throws {
        #expect(
            try ArchiveLine.json(of: entry(1_793_516_400_000, zone: "Europe/Berlin"))
                == #"{"person":"0190b6a1-7c3e-7abc-8def-0123456789ab","id":"0190b6a1-7c3e-7abc-8def-00000000000a","#
                + #""kind":"pain","at":"2026-11-01T07:00:00Z","zone":"Europe/Berlin","#
                + #""recorded_at":"2026-11-01T07:00:00.000Z","payload":{"now":4,"version":1}}"#)
    }

    @Test func `a person is written like this`() throws {
        let person = Person(
            id: try #require(PersonID("0190b6a1-7c3e-7abc-8def-0123456789ab")), name: "A\"\n",
            createdAt: Moment(milliseconds: 1_793_516_400_007))
        #expect(
            ArchiveLine.json(of: person)
                == #"{"person":"0190b6a1-7c3e-7abc-8def-0123456789ab","id":"0190b6a1-7c3e-7abc-8def-0123456789ab","#
                + #""kind":"person","at":"2026-11-01T07:00:00.007Z","recorded_at":"2026-11-01T07:00:00.007Z","#
                + #""payload":{"name":"A\"\u000a","version":2}}"#)
    }

    @Test(arguments: [
        ("+01:00", #""at":"2026-11-01T08:00:00.250+01:00","recorded_at""#),
        ("-03:30", #""at":"2026-11-01T03:30:00.250-03:30","recorded_at""#),
        ("+00:00", #""at":"2026-11-01T07:00:00.250+00:00","recorded_at""#),
        ("UTC", #""at":"2026-11-01T07:00:00.250Z","zone":"UTC","recorded_at""#),
        ("No/Such_Zone", #""at":"2026-11-01T07:00:00.250Z","zone":"No/Such_Zone","recorded_at""#),
        ("+1:00", #""at":"2026-11-01T07:00:00.250Z","zone":"+1:00","recorded_at""#),
    ])
    func `what is written of a time depends on no rules of zones`(zone: String, text: String) throws {
        let entry = try entry(1_793_516_400_250, zone: zone)
        let line = ArchiveLine.json(of: entry)
        #expect(line.contains(text))
        let draft = try EntryDraft(json: Array(line.utf8))
        #expect(draft.zone == zone && draft.happenedAt == entry.happenedAt && draft.recordedAt == entry.recordedAt)
    }

    @Test(arguments: [
        (-2_208_988_800_000, "1900-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59.999Z"), (0, "1970-01-01T00:00:00Z"),
        (951_782_400_000, "2000-02-29T00:00:00Z"), (7_258_118_399_999, "2199-12-31T23:59:59.999Z"),
    ])
    func `times of two centuries are written right`(milliseconds: Int64, text: String) throws {
        let line = try ArchiveLine.json(of: entry(milliseconds, zone: "UTC"))
        #expect(line.contains("\"at\":\"\(text)\""))
        #expect(try EntryDraft(json: Array(line.utf8)).happenedAt.milliseconds == milliseconds)
    }

    @Test func `an entry needs only kind, time and payload`() throws {
        let line = #" { "kind": "pain", "at": "2026-11-01T08:00:00+01:00", "id": null, "payload": {"now": 4} } "#
        let draft = try EntryDraft(json: Array(line.utf8))
        #expect(draft.kind == .pain && draft.zone == "+01:00" && draft.id == nil && draft.recordedAt == nil)
        #expect(draft.happenedAt.milliseconds == 1_793_516_400_000)
        #expect(draft.writtenPayload == #"{"now": 4}"#)
    }

    @Test func `keys and texts may be escaped`() throws {
        let line = #"{"\u006bind":"p\u0061in","at":"2026-11-01T08:00:00Z","payload":{"now":4}}"#
        #expect(try EntryDraft(json: Array(line.utf8)).kind == .pain)
    }

    @Test(arguments: ["", "a", "\u{0}\u{1F}\u{7F}", "\"\\/", "e\u{301}🇫🇷\u{2028}"])
    func `a literal is read as it was`(text: String) throws {
        let list = try ObjectList.objects(in: Array("[\(ArchiveLine.literal(text))]".utf8))
        let read = try JSONValue.parse(list[0])
        guard case .string(let found) = read else { throw IntakeProblem(path: "", message: "", allowed: "") }
        #expect(Array(found.utf8) == Array(text.utf8))
    }
}
