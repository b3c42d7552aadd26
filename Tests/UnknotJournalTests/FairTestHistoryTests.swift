import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("What was written down for a fair test")
struct FairTestHistoryTests {
    private static let test: EntryID = {
        var random = SplitMix64(seed: 3)
        return EntryID(at: Moment(milliseconds: 0), using: &random)
    }()

    private let second = LocalDay(number: 20_759)

    @Test func `the second of November 2026 is meant`() {
        #expect(second.description == "2026-11-02")
    }

    private func day(
        _ fields: String, about day: String, at: String, zone: String = "Europe/Berlin", seed: UInt64 = 5
    ) throws -> Noted {
        let json = "{\"test\":\"\(Self.test)\",\"day\":\"\(day)\",\(fields)}"
        return try noted(RecordValue(kind: .fairTestDay, json: Array(json.utf8)), at: at, zone: zone, seed: seed)
    }

    private func history(_ entries: [Noted]) -> FairTestHistory {
        FairTestHistory(of: Self.test, askedAt: 20 * 60, in: entries)
    }

    @Test func `the first number of a day counts, of the rest what was said last`() throws {
        let entries = [
            try day(#""rating":3,"done":true"#, about: "2026-11-02", at: "2026-11-02T21:00:00+01:00"),
            try day(#""rating":7,"harms":["bruise"]"#, about: "2026-11-02", at: "2026-11-02T20:00:00+01:00"),
            try day(
                #""done":false,"harms":["bruise","soreness"]"#, about: "2026-11-02", at: "2026-11-02T22:00:00+01:00"),
        ]
        let said = try #require(history(entries).days[second])
        #expect(said.rating == 7 && said.done == false && said.harms == [.bruise, .soreness] && !said.isLate)
        #expect(history(entries.reversed()).days == history(entries).days)
    }

    @Test(arguments: [
        ("2026-11-03T19:00:00+01:00", false), ("2026-11-03T21:59:00+01:00", false), ("2026-11-03T22:01:00+01:00", true),
        ("2026-12-24T12:00:00+01:00", true),
    ])
    func `a number that was written down more than a day later is late, whatever it says of itself`(
        at: String, isLate: Bool
    ) throws {
        let found = try history([day(#""rating":3"#, about: "2026-11-02", at: at)])
        #expect(found.days[second]?.isLate == isLate)
    }

    @Test func `a number that says it is late is late`() throws {
        let found = try history([
            day(#""rating":3,"late":true"#, about: "2026-11-02", at: "2026-11-02T21:00:00+01:00")
        ])
        #expect(found.days[second]?.isLate == true)
    }

    @Test func `days are those that the entries name, wherever the person is now`() throws {
        let entries = [
            try day(#""rating":3"#, about: "2026-11-02", at: "2026-11-02T23:30:00+01:00"),
            try day(#""rating":4"#, about: "2026-11-03", at: "2026-11-03T20:00:00-10:00", zone: "Pacific/Honolulu"),
        ]
        #expect(history(entries).days.keys.map(\.description).sorted() == ["2026-11-02", "2026-11-03"])
    }

    @Test func `entries of other tests and kinds are passed over, and sessions are gathered by number`() throws {
        func session(_ fields: String, at: String) throws -> Noted {
            let json = "{\"test\":\"\(Self.test)\",\"number\":1,\(fields)}"
            return try noted(RecordValue(kind: .fairTestSession, json: Array(json.utf8)), at: at, zone: "UTC", seed: 2)
        }
        let other = try noted(.pain(PainRecord(now: 4)), at: "2026-11-02T21:00:00Z", zone: "UTC", seed: 1)
        let stranger = try RecordValue(
            kind: .fairTestDay,
            json: Array(#"{"test":"0190b6a1-7c3e-7abc-8def-0123456789ab","day":"2026-11-02","rating":9}"#.utf8))
        let found = history([
            other, try noted(stranger, at: "2026-11-02T21:00:00Z", zone: "UTC", seed: 1),
            try session(#""before":6"#, at: "2026-11-02T10:00:00Z"),
            try session(#""before":2"#, at: "2026-11-02T10:01:00Z"),
            try session(#""after":3"#, at: "2026-11-02T10:05:00Z"),
        ])
        #expect(found.days.isEmpty)
        #expect(
            found.sessions[1]?.before == 6 && found.sessions[1]?.after == 3 && found.sessions[1]?.isSkipped == false)
    }
}
