import Unknot
import UnknotJournal

/// What the page of reminders is made from.
struct RemindersContent: Sendable {
    var record = RemindersRecord.none
    var spot: ReminderSpot?
    var next: [ReminderID: Moment] = [:]
    /// Those that are silent because something speaks against what they are about.
    var left: Set<ReminderID> = []
    var notice: NoticeView?
    var problem: IntakeProblem?
    /// What was wrong with the quiet hours that were typed.
    var quietProblem: IntakeProblem?
    /// What was typed and did not fit, or the reminder that is to be changed.
    var form: RemindersForm?
    var canWrite = true
    var canManage = true
    /// Whether calendars can get the list at an address.
    var hasCalendar = false
    /// The address for calendars, right after it was made; it cannot be shown again.
    var newAddress: String?
    /// Whether that address can be reached from other machines.
    var isPublic = false
}

/// All reminders, quiet hours, and how they get into a calendar.
struct RemindersPage: Sendable {
    /// One reminder.
    struct Card: Sendable {
        let cardID: String
        let cardWhat: String
        let cardWhen: String
        let cardState: String
        let cardIsOn: Bool
        let switchLabel: String
        let switchValue: String
        let cardChange: String
        let cardCanChange: Bool
    }

    let zoneName: String
    let notice: NoticeView?
    let problem: ProblemNote?
    let quietProblem: ProblemNote?
    let spot: ReminderSpot?
    let cards: [Card]
    let hasCards: Bool
    let canWrite: Bool
    let canManage: Bool
    let forms: [ReminderFormView]
    let quietFrom: String
    let quietTo: String
    let quietWords: String
    let zoneWords: String
    let hasBreaks: Bool
    let hasCalendar: Bool
    let newAddress: String?
    let reachWords: String

    init(_ content: RemindersContent, kit: RecordKit) {
        let texts = kit.texts
        let words = ReminderWords(kit)
        zoneName = kit.zone.description
        notice = content.notice
        let note = content.problem.map { ProblemNote($0, reminders: texts) }
        problem = content.form == nil ? note : nil
        quietProblem = content.quietProblem.map { ProblemNote($0, reminders: texts) }
        spot = content.spot
        (canWrite, canManage) = (content.canWrite, content.canManage)
        cards = content.record.reminders.map { reminder in
            Card(
                cardID: reminder.id.description, cardWhat: reminder.what.escapable, cardWhen: words.when(reminder),
                cardState: reminder.isOn && content.left.contains(reminder.id)
                    ? texts("reminder_left") : words.state(reminder, next: content.next[reminder.id]),
                cardIsOn: reminder.isOn,
                switchLabel: texts(reminder.isOn ? "reminder_turn_off" : "reminder_turn_on"),
                switchValue: reminder.isOn ? "no" : "yes",
                cardChange: "/prevent/reminders?change=\(reminder.id)#form", cardCanChange: content.canWrite)
        }
        hasCards = !cards.isEmpty
        let ways = content.form?.id == nil ? RemindersForm.Way.allCases : [content.form?.way ?? .times]
        forms = content.canWrite ? ways.map { ReminderFormView($0, content.form, note, texts: texts) } : []
        quietFrom = content.record.quiet?.from.description ?? ""
        quietTo = content.record.quiet?.to.description ?? ""
        quietWords =
            content.record.quiet.map {
                texts("reminders_quiet_now", ["from": kit.dates.time($0.from), "to": kit.dates.time($0.to)])
            } ?? texts("reminders_quiet_none")
        zoneWords = texts("reminders_zone", ["zone": kit.zone.description])
        hasBreaks = content.record.reminders.contains { reminder in
            if case .every = reminder.times { return reminder.isOn }
            return false
        }
        hasCalendar = content.hasCalendar
        newAddress = content.newAddress
        reachWords = texts(content.isPublic ? "calendar_reach_all" : "calendar_reach_here")
    }
}

/// One of the two forms for a reminder.
struct ReminderFormView: Sendable {
    let reminderFormID: String
    let reminderFormTitle: String
    let reminderFormIsOpen: Bool
    /// What was wrong with what was typed.
    let formProblem: ProblemNote?
    let reminderWay: String
    /// The reminder that is changed.
    let reminderID: String?
    let whatValue: String
    let whatHint: String
    let isTimes: Bool
    let isBreaks: Bool
    let atValue: String
    let everyValue: String
    let fromValue: String
    let toValue: String
    let dayChoices: [Choice]
    let isForSession: Bool
    /// The habit that it is about.
    let habitValue: String?
    /// Whether it can be said that it is about a session.
    let asksForSession: Bool
    let reminderSave: String

    init(_ way: RemindersForm.Way, _ form: RemindersForm?, _ problem: ProblemNote?, texts: PageTexts) {
        let own = form.flatMap { $0.way == way ? $0 : nil }
        func typed(_ name: String, or standard: String = "") -> String { (own?.typed[name] ?? standard).escapable }
        reminderFormID = "reminder-\(way.rawValue)"
        reminderFormTitle = texts(own?.id == nil ? "reminders_add_\(way.rawValue)" : "reminders_change")
        reminderFormIsOpen = own != nil
        formProblem = own == nil ? nil : problem
        reminderWay = way.rawValue
        reminderID = own?.id?.description
        whatValue = typed(RemindersForm.Field.what)
        whatHint = texts("reminders_what_\(way.rawValue)")
        isTimes = way == .times
        isBreaks = way == .breaks
        atValue = typed(RemindersForm.Field.at)
        everyValue = typed(RemindersForm.Field.every, or: own == nil ? "45" : "")
        fromValue = typed(RemindersForm.Field.from, or: own == nil ? "09:00" : "")
        toValue = typed(RemindersForm.Field.to, or: own == nil ? "17:00" : "")
        // For a start breaks are for days of work; anything else for every day.
        let standard = way == .breaks ? Array(Weekday.allCases.prefix(5)) : Weekday.allCases
        let days = own?.days ?? standard.map(\.rawValue)
        dayChoices = Weekday.allCases.map { day in
            Choice(
                name: RemindersForm.Field.day, value: day.rawValue, label: texts("weekday_short_\(day.number)"),
                isChosen: days.contains(day.rawValue), in: "\(way.rawValue)-")
        }
        isForSession = own?.typed[RemindersForm.Field.session] != nil
        habitValue = own?.typed[RemindersForm.Field.habit]?.escapable
        asksForSession = way == .times && habitValue == nil
        reminderSave = texts(own?.id == nil ? "reminders_add" : "log_save")
    }
}

/// Puts reminders into words.
struct ReminderWords: Sendable {
    private let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    /// "at 09:00 and 13:30, Mon to Fri".
    func when(_ reminder: Reminder) -> String {
        kit.texts("reminder_when", ["times": times(reminder), "days": days(reminder.days)])
    }

    private func times(_ reminder: Reminder) -> String {
        switch reminder.times {
        case .at(let times):
            kit.texts("reminder_at", ["times": list(times.map(kit.dates.time))])
        case .every(let minutes, let from, let to):
            kit.texts(
                "reminder_every",
                ["minutes": String(minutes), "from": kit.dates.time(from), "to": kit.dates.time(to)])
        }
    }

    private func days(_ days: Set<Weekday>) -> String {
        switch Weekday.allCases.filter(days.contains) {
        case Weekday.allCases: kit.texts("reminder_days_all")
        case Array(Weekday.allCases.prefix(5)): kit.texts("reminder_days_work")
        case Array(Weekday.allCases.suffix(2)): kit.texts("reminder_days_weekend")
        case let some: list(some.map { kit.texts("weekday_\($0.number)") })
        }
    }

    /// "Next: tomorrow, 09:00".
    func state(_ reminder: Reminder, next: Moment?) -> String {
        guard reminder.isOn else { return kit.texts("reminder_is_off") }
        guard let next else { return kit.texts("reminder_never") }
        let clock = LocalClock(next, in: kit.zone)
        let key =
            switch kit.today.days(to: clock.day) {
            case ...0: "reminder_next_today"
            case 1: "reminder_next_tomorrow"
            default: "reminder_next_day"
            }
        return kit.texts(
            key, ["day": kit.texts("weekday_\(clock.day.weekday)"), "time": kit.dates.time(next, in: kit.zone)])
    }

    private func list(_ parts: [String]) -> String {
        guard parts.count > 1, let last = parts.last else { return parts.joined() }
        return kit.texts("reminder_list", ["first": parts.dropLast().joined(separator: ", "), "last": last])
    }
}

extension ProblemNote {
    /// A problem with a reminder: the field is named as the form names it.
    fileprivate init(_ problem: IntakeProblem, reminders texts: PageTexts) {
        let key = "reminders_\(problem.path)"
        let path = texts.has(key) ? texts(key) : problem.path
        self.init(IntakeProblem(path: path, message: problem.message, allowed: problem.allowed), texts: texts)
    }
}

extension Page<RemindersPage> {
    static func reminders(_ content: RemindersContent, kit: RecordKit) -> Self {
        Page(
            template: "reminders", title: kit.texts("reminders_title"), view: RemindersPage(content, kit: kit),
            modules: ["today.js", "remind.js"])
    }
}
