import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages about a journal that together show everything that they can show.
enum JournalPages {
    private static let now = "2026-11-21T20:00:00+01:00"

    /// One entry of every kind.
    private static func everything() throws -> [Noted] {
        let point = #""point":"gluteus_medius_tp1","side":"left""#
        let payloads: [(EntryKind, String)] = [
            (.drawing, #"{"complete":true,"marks":[{"region":"sacrum","side":"midline","intensity":4}]}"#),
            (.pain, #"{"now":4,"average":5,"worst":8}"#),
            (.press, #"{\#(point),"tenderness":6,"gauge":{"value":3,"unit":"n"},"familiar":true,"lump":false}"#),
            (.movement, #"{"movement":"fingertip_to_floor","cm":12}"#),
            (.stiffness, #"{"stiffness":3,"tightness":4}"#), (.own, #"{"name":"socks","value":5}"#),
            (.sleep, #"{"hours":1,"quality":5}"#), (.water, #"{"litres":1.5}"#), (.sitting, #"{"hours":8}"#),
            (.load, #"{"level":5,"what":"boxes"}"#), (.stress, #"{"level":5}"#), (.exercise, #"{"minutes":20}"#),
            (.causes, #"{"applies":["cold"],"before":["tired"],"episodes":2}"#),
            (
                .habits,
                #"{"habits":[{"habit":"daily_walk","cue":"lunch","at":"13:00","paused":true},{"habit":"slow_breathing"}]}"#
            ),
            (.habit, #"{"habit":"daily_walk","outcome":"done"}"#),
            (.treatment, #"{"what":"heat"}"#),
            (
                .session,
                #"{"seconds":60,"steps":[{\#(point),"seconds":60,"before":6,"after":3,"ended":"stopped"}],"before":{"tenderness":6},"after":{"tenderness":4},"ended":"stopped"}"#
            ),
            (.plan, #"{"request":{"intake":{},"minutes":15},"knowledge":"2026.1"}"#),
            (.note, #"{"text":"a note"}"#), (.questionnaire, #"{"name":"peg","answers":[1,2,3]}"#),
            (.health, #"{"applies":["pregnancy"],"denied":["epilepsy"]}"#),
            (.health, #"{"stopped":"emergency","stopped_by":["saddle_numbness"]}"#),
            (.reminders, #"{"quiet":{"from":"22:00","to":"07:00"}}"#),
        ]
        return try payloads.map { try DayChartTests.noted($0.0, $0.1, at: "2026-11-21T10:00:00+01:00") }
    }

    private static func noticed(_ kit: RecordKit, canUndo: Bool) throws -> NoticeView {
        NoticeView(try everything()[1], former: nil, back: .today, canUndo: canUndo, kit: kit)
    }

    private static func id() -> EntryID {
        var random = SystemRandomNumberGenerator()
        return EntryID(at: Moment(milliseconds: 0), using: &random)
    }

    static func today() throws -> [Page<TodayPage>] {
        let kit = try DayChartTests.kit(now: now)
        let problem = IntakeProblem(path: "hours", message: "Found “x”.", allowed: "a number")
        let form = try EntryForm(FormFields(urlEncoded: Array("kind=sleep&sleep.hours=x&day=2026-11-20".utf8)))
        let noted = try everything()
        let contents = [
            TodayContent(),
            TodayContent(
                noted: noted, own: ["socks"], lastPress: noted[2],
                planned: PlannedStep(.plan(try ReleasePages.planned()), lastSession: kit.today, kit: kit),
                habits: try HabitHistory(everything(), days: 56, today: kit.today) { _ in nil },
                fairTest: try FairTestScenes.days(isBegun: false, rated: [0, 1]),
                notice: try noticed(kit, canUndo: true), spot: try RemindersPages.spot()),
            TodayContent(
                noted: noted, own: ["socks"],
                planned: PlannedStep(nil, lastSession: kit.today.advanced(by: -1), kit: kit), canSee: false,
                canWrite: false),
            TodayContent(noted: noted, own: ["a", "b", "c", "d", "socks"], form: form, problem: problem),
        ]
        return contents.flatMap { content in
            TodayQuery.ranges.map { days in
                Page.today(content, query: TodayQuery(days: days), id: id, kit: kit)
            }
        }
    }

    static func knots() throws -> [Page<KnotsPage>] {
        let kit = try DayChartTests.kit(now: now)
        let problem = IntakeProblem(path: "tenderness", message: "Found “x”.", allowed: "a number")
        let unknown = try DayChartTests.noted(
            .press, #"{"point":"no_such_point","side":"left","gauge":{"value":2,"unit":"kg_per_cm2"}}"#,
            at: "2026-11-20T10:00:00+01:00")
        return [
            .knots([], notice: nil, id: nil, kit: kit),
            .knots(
                try everything() + [unknown], notice: try noticed(kit, canUndo: false), problem: problem, id: id,
                kit: kit),
        ]
    }

    static func maps() throws -> [Page<HeatMapPage>] {
        let kit = try DayChartTests.kit(now: now)
        return [.heatMap([], days: 30, kit: kit), .heatMap(try everything(), days: 0, kit: kit)]
    }

    static func records() throws -> [Page<RecordPage>] {
        let kit = try DayChartTests.kit(now: now)
        var query = RecordQuery()
        query.before = kit.now
        return [
            .record([], query: RecordQuery(), older: nil, notice: nil, canChange: true, canExport: false, kit: kit),
            .record(
                try everything(), query: query, older: kit.now, notice: try noticed(kit, canUndo: true),
                canChange: true,
                canExport: true, kit: kit),
        ]
    }

    static func entries() throws -> [Page<EntryChangePage>] {
        let kit = try DayChartTests.kit(now: now)
        let problem = IntakeProblem(path: "", message: "Nothing is said.", allowed: "something")
        return try everything().map { .entry($0, problem: problem, back: .record, kit: kit) }
            + [.entry(try everything()[0], back: .today, kit: kit)]
    }

    static func questionnaires() throws -> [Page<QuestionnairesPage>] {
        let kit = try DayChartTests.kit(now: now)
        return [
            .questionnaires([], notice: nil, canWrite: false, kit: kit),
            .questionnaires(
                try everything(), notice: try noticed(kit, canUndo: true), canWrite: true, kit: kit),
        ]
    }

    static func questionnaireForms() throws -> [Page<QuestionnairePage>] {
        let kit = try DayChartTests.kit(now: now)
        let problem = IntakeProblem(path: "Question 1", message: "Found “x”.", allowed: "a number")
        let last = try QuestionnaireRecord(.psfs, answers: [3], items: ["socks"])
        return Questionnaire.allCases.flatMap { questionnaire in
            [
                Page.questionnaire(questionnaire, last: last, id: id(), kit: kit),
                .questionnaire(questionnaire, last: nil, problem: problem, id: id(), kit: kit),
            ]
        }
    }

    static func preferences() throws -> [Page<PreferencesPage>] {
        let kit = try DayChartTests.kit(now: now)
        let problem = IntakeProblem(path: "zone", message: "Found “x”.", allowed: "a zone")
        return [
            .preferences(notice: nil, canWrite: false, kit: kit),
            .preferences(notice: try noticed(kit, canUndo: true), problem: problem, canWrite: true, kit: kit),
        ]
    }
}
