import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("What was said of health")
struct HealthHistoryTests {
    private func asked(
        applies: [HealthID] = [], denied: [HealthID] = [], signs: Bool = false, at text: String, zone: String = "UTC"
    ) throws -> Noted {
        try noted(
            .health(HealthRecord(applies: applies, denied: denied, signsAnswered: signs)), at: text, zone: zone,
            seed: 7)
    }

    private func history(_ entries: [Noted], today: String = "2026-05-12") throws -> HealthHistory {
        HealthHistory(entries, today: try #require(LocalDay(today)))
    }

    @Test func `the latest answer to each question counts`() throws {
        let entries = [
            try asked(applies: ["pregnancy"], denied: ["epilepsy"], at: "2026-01-01T10:00:00Z"),
            try asked(denied: ["pregnancy"], at: "2026-05-02T10:00:00Z"),
        ]
        let history = try history(entries.reversed())
        #expect(history.said["pregnancy"]?.applies == false)
        #expect(history.said["pregnancy"]?.daysAgo == 10)
        #expect(history.said["epilepsy"]?.applies == false)
        #expect(history.lastApplied.isEmpty)
        #expect(history.signsAnswered == nil)
    }

    @Test(arguments: [(1, false), (2, false), (3, true), (365, true)])
    func `an answer holds for fewer days than it is asked again after`(days: Int, holds: Bool) throws {
        let history = try history([asked(applies: ["fever"], at: "2026-05-10T23:00:00Z")])
        #expect((history.holding { _ in days }["fever"] != nil) == holds)
        #expect(history.lastApplied == ["fever"])
    }

    @Test func `an answer that holds for a day is asked anew after midnight, where the person was`() throws {
        let late = try asked(denied: ["fever"], at: "2026-05-11T22:30:00Z", zone: "Europe/Berlin")
        #expect(try history([late]).holding { _ in 1 } == ["fever": false])
        #expect(try history([late], today: "2026-05-13").holding { _ in 1 }.isEmpty)
    }

    @Test func `when the warning questions were answered is known`() throws {
        let entries = [
            try asked(signs: true, at: "2026-05-01T10:00:00Z"), try asked(denied: ["x"], at: "2026-05-09T10:00:00Z"),
        ]
        #expect(try history(entries).signsAnswered?.description == "2026-05-01")
    }

    private func stopped(at text: String) throws -> Noted {
        try noted(
            .health(HealthRecord(stopped: .init(.emergency, because: ["saddle_numbness"]))), at: text,
            zone: "UTC", seed: 8)
    }

    @Test func `a danger sign stands however old it is, until the questions are passed after it`() throws {
        let before = try asked(signs: true, at: "2026-05-01T10:00:00Z")
        let stop = try stopped(at: "2026-05-01T11:00:00Z")
        let standing = try history([stop, before], today: "2029-05-01")
        #expect(standing.stop?.day.description == "2026-05-01" && standing.stop?.what.level == .emergency)
        #expect(try history([before]).stop == nil)
        let health = try asked(denied: ["fever"], at: "2026-05-02T10:00:00Z")
        #expect(try history([before, stop, health]).stop != nil, "health alone passes nothing")
        let after = try asked(signs: true, at: "2026-05-02T10:00:00Z")
        #expect(try history([after, stop, before]).stop == nil)
        let again = try stopped(at: "2026-05-03T10:00:00Z")
        #expect(try history([after, again, stop, before]).stop?.day.description == "2026-05-03")
    }

    @Test(arguments: UInt64(1)...40)
    func `any answers in any order are read alike, and longer spans hold more`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let ids = (0..<6).map { HealthID("check_\($0)") }
        var entries: [Noted] = []
        for day in 1...Int.random(in: 1...9, using: &random) {
            let some = ids.filter { _ in .random(using: &random) }
            let applies = some.filter { _ in .random(using: &random) }
            entries.append(
                try asked(
                    applies: applies, denied: some.filter { !applies.contains($0) }, signs: true,
                    at: "2026-05-0\(day)T10:00:00Z"))
        }
        let history = try history(entries)
        #expect(try self.history(entries.shuffled(using: &random)) == history)
        let spans = (0...14).map { span in Set(history.holding { _ in span }.keys) }
        #expect(spans[0].isEmpty && spans[14] == Set(history.said.keys))
        #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.isSubset(of: $1) })
        #expect(history.lastApplied == Set(history.said.filter(\.value.applies).keys))
    }
}
