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
            try session(#""after":3,"harms":["bruise"]"#, at: "2026-11-02T10:05:00Z"),
            try session(#""after":9,"harms":["bruise","new_symptom"]"#, at: "2026-11-02T10:09:00Z"),
        ])
        #expect(found.days.isEmpty)
        #expect(
            found.sessions[1]?.before == 6 && found.sessions[1]?.after == 3 && found.sessions[1]?.isSkipped == false)
        #expect(found.sessions[1]?.minutes(now: Moment(milliseconds: 0)) == 5)
        #expect(found.sessions[1]?.harms == [.bruise, .newSymptom])
    }

    @Test func `a session without a number after lasts until now`() throws {
        let json = "{\"test\":\"\(Self.test)\",\"number\":2,\"before\":6}"
        let began = try noted(
            RecordValue(kind: .fairTestSession, json: Array(json.utf8)), at: "2026-11-02T10:00:00Z", zone: "UTC",
            seed: 2)
        let found = history([began])
        #expect(try found.sessions[2]?.minutes(now: moment("2026-11-02T10:31:30Z")) == 31.5)
    }

    // MARK: Numbers that were changed, and numbers too close together

    /// An entry as the next step of another one.
    private func step(_ noted: Noted, after old: Noted) -> Noted {
        let entry = noted.entry
        return Noted(
            Entry(
                person: entry.person, id: entry.id, kind: entry.kind, happenedAt: entry.happenedAt, zone: entry.zone,
                recordedAt: entry.recordedAt, replaces: old.entry.id, payload: entry.payload))
    }

    private func removal(of old: Noted, at: String) throws -> Noted {
        step(try noted(.retraction, at: at, zone: "Europe/Berlin", seed: 9), after: old)
    }

    @Test func `the first number stands, and one that was taken away or changed is left out`() throws {
        let first = try day(#""rating":4"#, about: "2026-11-02", at: "2026-11-02T20:10:00+01:00")
        let removed = try removal(of: first, at: "2026-11-02T20:12:00+01:00")
        let again = try day(#""rating":9"#, about: "2026-11-02", at: "2026-11-02T20:13:00+01:00")
        let found = try #require(history([first, removed, again]).days[second])
        #expect(found.rating == 4 && found.isChanged && !found.counts)
        let other = step(again, after: first)
        #expect(history([first, other]).days[second]?.rating == 4)
        #expect(history([first, other]).days[second]?.counts == false)
        // A second number beside it changes nothing, and what was taken away and put back is as it was.
        #expect(history([first, again]).days[second]?.counts == true)
        let restored = step(
            try day(#""rating":4"#, about: "2026-11-02", at: "2026-12-24T12:00:00+01:00"), after: removed)
        #expect(history([restored, removed, first]).days[second]?.counts == true)
        // One of another day now is none of this day any more.
        let moved = step(try day(#""rating":4"#, about: "2026-11-03", at: "2026-11-03T20:00:00+01:00"), after: first)
        #expect(history([first, moved]).days[second]?.isChanged == true)
    }

    @Test func `a number whose entry only got another time is as timely as before, and so when that is undone`() throws
    {
        let first = try day(#""rating":4"#, about: "2026-11-02", at: "2026-11-02T20:10:00+01:00")
        let retimed = step(
            try day(#""rating":4,"done":true"#, about: "2026-11-02", at: "2026-12-24T12:00:00+01:00"), after: first)
        let undone = step(
            try day(#""rating":4"#, about: "2026-11-02", at: "2026-12-25T12:00:00+01:00"), after: retimed)
        for entries in [[first, retimed], [first, retimed, undone], [undone, first, retimed]] {
            let found = try #require(history(entries).days[second])
            #expect(found.counts && !found.isLate && found.ratedAt == first.entry.recordedAt)
            #expect(found.done == (entries.count == 2 ? true : nil), "of the rest what is in effect")
        }
    }

    @Test(arguments: [
        ("2026-11-03T00:01:00+01:00", "Europe/Berlin", false), ("2026-11-03T11:58:00+01:00", "Europe/Berlin", false),
        ("2026-11-03T11:59:00+01:00", "Europe/Berlin", true), ("2026-11-03T19:00:00+01:00", "Europe/Berlin", true),
        ("2026-11-03T12:59:00+13:00", "Pacific/Auckland", false),
    ])
    func `two numbers within half a day are not those of two days`(at: String, zone: String, counts: Bool) throws {
        let third = second.advanced(by: 1)
        let found = try history([
            day(#""rating":3"#, about: "2026-11-02", at: "2026-11-02T23:59:00+01:00"),
            day(#""rating":9"#, about: "2026-11-03", at: at, zone: zone),
        ])
        #expect(found.days[second]?.counts == true && found.days[third]?.counts == counts)
        #expect(found.days[third]?.isTooSoon == !counts)
        // A late number is none that others could come too soon after.
        let late = try day(#""rating":3,"late":true"#, about: "2026-11-02", at: "2026-11-02T23:59:00+01:00")
        let after = try day(#""rating":9"#, about: "2026-11-03", at: at, zone: zone)
        #expect(history([late, after]).days[third]?.counts == true)
    }

    @Test func `how far a number is from its time is told by the clock where it was given, not round it`() throws {
        let found = try history([
            day(#""rating":3"#, about: "2026-11-02", at: "2026-11-02T19:30:00-10:00", zone: "Pacific/Honolulu"),
            day(#""rating":3"#, about: "2026-11-03", at: "2026-11-04T19:00:00+01:00"),
        ])
        #expect(found.days[second]?.minutesOff == -30)
        #expect(found.days[second.advanced(by: 1)]?.minutesOff == 23 * 60)
    }

    @Test func `a day whose lot was kept back stays one until it is shown`() throws {
        let first = try day(#""rating":4,"held":true"#, about: "2026-11-02", at: "2026-11-02T20:10:00+01:00")
        let removed = try removal(of: first, at: "2026-11-02T20:12:00+01:00")
        #expect(history([first]).days[second]?.isHeld == true && history([first]).days[second]?.counts == true)
        #expect(history([first, removed]).days[second]?.isHeld == true)
        let shown = try day(#""held":false"#, about: "2026-11-02", at: "2026-11-02T20:20:00+01:00")
        #expect(history([shown, first]).days[second]?.isHeld == false)
    }
}
