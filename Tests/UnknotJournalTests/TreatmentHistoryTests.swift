import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("What sessions did to knots")
struct TreatmentHistoryTests {
    private let point: PointID = "infraspinatus_tp1"
    private let press: TechniqueID = "ball_wall_press"

    private func day(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }

    private func step(
        _ point: PointID? = nil, _ technique: TechniqueID? = "ball_wall_press", before: Double? = nil,
        after: Double? = nil, ended: SessionStep.Ending? = .done
    ) throws -> SessionStep {
        try SessionStep(
            point: point ?? self.point, side: .left, technique: technique, seconds: 60, before: before, after: after,
            ended: ended)
    }

    private func session(
        _ steps: [SessionStep], at text: String = "2026-05-10T20:00:00Z", zone: String = "UTC",
        before: Double? = nil, after: Double? = nil, ended: SessionRecord.Ending = .finished, seed: UInt64 = 1
    ) throws -> Noted {
        try noted(
            .session(
                SessionRecord(
                    seconds: 300, steps: steps, before: SessionFeeling(tenderness: before),
                    after: SessionFeeling(tenderness: after), ended: ended)), at: text, zone: zone, seed: seed)
    }

    private func treatments(_ entries: [Noted], today: String = "2026-05-12") throws -> [PastTreatment] {
        TreatmentHistory.treatments(in: entries, today: try day(today))
    }

    @Test func `each knot and technique of a session is one treatment`() throws {
        let found = try treatments([
            session([
                step(before: 7, after: 6), step(nil, "stretch_hold"), step("other_tp1", before: 3, after: 3),
                step(before: 6, after: 4),
            ])
        ])
        #expect(
            found == [
                PastTreatment(point, .left, technique: press, before: 7, after: 4, daysAgo: 2),
                PastTreatment(point, .left, technique: "stretch_hold", daysAgo: 2),
                PastTreatment("other_tp1", .left, technique: press, before: 3, after: 3, daysAgo: 2),
            ])
    }

    @Test func `what was passed over did nothing, and what was stopped says so`() throws {
        let found = try treatments([
            session(
                [step(before: 5, after: 5, ended: .skipped), step(nil, "stretch_hold", ended: .stopped)],
                ended: .stopped)
        ])
        #expect(found.map(\.technique) == ["stretch_hold"])
        #expect(found.map(\.ending) == [.stopped])
    }

    @Test func `a session that was stopped without saying where was stopped in its last step`() throws {
        let found = try treatments([
            session([step(ended: nil), step("other_tp1", ended: nil)], ended: .stopped)
        ])
        #expect(found.map(\.ending) == [.finished, .stopped])
    }

    @Test func `what is said of the whole session counts for a single knot only`() throws {
        #expect(try treatments([session([step()], before: 6, after: 3)]).map(\.gain) == [3])
        let two = try session([step(), step("other_tp1")], before: 6, after: 3)
        #expect(try treatments([two]).map(\.gain) == [nil, nil])
        #expect(try treatments([session([step(before: 8, after: 7)], before: 6, after: 3)]).map(\.gain) == [1])
    }

    @Test func `steps without a technique tell the planner nothing`() throws {
        #expect(try treatments([session([step(nil, nil)])]).isEmpty)
    }

    @Test(arguments: [
        // The clock of the wall says yesterday evening where the session was held.
        ("2026-05-10T03:00:00Z", "America/Los_Angeles", 3), ("2026-05-10T03:00:00Z", "Europe/Berlin", 2),
        ("2026-05-11T23:30:00Z", "Europe/Berlin", 0), ("2026-05-11T23:30:00Z", "UTC", 1),
        // Who flew west may have a session on a day that has not come yet.
        ("2026-05-12T18:00:00Z", "Pacific/Auckland", 0),
    ])
    func `days are those of the calendar where the session was held`(at: String, zone: String, days: Int) throws {
        #expect(try treatments([session([step()], at: at, zone: zone)]).map(\.daysAgo) == [days])
    }

    @Test(arguments: UInt64(1)...60)
    func `any sessions in any order give each treatment once, oldest first`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let zones = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kolkata"]
        var entries: [Noted] = []
        var expected = 0
        for number in 0..<Int.random(in: 0...12, using: &random) {
            let steps = try (0..<Int.random(in: 0...5, using: &random)).map { _ in
                try step(
                    PointID("point_\(Int.random(in: 0...2, using: &random))"),
                    [nil, "a", "b"].randomElement(using: &random) ?? nil,
                    before: Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil,
                    after: Bool.random(using: &random) ? Double(Int.random(in: 0...10, using: &random)) : nil,
                    ended: SessionStep.Ending.allCases.randomElement(using: &random))
            }
            let done = steps.filter { $0.ended != .skipped && $0.technique != nil }
            expected += Set(done.map { "\($0.point) \($0.technique ?? "")" }).count
            let day = Int.random(in: 10...28, using: &random)
            entries.append(
                try session(
                    steps, at: "2026-04-\(day)T\(Int.random(in: 10...23, using: &random)):00:00Z",
                    zone: zones.randomElement(using: &random) ?? "UTC", seed: seed * 100 + UInt64(number)))
        }
        let found = try treatments(entries)
        #expect(found.count == expected)
        #expect(try treatments(entries.shuffled(using: &random)) == found)
        // Sessions of one moment in two zones may lie on two days, so that days need not fall by more than one.
        #expect(zip(found, found.dropFirst()).allSatisfy { $1.daysAgo <= $0.daysAgo + 1 })
        #expect(found.allSatisfy { (0...40).contains($0.daysAgo) })
    }
}
