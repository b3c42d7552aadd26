import Testing
import UnknotJournal
import UnknotRecord

@Suite("Histories of knots")
struct KnotHistoryTests {
    private let rule: ChangeRule
    private let point: PointID = "infraspinatus_tp1"

    init() throws {
        rule = try #require(ChangeRule(steps: [.init(from: 0, change: 2)], isHigherBetter: false))
    }

    private func press(_ tenderness: Double?, day: Int, side: BodySide = .left) throws -> Noted {
        let gauge = tenderness == nil ? try GaugeReading(30, .newtons) : nil
        return try noted(
            .press(PressRecord(point: point, side: side, tenderness: tenderness, gauge: gauge)),
            at: "2026-05-\(day < 10 ? "0" : "")\(day)T20:00:00Z", zone: "UTC", seed: UInt64(day))
    }

    private func session(_ steps: [(PointID, BodySide, Double)], day: Int) throws -> Noted {
        try noted(
            .session(
                SessionRecord(
                    seconds: 300, steps: steps.map { try SessionStep(point: $0.0, side: $0.1, seconds: $0.2) },
                    ended: .finished)), at: "2026-05-\(day)T21:00:00Z", zone: "UTC", seed: 1_000 + UInt64(day))
    }

    @Test func `a history tells when it was found, how tender it is and how often it was worked on`() throws {
        let entries = [
            try press(7, day: 1),
            try session([(point, .left, 60), ("other_tp1", .right, 30), (point, .left, 40)], day: 10),
            try press(3, day: 11), try press(nil, day: 12),
        ]
        let histories = KnotHistory.all(in: entries.reversed(), rule: rule)
        #expect(histories.map(\.point) == [point, "other_tp1"])
        let history = histories[0]
        #expect(history.side == .left)
        #expect(history.found.description == "2026-05-01")
        #expect(history.events.count == 4)
        #expect(history.releases == 1)
        #expect(history.secondsReleased == 100)
        #expect(history.presses.count == 3)
        #expect(history.lastTenderness?.value == 3)
        #expect(history.lastTenderness?.day.description == "2026-05-11")
        #expect(history.isQuiet == false)
        #expect(histories[1].isQuiet == nil)
        #expect(histories[1].secondsReleased == 30)
    }

    @Test func `left and right are two knots`() throws {
        let histories = KnotHistory.all(in: [try press(4, day: 1), try press(4, day: 2, side: .right)], rule: rule)
        #expect(histories.map(\.side) == [.right, .left])
    }

    @Test(
        "a knot has come back when it is tender again after it was quiet, by more than chance",
        arguments: [
            ([7.0, 5, 3], [Int]()), ([7, 2, 4], [3]), ([7, 2, 3.5], []), ([7, 0, 3], [3]), ([7, 1, 2, 4, 6], [4]),
            ([7, 1, 6, 7, 1, 5], [3, 6]), ([6, 6, 6], []), ([1, 2, 1], []), ([2, 9], [2]),
        ])
    func returns(tenderness: [Double], days: [Int]) throws {
        let entries = try tenderness.enumerated().map { try press($0.element, day: $0.offset + 1) }
        let history = try #require(KnotHistory.all(in: entries, rule: rule).first)
        #expect(history.returns.map(\.day) == days)
    }

    @Test func `entries that cannot be read and entries about other things are passed over`() throws {
        let other = try noted(.pain(PainRecord(now: 3)), at: "2026-05-01T00:00:00Z", zone: "UTC", seed: 1)
        #expect(KnotHistory.all(in: [other], rule: rule).isEmpty)
        #expect(KnotHistory.all(in: [], rule: rule).isEmpty)
    }
}
