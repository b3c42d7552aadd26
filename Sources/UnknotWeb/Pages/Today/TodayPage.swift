import Unknot
import UnknotJournal

/// What the journal gave for Today.
struct TodayContent: Sendable {
    /// The entries of the days that are shown, and those of as many days before that speak of the measure, oldest
    /// first.
    var noted: [Noted] = []
    /// The names of what the person follows.
    var own: [String] = []
    var lastPress: Noted?
    /// What is planned; nil while nothing is.
    var planned: PlannedStep?
    /// The habits of whoever asks, when the journal is their own.
    var habits: HabitHistory?
    /// What speaks against them.
    var care = HabitCare()
    /// Whether the one-minute way is offered.
    var isEasierDay = false
    /// The fair test that is going on, when the journal is their own.
    var fairTest: FairTestShelf.Kept?
    var notice: NoticeView?
    /// The reminders that are due; nil for those who do not keep the record.
    var spot: ReminderSpot?
    /// Whether the request may see single entries.
    var canSee = true
    /// Whether the request may write.
    var canWrite = true
    /// What was typed and did not fit.
    var form: EntryForm?
    var problem: IntakeProblem?
}

/// Today: how it is now, how the last days were, and what else to write down.
struct TodayPage: Sendable {
    /// One thing to write down, folded until it is wanted.
    struct Quick: Sendable {
        let quickTitle: String
        let quickNote: String?
        let quickIsOpen: Bool
        let quickForms: [One]
    }

    /// One form; with what it is about where there are several.
    struct One: Sendable {
        let ownName: String?
        let form: EntryFormView
    }

    /// Where somebody pressed last.
    struct LastPress: Sendable {
        let pressName: String
        let pressWords: String
        let pressAddress: String
    }

    let dayName: String
    let zoneName: String
    let notice: NoticeView?
    let spot: ReminderSpot?
    let problem: ProblemNote?
    /// The form for pain; nil for those who may only read.
    let pain: EntryFormView?
    let measures: [PickLink]
    let ranges: [PickLink]
    let course: CourseView?
    /// What stands there while nothing is to be shown.
    let noCourse: String?
    /// Whether single entries are shown.
    let canSee: Bool
    let entries: [EntryRow]
    let hasEntries: Bool
    let canWrite: Bool
    let quick: [Quick]
    let lastPress: LastPress?
    let planned: PlannedStep?
    let todayHabits: [HabitToday]
    /// Habits that rest: one line each.
    let restingHabits: [HabitToday]
    let hasResting: Bool
    let fairTest: FairTestsPage.Row?
    /// Whether the way to prevention is shown.
    let hasPrevention: Bool

    /// - Parameter id: Gives each form a name for its entry.
    init(_ content: TodayContent, query: TodayQuery, id: () -> EntryID, kit: RecordKit) {
        let texts = kit.texts
        dayName = kit.dates.long(kit.today)
        zoneName = kit.zone.description
        spot = content.spot
        problem = content.problem.map { ProblemNote($0, of: content.form?.kind, kit: kit) }
        (canSee, canWrite) = (content.canSee, content.canWrite)
        planned = content.planned
        let habits =
            content.habits.map {
                HabitToday.all(
                    $0, isEasier: content.isEasierDay, care: content.care, back: .today, notice: content.notice, id: id,
                    kit: kit)
            } ?? []
        todayHabits = habits.filter { !$0.isResting }
        restingHabits = habits.filter(\.isResting)
        hasResting = !restingHabits.isEmpty
        notice = HabitToday.rest(content.notice, besides: todayHabits)
        fairTest = content.fairTest.flatMap { FairTestsPage([$0], canWrite: false, kit: kit).tests.first }
        hasPrevention = content.habits != nil
        let writer = QuickForms(content, query: query, kit: kit)
        pain = content.canWrite ? writer.form(.pain, id: "log-pain", entry: id()) : nil
        quick = content.canWrite ? writer.all(id: id) : []

        let all = Measure.common + content.own.map(Measure.own)
        let measure = query.measure(own: content.own)
        let offered = all.filter { candidate in
            candidate == measure || [.painNow, .painAverage, .painWorst].contains(candidate)
                || content.noted.contains { $0.value.flatMap(candidate.number(in:)) != nil }
        }
        measures = offered.map { candidate in
            PickLink(
                linkAddress: "/today" + TodayQuery(days: query.days, measure: candidate.pageName).text + "#chart",
                linkName: candidate.title(texts), linkIsChosen: candidate == measure)
        }
        ranges = TodayQuery.ranges.map { days in
            PickLink(
                linkAddress: "/today" + TodayQuery(days: days, measure: measure.pageName).text + "#chart",
                linkName: texts("today_range", ["days": String(days)]), linkIsChosen: days == query.days)
        }
        course = CourseView(
            content.noted, measure: measure, days: query.days, showsEntries: content.canSee, kit: kit)
        noCourse =
            course == nil ? texts(content.noted.isEmpty ? "course_nothing" : "course_nothing_of_this") : nil
        entries = (content.canSee ? content.noted.reversed() : [])
            .filter { $0.day == kit.today && ![.preferences, .reminders].contains($0.entry.kind) }
            .map { EntryRow($0, back: .today, canChange: content.canWrite, kit: kit) }
        hasEntries = !entries.isEmpty
        lastPress = content.lastPress.flatMap { noted in
            guard content.canSee, case .press(let press)? = noted.value else { return nil }
            return LastPress(
                pressName: kit.name(of: press.point, press.side),
                pressWords: texts(
                    "today_press_words",
                    [
                        "when": kit.dates.recent(noted.entry.happenedAt, in: noted.zone, today: kit.today),
                        "what": EntryWords(kit).feeling(press),
                    ]),
                pressAddress: "/record/knots#\(KnotCard.anchor(press.point, press.side))")
        }
    }
}

/// The forms of Today.
struct QuickForms {
    private let content: TodayContent
    private let query: TodayQuery
    private let kit: RecordKit

    init(_ content: TodayContent, query: TodayQuery, kit: RecordKit) {
        (self.content, self.query, self.kit) = (content, query, kit)
    }

    /// What is written down quickly, besides pain.
    private static let kinds: [EntryKind] = [
        .sleep, .stiffness, .own, .sitting, .stress, .load, .water, .exercise, .treatment, .movement, .note,
    ]

    func all(id: () -> EntryID) -> [TodayPage.Quick] {
        Self.kinds.map { kind in
            let title = EntryWords(kit).title(kind)
            let isOpen = content.form?.kind == kind
            guard kind == .own else {
                let form = form(kind, id: "log-\(kind.rawValue)", entry: id())
                return TodayPage.Quick(
                    quickTitle: title, quickNote: nil, quickIsOpen: isOpen,
                    quickForms: [TodayPage.One(ownName: nil, form: form)])
            }
            return TodayPage.Quick(
                quickTitle: title, quickNote: kit.texts("today_own_note"), quickIsOpen: isOpen, quickForms: own(id))
        }
    }

    /// One form for each thing that is followed already, and one for another while there is room.
    private func own(_ id: () -> EntryID) -> [TodayPage.One] {
        let typed = content.form?.kind == .own ? content.form?.typed["own.name"] : nil
        var forms = content.own.enumerated().map { index, name in
            TodayPage.One(
                ownName: name.escapable,
                form: form(
                    .own, id: "log-own-\(index + 1)", entry: id(), fixed: ["own.name": name], isTyped: typed == name))
        }
        if content.own.count < OwnRecord.mostNames {
            let isNew = typed.map { !content.own.contains($0) } ?? true
            forms.append(
                TodayPage.One(
                    ownName: content.own.isEmpty ? nil : kit.texts("today_own_another"),
                    form: form(.own, id: "log-own", entry: id(), isTyped: isNew)))
        }
        return forms
    }

    /// - Parameter isTyped: Whether what was typed and did not fit belongs to this form of its kind.
    func form(
        _ kind: EntryKind, id: String, entry: EntryID, fixed: [String: String] = [:], isTyped: Bool = true
    ) -> EntryFormView {
        let typed = isTyped ? content.form.flatMap { $0.kind == kind ? $0 : nil } : nil
        return EntryFormView(
            kind, id: id, action: "/today\(query.text)", entry: entry.description, typed: typed?.typed ?? [:],
            fixed: fixed,
            when: WhenView(
                id: id, typed?.time ?? TypedTime(), latest: kit.today.description, isOpen: false,
                hint: kit.texts("when_hint")),
            kit: kit)
    }
}

extension ProblemNote {
    /// A problem with an entry: the question is named as the form names it.
    init(_ problem: IntakeProblem, of kind: EntryKind?, kit: RecordKit) {
        let key = "ask_\(kind?.rawValue ?? "")_\(problem.path)"
        let path = kit.texts.has(key) ? kit.texts(key) : problem.path
        self.init(
            IntakeProblem(path: path, message: problem.message, allowed: problem.allowed), texts: kit.texts)
    }
}

extension Page<TodayPage> {
    static func today(
        _ content: TodayContent, query: TodayQuery, id: () -> EntryID, kit: RecordKit
    ) -> Self {
        Page(
            template: "today", title: kit.texts("today_title"),
            view: TodayPage(content, query: query, id: id, kit: kit), modules: ["today.js", "remind.js"])
    }
}
