import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Pages about reminders that together show everything that they can show.
enum RemindersPages {
    private static let now = "2026-11-21T20:00:00+01:00"
    private static let ids = (0..<5).map { "0190b6a1-7c3e-7abc-8def-01234567890\($0)" }

    private static func record() throws -> RemindersRecord {
        let json = #"""
            {"reminders":[{"id":"\#(ids[0])","what":"Drink <b>","at":["09:00","13:30","19:00"]},
            {"id":"\#(ids[1])","what":"Session","at":["08:00"],"days":["monday","tuesday","wednesday","thursday","friday"],"session":true},
            {"id":"\#(ids[2])","what":"Stand up","every":45,"from":"09:00","to":"17:00","days":["saturday","sunday"]},
            {"id":"\#(ids[3])","what":"Off","at":["08:00"],"days":["monday","thursday"],"off":true},
            {"id":"\#(ids[4])","what":"Night","at":["23:00"]}],"quiet":{"from":"22:00","to":"07:00"}}
            """#
        guard case .reminders(let record) = try RecordValue(kind: .reminders, json: Array(json.utf8)) else {
            return .none
        }
        return record
    }

    static func spot() throws -> ReminderSpot {
        let kit = try DayChartTests.kit(now: now)
        let record = try record()
        // On a Friday, five days after the first one was last answered.
        let day: Int64 = 86_400_000
        let friday = Moment(milliseconds: kit.now.milliseconds - day)
        let answer = ReminderSchedule.Answer(settledTo: Moment(milliseconds: friday.milliseconds - 5 * day))
        let due = ReminderSchedule(record, since: Moment(milliseconds: 0))
            .due(at: friday, in: kit.zone, answers: [record.reminders[0].id: answer])
        return ReminderSpot(due, next: Moment(milliseconds: kit.now.milliseconds + 5), back: "/today", kit: kit)
    }

    static func all() throws -> [Page<RemindersPage>] {
        let kit = try DayChartTests.kit(now: now)
        let record = try record()
        let problem = IntakeProblem(path: "at", message: "Found “x”.", allowed: "a time")
        let note = try DayChartTests.noted(.reminders, #"{"reminders":[]}"#, at: now)
        let schedule = ReminderSchedule(record, since: kit.now)
        let next = record.reminders.map { ($0.id, schedule.next(of: $0, after: kit.now, in: kit.zone)) }
        var contents = [RemindersContent(), RemindersContent(record: record, canWrite: false, canManage: false)]
        contents.append(
            RemindersContent(
                record: record, spot: try spot(),
                next: Dictionary(uniqueKeysWithValues: next.compactMap { id, next in next.map { (id, $0) } }),
                notice: NoticeView(note, former: nil, back: .reminders, canUndo: true, kit: kit), problem: problem,
                form: RemindersForm(record.reminders[2]), hasCalendar: true, newAddress: "http://localhost/x.ics",
                isPublic: true))
        contents.append(RemindersContent(record: record, form: RemindersForm(record.reminders[1])))
        let habit = RemindersForm(of: "daily_walk", name: "A daily walk", time: "17:30")
        contents.append(RemindersContent(record: record, form: habit))
        contents.append(RemindersContent(record: record, problem: problem, quietProblem: problem))
        return contents.map { .reminders($0, kit: kit) }
    }

    static func due() throws -> [Page<DuePage>] {
        let kit = try DayChartTests.kit(now: now)
        return [
            .due(try spot(), kit: kit), .due(ReminderSpot([], next: nil, back: "/today", kit: kit), kit: kit),
        ]
    }
}
