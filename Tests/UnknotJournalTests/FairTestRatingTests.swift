import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Numbers of fair tests as average pain")
struct FairTestRatingTests {
    private func told(
        _ rating: Double?, on day: String, at: String? = nil, late: Bool = false, seed: UInt64
    ) throws -> Noted {
        var random = SplitMix64(seed: 5)
        let record = try FairTestDayRecord(
            test: EntryID(at: Moment(milliseconds: 1), using: &random), day: RecordDay(day, key: "day"),
            rating: rating, medicine: false, isLate: late)
        return try noted(.fairTestDay(record), at: at ?? "\(day)T20:10:00Z", zone: "UTC", seed: seed)
    }

    private func logged(_ average: Double?, now: Double? = nil, on day: String, seed: UInt64) throws -> Noted {
        try noted(.pain(PainRecord(now: now, average: average)), at: "\(day)T21:00:00Z", zone: "UTC", seed: seed)
    }

    private func series(_ entries: [Noted], _ measure: Measure = .painAverage) throws -> [Double?] {
        let range = try #require(LocalDay("2026-05-10"))...#require(LocalDay("2026-05-13"))
        let series = DaySeries(measure, in: entries, over: range)
        return series.days.map(series.value)
    }

    @Test func `a number counts for the day before the one on which it is asked`() throws {
        let entries = [try told(4, on: "2026-05-11", seed: 1), try told(6, on: "2026-05-13", seed: 2)]
        #expect(try series(entries) == [4, nil, 6, nil])
        #expect(try series(entries, .painNow) == [nil, nil, nil, nil])
        #expect(try series(entries, .painWorst) == [nil, nil, nil, nil])
    }

    @Test func `what was logged of the day itself counts instead`() throws {
        let entries = [
            try told(4, on: "2026-05-11", seed: 1), try logged(7, on: "2026-05-10", seed: 2),
            try told(5, on: "2026-05-12", seed: 3), try logged(nil, now: 9, on: "2026-05-11", seed: 4),
        ]
        #expect(try series(entries) == [7, 5, nil, nil])
        #expect(try series(entries.reversed()) == [7, 5, nil, nil])
    }

    @Test func `the first number of a day counts, and a day without one is a gap`() throws {
        let entries = [
            try told(nil, on: "2026-05-11", at: "2026-05-11T19:00:00Z", seed: 1),
            try told(4, on: "2026-05-11", seed: 2), try told(9, on: "2026-05-11", at: "2026-05-11T23:00:00Z", seed: 3),
            try told(nil, on: "2026-05-13", seed: 4),
        ]
        #expect(try series(entries) == [4, nil, nil, nil])
    }

    @Test func `a forecast knows the days of a test, also the first`() throws {
        let entries = try (11...13).map { try told(Double($0 - 8), on: "2026-05-\($0)", seed: UInt64($0)) }
        let history = ForecastHistory(entries, today: try #require(LocalDay("2026-05-13")))
        #expect(history.days.map(\.pain) == [3, 4, 5, nil])
    }

    @Test func `patterns know them too`() throws {
        let entries = try (11...13).map { try told(Double($0 - 8), on: "2026-05-\($0)", seed: UInt64($0)) }
        let history = PatternHistory(entries, today: try #require(LocalDay("2026-05-13")))
        #expect(history.measure == .painAverage && history.values(.painAverage) == [3, 4, 5])
    }
}
