import Testing
import UnknotJournal
import UnknotRecord

@Suite("What a journal tells a forecast")
struct ForecastHistoryTests {
    private let point: PointID = "infraspinatus_tp1"

    private func pain(
        _ now: Double?, average: Double? = nil, _ at: String, zone: String = "UTC", seed: UInt64
    ) throws
        -> Noted
    {
        try noted(.pain(PainRecord(now: now, average: average)), at: at, zone: zone, seed: seed)
    }

    private func history(_ entries: [Noted], today: String) throws -> ForecastHistory {
        ForecastHistory(entries, today: try #require(LocalDay(today)))
    }

    @Test func `nobody has no days`() throws {
        let empty = try history([], today: "2026-05-12")
        #expect(empty.days.isEmpty && empty.tenderPoint == nil)
    }

    @Test func `every day up to today, the average before the moment, gaps left open`() throws {
        let found = try history(
            [
                pain(2, "2026-05-09T08:00:00Z", seed: 1), pain(6, "2026-05-09T20:00:00Z", seed: 2),
                pain(9, average: 5, "2026-05-11T20:00:00Z", seed: 3),
            ], today: "2026-05-12")
        #expect(found.days.map(\.pain) == [4, nil, 5, nil])
        #expect(found.days.allSatisfy { $0.tenderness == nil && !$0.hadSession })
    }

    @Test func `a day is the day where the person was, and days after today are passed over`() throws {
        // Late in Auckland is still the day before in UTC; from Honolulu that entry lies ahead.
        let found = try history(
            [
                pain(3, "2026-05-10T20:00:00Z", zone: "Pacific/Honolulu", seed: 1),
                pain(7, "2026-05-11T13:00:00Z", zone: "Pacific/Auckland", seed: 2),
            ], today: "2026-05-11")
        #expect(found.days.map(\.pain) == [3, nil])
    }

    @Test func `tenderness follows the point that was pressed on most days, and sessions are marked`() throws {
        func press(_ point: PointID, _ tenderness: Double, _ at: String, seed: UInt64) throws -> Noted {
            try noted(
                .press(PressRecord(point: point, side: .left, tenderness: tenderness)), at: at, zone: "UTC", seed: seed)
        }
        let session = try noted(
            .session(SessionRecord(seconds: 60, steps: [], ended: .finished)), at: "2026-05-11T09:00:00Z", zone: "UTC",
            seed: 9)
        let found = try history(
            [
                press("other_tp1", 9, "2026-05-12T08:00:00Z", seed: 1),
                press(point, 6, "2026-05-10T08:00:00Z", seed: 2), press(point, 4, "2026-05-12T09:00:00Z", seed: 3),
                session,
            ], today: "2026-05-12")
        #expect(found.tenderPoint?.point == point && found.tenderPoint?.side == .left)
        #expect(found.days.map(\.tenderness) == [6, nil, 4])
        #expect(found.days.map(\.hadSession) == [false, true, false])
    }

    @Test func `an old entry does not make more than ten years of days`() throws {
        let found = try history([pain(3, "1950-05-10T20:00:00Z", seed: 1)], today: "2026-05-11")
        #expect(found.days.count == ForecastHistory.longest)
    }
}
