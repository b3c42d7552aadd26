import Testing
import UnknotJournal
import UnknotRecord

@Suite("The days in which patterns are looked for")
struct PatternHistoryTests {
    private func noted(
        _ kind: EntryKind, _ json: String, _ at: String, zone: String = "Europe/Berlin"
    ) throws -> Noted {
        let moment = try MomentText(at).moment
        var random = SystemRandomNumberGenerator()
        return Noted(
            Entry(
                person: PersonID(at: moment, using: &random), id: EntryID(at: moment, using: &random), kind: kind,
                happenedAt: moment, zone: zone, recordedAt: moment, payload: json))
    }

    private let today = LocalDay(number: 20_778)

    @Test func `nothing logged, no days`() {
        let history = PatternHistory([], today: today)
        #expect(history.range == nil && history.values(.water) == [])
    }

    @Test func `from the first to the last day with pain, by the pain that was logged most often`() throws {
        let entries = [
            try noted(.pain, #"{"now":3,"average":4}"#, "2026-11-01T09:00:00+01:00"),
            try noted(.pain, #"{"now":5}"#, "2026-11-01T21:00:00+01:00"),
            try noted(.pain, #"{"now":6}"#, "2026-11-04T09:00:00+01:00"),
            try noted(.water, #"{"litres":1}"#, "2026-11-02T09:00:00+01:00"),
            try noted(.water, #"{"litres":0.5}"#, "2026-11-02T12:00:00+01:00"),
            try noted(.water, #"{"litres":9}"#, "2026-11-09T12:00:00+01:00"),
        ]
        let history = PatternHistory(entries, today: today)
        #expect(history.measure == .painNow)
        #expect(history.values(.painNow) == [4, nil, nil, 6])
        #expect(history.values(.water) == [nil, 1.5, nil, nil])
        #expect(PatternHistory([entries[0]], today: today).measure == .painAverage)
    }

    @Test func `an entry counts for the day that it was where the person was`() throws {
        let entries = [
            try noted(.pain, #"{"now":3}"#, "2026-11-01T23:30:00Z", zone: "America/New_York"),
            try noted(.pain, #"{"now":7}"#, "2026-11-01T23:30:00Z", zone: "Asia/Tokyo"),
        ]
        #expect(PatternHistory(entries, today: today).values(.painNow) == [3, 7])
    }

    @Test func `what is older than a year is left out`() throws {
        let old = try noted(.pain, #"{"now":3}"#, "2025-01-01T09:00:00+01:00")
        #expect(PatternHistory([old], today: today).range == nil)
    }
}
