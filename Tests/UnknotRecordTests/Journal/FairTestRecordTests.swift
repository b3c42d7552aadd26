import Testing
import UnknotRecord

@Suite("Fair tests in a journal")
struct FairTestRecordTests {
    static let bytes = [UInt8](repeating: 0xA5, count: FairTestRecord.randomBytes)
    static let hex = String(repeating: "a5", count: FairTestRecord.randomBytes)
    /// Three pairs of one day.
    static let usual =
        #""stage":"days","question":"q","routine":"r","versus":"v","period":1,"pairs":3,"run_in":5,"asked_at":"20:00","outcome":"average_pain","screened_on":"2026-11-01""#
    static let sessions =
        #""stage":"sessions","question":"q","techniques":["quiet_rest","stretch_hold"],"blocks":2,"outcome":"tenderness","screened_on":"2026-11-01""#
    static let id = "0190b6a1-7c3e-7abc-8def-0123456789ab"

    private static func json(
        _ core: String = usual, schedule: String = "[0,1,1,0,0,1]", random: String = hex, more: String = ""
    ) -> String {
        "{\(core),\"schedule\":\(schedule),\"random\":\"\(random)\"\(more)}"
    }

    @Test func `both stages are read`() throws {
        for text in [Self.json(), Self.json(Self.sessions, schedule: "[1,0,0,1]")] {
            let value = try RecordValue(kind: .fairTest, json: Array(text.utf8))
            guard case .fairTest(let record) = value else { continue }
            #expect(record.random == Self.bytes && record.randomText == Self.hex)
            #expect(record.schedule.count == (record.stage == .days ? 6 : 4))
        }
    }

    @Test(arguments: [
        BadRecord(.fairTest, json(schedule: "[0,1,1,0,0]"), at: "schedule", says: "5 draws", allows: "3 pairs"),
        BadRecord(.fairTest, json(schedule: "[0,1,1,1,0,1]"), at: "schedule", says: "do not fit", allows: "3 pairs"),
        BadRecord(.fairTest, json(schedule: "[0,1,2,0,0,1]"), at: "schedule", says: "do not fit", allows: "0 or 1"),
        BadRecord(.fairTest, json(schedule: "[0,1,0.5,0,0,1]"), at: "schedule[2]", says: "no draw", allows: "whole"),
        BadRecord(.fairTest, json(random: "a5"), at: "random", says: "1 bytes", allows: "256"),
        BadRecord(.fairTest, json(random: "xy"), at: "random", says: "not a list of bytes", allows: "0-9 and a-f"),
        BadRecord(
            .fairTest, json(more: #","first_day":"2026-02-30""#), at: "first_day", says: "02-30", allows: "a day"),
        BadRecord(.fairTest, json(more: #","blocks":2"#), at: "blocks", says: "stage days", allows: "routine"),
        BadRecord(.fairTest, json(more: #","point":"a_tp1""#), at: "side", says: "missing", allows: "a point with"),
        BadRecord(
            .fairTest, json(more: #","ended":{"on":"2026-11-02","reason":"bored"}"#), at: "ended.reason", says: "bored",
            allows: "choice"),
        BadRecord(
            .fairTest, json(usual.replacing("20:00", with: "24:00")), at: "asked_at", says: "24:00", allows: "20:00"),
        BadRecord(
            .fairTest, json(usual.replacing("\"pairs\":3", with: "\"pairs\":2")), at: "pairs", says: "2",
            allows: "3 to 20"),
        BadRecord(
            .fairTest, json(sessions, schedule: "[1,0,0,0]"), at: "schedule", says: "do not fit", allows: "2 blocks"),
        BadRecord(
            .fairTest, json(sessions.replacing("quiet_rest", with: "walk"), schedule: "[1,0,0,1]"), at: "techniques",
            says: "2 techniques", allows: "quiet_rest first"),
        BadRecord(
            .fairTestDay, #"{"test":"x","day":"2026-11-01","rating":4}"#, at: "test", says: "x", allows: "an id"),
        BadRecord(
            .fairTestDay, "{\"test\":\"\(id)\",\"day\":\"2026-11-1\",\"rating\":4}", at: "day", says: "2026-11-1",
            allows: "a day"),
        BadRecord(
            .fairTestDay, "{\"test\":\"\(id)\",\"day\":\"2026-11-01\",\"rating\":11}", at: "rating", says: "11",
            allows: "0 to 10"),
        BadRecord(
            .fairTestDay, "{\"test\":\"\(id)\",\"day\":\"2026-11-01\"}", at: "", says: "Nothing is said",
            allows: "rating"),
        BadRecord(
            .fairTestDay, "{\"test\":\"\(id)\",\"day\":\"2026-11-01\",\"harms\":[\"itch\"]}", at: "harms[0]",
            says: "itch", allows: "bruise"),
        BadRecord(
            .fairTestSession, "{\"test\":\"\(id)\",\"number\":0,\"before\":4}", at: "number", says: "0",
            allows: "1 to 360"),
        BadRecord(
            .fairTestSession, "{\"test\":\"\(id)\",\"number\":1,\"after\":1,\"harms\":[\"itch\"]}", at: "harms[0]",
            says: "itch", allows: "bruise"),
        BadRecord(
            .fairTestSession, "{\"test\":\"\(id)\",\"number\":1,\"harms\":[\"bruise\",\"bruise\"]}", at: "harms",
            says: "twice", allows: "once"),
        BadRecord(
            .fairTest, json(sessions, schedule: "[1,0,0,1]", more: #","spares":1"#), at: "schedule", says: "do not fit",
            allows: "3 blocks"),
        BadRecord(
            .fairTest, json(sessions, schedule: "[1,0,0,1]", more: #","spares":6"#), at: "spares", says: "6",
            allows: "0 to 5"),
        BadRecord(.fairTest, json(more: #","spares":1"#), at: "spares", says: "stage days", allows: "routine"),
        BadRecord(
            .fairTestSession, "{\"test\":\"\(id)\",\"number\":1}", at: "", says: "Nothing is said", allows: "before"),
    ])
    func `what does not fit is named`(bad: BadRecord) throws {
        let problem = try #require(bad.problem, "\(bad) was read")
        #expect(problem.path == bad.path)
        #expect(problem.message.contains(bad.says), "\(problem.message)")
        #expect(problem.allowed.contains(bad.allows), "\(problem.allowed)")
    }

    @Test(arguments: 1...20)
    func `a later version may only add the start and the end`(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        let test = try records.fairTest()
        let day = try RecordDay("2026-11-05", key: "day")
        let ended = try test.ended(FairTestRecord.Ending(on: day, .choice))
        #expect(ended.isSamePlan(as: test) && ended.ended?.day == day)
        if let begun = try test.begun(on: day) {
            #expect(begun.isSamePlan(as: test) && begun.schedule == test.schedule && begun.random == test.random)
            #expect(try begun.begun(on: day) == nil, "it begins once")
            #expect(try begun.ended(.init(on: day, .harm)).isSamePlan(as: test))
        }
        // What was begun or ended stays so in every later version, by the word that came first.
        let later = try test.ended(FairTestRecord.Ending(on: RecordDay("2026-12-24", key: "day"), .help))
        #expect(try test.keepingStartAndEnd(of: [test, ended, test]).ended?.day == (test.ended?.day ?? day))
        #expect(try later.keepingStartAndEnd(of: [later, ended, test]) == (test.ended == nil ? ended : test))
        #expect(try test.keepingStartAndEnd(of: [test]) == test)
        if let begun = try test.begun(on: day) {
            #expect(try test.keepingStartAndEnd(of: [test, begun, test]) == begun)
        }
        var bytes = test.random
        bytes[0] ^= 1
        let other = try FairTestRecord(
            question: test.question, course: test.course, random: bytes, schedule: test.schedule,
            outcome: test.outcome, point: test.point, side: test.side, screenedOn: test.screenedOn)
        #expect(!other.isSamePlan(as: test))
    }
}
