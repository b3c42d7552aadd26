import Testing
import UnknotJournal
import UnknotRecord

@Suite("What a journal says about causes")
struct CausesHistoryTests {
    private static let measures: [Measure] = [.sittingHours, .stress, .exercise]

    private func history(_ entries: [Noted], today: String = "2026-05-12") throws -> CausesHistory {
        CausesHistory(
            entries, measures: Self.measures, daysBack: 28, knotsBack: 90, today: try #require(LocalDay(today)))
    }

    private func note(_ kind: EntryKind, _ json: String, _ day: String, zone: String = "UTC") throws -> Noted {
        try noted(
            RecordValue(kind: kind, json: Array(json.utf8)), at: "\(day)T10:00:00Z", zone: zone,
            seed: UInt64(day.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF))
    }

    @Test
    func `nothing gives nothing`() throws {
        let history = try history([])
        #expect(history.said.isEmpty && history.onsets.isEmpty && history.points.isEmpty && history.daysCovered == 0)
        #expect(history.checked == nil && history.episodes == nil && history.age == nil)
        #expect(history.days.values.allSatisfy { $0.isEmpty })
    }

    @Test
    func `the latest answer counts, and the hours before are no check`() throws {
        let history = try history([
            note(.causes, #"{"applies":["stress"],"denied":["cold"],"episodes":1}"#, "2026-01-01"),
            note(.causes, #"{"denied":["stress"],"episodes":3}"#, "2026-05-02"),
            note(.causes, #"{"before":["heavy_load"],"not_before":["tired"]}"#, "2026-05-10"),
        ])
        #expect(history.said["stress"]?.applies == false && history.said["stress"]?.daysAgo == 10)
        #expect(history.said["cold"]?.applies == false)
        #expect(history.checked?.description == "2026-05-02" && history.episodes == 3)
        #expect(history.onsets.map(\.before) == [["heavy_load"]] && history.onsets[0].notBefore == ["tired"])
    }

    @Test
    func `the story behind a plan says what applies and how old somebody is`() throws {
        let plan = #"{"request":{"intake":{"age":41,"causes":["overuse"]}},"knowledge":"1"}"#
        let history = try history([note(.plan, plan, "2026-05-01")])
        #expect(history.said["overuse"]?.applies == true && history.age == 41)
        #expect(history.checked == nil)
    }

    @Test
    func `knots of the last days, the latest first and each once`() throws {
        func press(_ point: String, _ day: String) throws -> Noted {
            try note(.press, #"{"point":"\#(point)","side":"left","tenderness":4}"#, day)
        }
        let history = try history([
            press("a_tp1", "2026-01-01"), press("b_tp1", "2026-04-01"), press("c_tp1", "2026-05-01"),
            press("b_tp1", "2026-05-11"),
        ])
        #expect(history.points == ["b_tp1", "c_tp1"])
    }

    @Test
    func `a day has one number, gaps stay gaps, and a gap of months leaves nothing behind`() throws {
        let history = try history([
            note(.sitting, #"{"hours":9}"#, "2025-12-01"), note(.sitting, #"{"hours":4}"#, "2026-05-10"),
            note(.sitting, #"{"hours":5}"#, "2026-05-10"), note(.sitting, #"{"hours":8}"#, "2026-05-12"),
        ])
        #expect(history.days[.sittingHours] == [9, 8], "the hours of a day add up")
        #expect(history.daysCovered == 3)
        #expect(try self.history([note(.sitting, #"{"hours":9}"#, "2025-12-01")]).daysCovered == 0)
    }
}

@Suite("What a journal says about habits")
struct HabitHistoryTests {
    private func history(_ entries: [Noted], today: String, days: Int = 56) throws -> HabitHistory {
        HabitHistory(entries, days: days, today: try #require(LocalDay(today))) { id in
            id == "daily_walk" ? (.exercise, 10) : nil
        }
    }

    private func note(
        _ kind: EntryKind, _ json: String, at text: String, zone: String = "Europe/Berlin", seed: UInt64 = 7
    ) throws -> Noted {
        try noted(RecordValue(kind: kind, json: Array(json.utf8)), at: text, zone: zone, seed: seed)
    }

    private func choose(_ habits: String, _ day: String) throws -> Noted {
        try note(.habits, #"{"habits":[\#(habits)]}"#, at: "\(day)T08:00:00+01:00", seed: 1)
    }

    private func done(_ day: String, _ outcome: String = "done", hour: String = "12") throws -> Noted {
        try note(
            .habit, #"{"habit":"daily_walk","outcome":"\#(outcome)"}"#, at: "\(day)T\(hour):00:00+01:00",
            seed: UInt64(day.suffix(2)) ?? 0)
    }

    private static let walk = #"{"habit":"daily_walk","cue":"lunch"}"#
    private static let rest = #"{"habit":"daily_walk","paused":true}"#

    @Test
    func `nothing gives nothing, and ending all is not the same as never having chosen`() throws {
        let never = try history([], today: "2026-11-21")
        #expect(never.kept.isEmpty && !never.wereEverChosen && never.daysAway == nil && never.choice == nil)
        let ended = try history(
            [choose(Self.walk, "2026-11-01"), choose("", "2026-11-05")], today: "2026-11-21")
        #expect(ended.kept.isEmpty && ended.wereEverChosen && ended.daysAway == nil)
    }

    @Test
    func `days done stand against the days since it was chosen, and nothing is set back by a gap`() throws {
        let entries = try [choose(Self.walk, "2026-11-01"), done("2026-11-01"), done("2026-11-02"), done("2026-11-20")]
        let kept = try #require(history(entries, today: "2026-11-21").kept.first)
        #expect(kept.daysDone == 3 && kept.daysCounted == 21 && kept.daysThisWeek == 1)
        #expect(kept.today == nil && kept.chosen.cue == "lunch")
        // After months only the last 56 days are shown.
        let later = try #require(history(entries, today: "2027-06-01").kept.first)
        #expect(later.daysDone == 0 && later.daysCounted == 56)
        #expect(try history(entries, today: "2027-06-01").daysAway == 193)
    }

    @Test
    func `skipping is no failure: it counts as a word, and the day stays one of the days`() throws {
        let entries = try [choose(Self.walk, "2026-11-19"), done("2026-11-20", "skipped"), done("2026-11-21")]
        let history = try history(entries, today: "2026-11-21")
        let kept = try #require(history.kept.first)
        #expect(kept.daysDone == 1 && kept.daysCounted == 3 && history.daysAway == 0)
        #expect(kept.today?.record.outcome == .done)
    }

    @Test
    func `days of a pause do not count, unless it was done on one of them`() throws {
        let entries = try [
            choose(Self.walk, "2026-11-01"), done("2026-11-01"), choose(Self.rest, "2026-11-03"), done("2026-11-10"),
            choose(Self.walk, "2026-11-20"),
        ]
        let kept = try #require(history(entries, today: "2026-11-21").kept.first)
        // 1 and 2 November, 20 and 21 November, and the day of the pause on which it was done.
        #expect(kept.daysCounted == 5 && kept.daysDone == 2)
        let resting = try history(
            [choose(Self.walk, "2026-11-01"), choose(Self.rest, "2026-11-03")], today: "2026-11-21")
        #expect(resting.daysAway == nil, "nobody is missed who rests")
        #expect(resting.kept.first?.daysCounted == 2)
    }

    @Test
    func `what was done anyway counts from the day on which the habit was chosen, unless it was skipped`() throws {
        func walk(_ day: String, _ minutes: Int, _ seed: UInt64) throws -> Noted {
            try note(.exercise, #"{"minutes":\#(minutes)}"#, at: "\(day)T18:00:00+01:00", seed: seed)
        }
        var entries = try [
            walk("2026-11-17", 40, 11), choose(Self.walk, "2026-11-18"), walk("2026-11-19", 9, 12),
            walk("2026-11-20", 6, 13), walk("2026-11-20", 6, 14), walk("2026-11-21", 30, 15),
        ]
        let kept = try #require(history(entries, today: "2026-11-21").kept.first)
        #expect(kept.daysDone == 2 && kept.daysCounted == 4 && kept.wasDoneAnyway)
        entries.append(try done("2026-11-21", "skipped"))
        let skipped = try #require(history(entries, today: "2026-11-21").kept.first)
        #expect(skipped.daysDone == 1 && !skipped.wasDoneAnyway)
    }

    @Test
    func `a day is the one that it was where the person was, also after a change of the time zone`() throws {
        let entries = try [
            choose(Self.walk, "2026-11-18"),
            // 23:30 in Tokyo on 20 November is still the afternoon in Berlin.
            note(
                .habit, #"{"habit":"daily_walk","outcome":"done"}"#, at: "2026-11-20T23:30:00+09:00",
                zone: "Asia/Tokyo", seed: 3),
            // Written on a day that has not come yet where the person is now.
            note(
                .habit, #"{"habit":"daily_walk","outcome":"done"}"#, at: "2026-11-22T01:00:00+13:00",
                zone: "Pacific/Auckland", seed: 4),
        ]
        let kept = try #require(history(entries, today: "2026-11-21").kept.first)
        #expect(kept.daysDone == 2 && kept.daysCounted == 4 && kept.today != nil)
    }
}
