import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages of prevention that together show everything that they can show.
enum PreventPages {
    private static let now = "2026-11-21T20:00:00+01:00"

    private static func id() -> EntryID {
        var random = SystemRandomNumberGenerator()
        return EntryID(at: Moment(milliseconds: 0), using: &random)
    }

    /// A journal with three habits, one done, one skipped and one resting, and with causes.
    private static func shelf(
        chosen: String, away: Bool = false, pain: Double? = nil, muscles: [MuscleID] = ["trapezius_upper"],
        care: HabitCare = HabitCare()
    ) throws -> PreventShelf {
        let kit = try DayChartTests.kit(now: now)
        let day = away ? "2026-10-01" : "2026-11-21"
        var entries = [
            try DayChartTests.noted(.habits, #"{"habits":[\#(chosen)]}"#, at: "2026-09-20T08:00:00+01:00")
        ]
        for (habit, outcome) in [("daily_walk", "done"), ("slow_breathing", "skipped")] {
            entries.append(
                try DayChartTests.noted(
                    .habit, #"{"habit":"\#(habit)","outcome":"\#(outcome)","easier":true}"#, at: "\(day)T09:00:00+01:00"
                ))
        }
        let habits = HabitHistory(entries, days: 56, today: kit.today) { _ in nil }
        let said = try DayChartTests.noted(
            .causes,
            #"{"applies":["inactivity","stress","dehydration","whiplash","heavy_lifting","overuse","obesity","bend_and_twist","poor_sleep","driving","posture_sustained","sitting_prolonged","computer_phone_work","carrying_bag","fatigue","cold"],"episodes":4,"before":["heavy_load","alcohol"]}"#,
            at: "2026-11-20T09:00:00+01:00")
        let press = try DayChartTests.noted(
            .press, #"{"point":"trapezius_upper_tp1","side":"left","tenderness":6}"#, at: "2026-11-20T09:00:00+01:00")
        let history = CausesHistory(
            [said, press], measures: DriverInquiry.measures, daysBack: 28, knotsBack: 90, today: kit.today)
        let inquiry = DriverInquiry(
            muscles: muscles, said: history.said.mapValues(\.applies),
            onsets: [.init(before: ["heavy_load"])], episodes: 4, health: ["unstable_heart_disease"])
        return PreventShelf(
            kit: kit, causes: CausesShelf(history: history, inquiry: inquiry), habits: habits, painToday: pain,
            care: care)
    }

    private static let three =
        #"{"habit":"daily_walk","cue":"lunch","at":"13:30"},{"habit":"slow_breathing"},{"habit":"drink_to_thirst","paused":true}"#

    private static func notice(_ kit: RecordKit) throws -> NoticeView {
        let noted = try DayChartTests.noted(.habit, #"{"habit":"daily_walk","outcome":"done"}"#, at: now)
        return NoticeView(noted, former: nil, back: .prevent, canUndo: true, kit: kit)
    }

    static func hubs() throws -> [Page<PreventPage>] {
        let full = try shelf(chosen: three)
        return [
            .prevent(nil, notice: nil, id: id, kit: try Site.kit),
            .prevent(full, notice: try notice(full.kit), id: id, kit: try Site.kit),
            .prevent(
                try shelf(chosen: #"{"habit":"daily_walk"}"#, away: true, pain: 8), notice: nil, id: id,
                kit: try Site.kit),
            .prevent(
                try shelf(chosen: #"{"habit":"keep_warm"}"#, pain: 8), notice: nil, id: id, kit: try Site.kit),
            .prevent(try shelf(chosen: ""), notice: nil, id: id, kit: try Site.kit),
            .prevent(
                try shelf(chosen: #"{"habit":"gentle_press"}"#, care: HabitCare(health: ["anticoagulant_medicine"])),
                notice: nil, id: id, kit: try Site.kit),
        ]
    }

    static func checks() throws -> [Page<CheckPage>] {
        let full = try shelf(chosen: three)
        let form = try CausesForm(
            FormFields(urlEncoded: Array("asked=cold&muscle=trapezius_upper&episodes=1".utf8)), atlas: Site.engine.atlas
        )
        return [
            .check(nil, form: nil, notice: nil, id: id(), kit: try Site.kit),
            .check(nil, form: form, notice: nil, id: id(), kit: try Site.kit),
            .check(try shelf(chosen: three, muscles: []), form: nil, notice: nil, id: id(), kit: try Site.kit),
            .check(full, form: nil, notice: try notice(full.kit), id: id(), kit: try Site.kit),
        ]
    }

    static func hours() throws -> [Page<HoursPage>] {
        let full = try shelf(chosen: three)
        let form = try CausesForm(
            FormFields(urlEncoded: Array("before=heavy_load&before=alcohol&day=2026-11-20&time=08:00".utf8)),
            atlas: Site.engine.atlas)
        var content = HoursContent(shelf: full, form: form, notice: try notice(full.kit), id: id())
        content.onset = full.causes.history.onsets.first
        content.beside = [try DayChartTests.noted(.load, #"{"level":8}"#, at: "2026-11-19T18:00:00+01:00")]
        var wrong = HoursContent(shelf: full, form: form, id: id())
        wrong.problem = IntakeProblem(path: "day", message: "Found “x”.", allowed: "a day")
        let none = try CausesForm(FormFields(urlEncoded: Array("asked=tired".utf8)), atlas: Site.engine.atlas)
        return [
            .hours(content, kit: try Site.kit), .hours(wrong, kit: try Site.kit),
            .hours(HoursContent(form: none, id: id()), kit: try Site.kit),
            .hours(HoursContent(id: id()), kit: try Site.kit),
        ]
    }

    static func habits() throws -> [Page<HabitsPage>] {
        let full = try shelf(chosen: three)
        let problem = IntakeProblem(path: "habit", message: "Found “x”.", allowed: "a habit")
        return [
            .habits(nil, notice: nil, id: id, kit: try Site.kit),
            .habits(full, notice: try notice(full.kit), problem: problem, id: id, kit: try Site.kit),
            .habits(try shelf(chosen: #"{"habit":"keep_warm"}"#), notice: nil, id: id, kit: try Site.kit),
            .habits(
                try shelf(
                    chosen: #"{"habit":"gentle_press"}"#,
                    care: HabitCare(health: ["unstable_heart_disease", "anticoagulant_medicine"])),
                notice: nil, id: id, kit: try Site.kit),
        ]
    }
}
