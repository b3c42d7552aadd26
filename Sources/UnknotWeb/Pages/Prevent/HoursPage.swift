import Unknot
import UnknotJournal

/// What the page of the hours before is made from.
struct HoursContent: Sendable {
    var shelf: PreventShelf?
    var form: CausesForm?
    var notice: NoticeView?
    var problem: IntakeProblem?
    let id: EntryID
    /// What was just described.
    var onset: CausesHistory.Onset?
    /// What the journal holds of the day before.
    var beside: [Noted] = []

    /// What of a journal may matter for the hours before.
    static let besideKinds: Set<EntryKind> = [.load, .exercise, .sitting, .stress, .sleep, .session, .treatment]
    /// How long before is looked at: 24 hours.
    static let besideMilliseconds: Int64 = 24 * 3_600_000

    /// What happened, once that is said.
    var answered: [TriggerID]? { problem == nil ? onset?.before ?? form?.triggers : nil }
}

/// The hours before a pain began: what happened then, and what studies say about it.
struct HoursPage: Sendable {
    /// Questions about one stretch of time.
    struct Group: Sendable {
        let groupTitle: String
        let groupTicks: [Choice]
    }

    /// What studies say about something that happened.
    struct Reading: Sendable {
        let readingName: String
        let readingText: String
        let readingSource: String
        let readingStatus: String
        let readingHabit: String?
        let readingAddress: String
    }

    /// A time that was described, and how to take it away.
    struct Former: Sendable {
        let formerWords: String
        let formerAddress: String
    }

    let notice: NoticeView?
    let problem: ProblemNote?
    let isMine: Bool
    let nothing: Choice
    let groups: [Group]
    let asked: String
    let entryName: String
    let when: WhenView?
    let hasAnswered: Bool
    let readings: [Reading]
    let hasReadings: Bool
    let morning: String?
    let beside: [String]
    let hasBeside: Bool
    let former: [Former]
    let hasFormer: Bool
    let saveLabel: String

    private static let mostFormer = 10

    init(_ content: HoursContent, kit: PageKit) {
        let known = kit.engine.atlas.prevention
        notice = content.notice
        problem = content.problem.map { ProblemNote($0, texts: kit.texts) }
        isMine = content.shelf != nil
        entryName = content.id.description
        let ticked = Set(content.form?.triggers ?? [])
        groups = PainTrigger.Window.allCases.map { window in
            Group(
                groupTitle: kit.texts("hours_group_\(window.rawValue)"),
                groupTicks: known.triggers.filter { $0.window == window }.map { trigger in
                    Choice(
                        name: CausesForm.Field.trigger, value: trigger.id.rawValue, label: trigger.question,
                        isChosen: ticked.contains(trigger.id))
                })
        }
        nothing = Choice(
            name: CausesForm.Field.nothing, value: "yes", label: kit.texts("hours_none"),
            isChosen: content.form?.saysNothing ?? false)
        asked = known.triggers.map(\.id.rawValue).joined(separator: " ")
        when = content.shelf.map { shelf in
            WhenView(
                id: "hours", content.form?.time ?? TypedTime(), latest: shelf.kit.today.description, isOpen: true,
                hint: kit.texts("hours_when_hint") + " "
                    + kit.texts("when_zone", ["zone": shelf.kit.zone.description]))
        }
        hasAnswered = content.answered != nil
        readings = kit.engine.driverDesk.readings(content.answered ?? [], age: content.shelf?.causes.inquiry.age)
            .map { Self.reading($0, kit) }
        hasReadings = !readings.isEmpty
        morning = Self.morning(content, kit)
        beside =
            content.shelf.map { shelf in
                let words = EntryWords(shelf.kit)
                return content.beside.map { noted in
                    kit.texts(
                        "hours_beside_line",
                        [
                            "time": shelf.kit.dates.recent(
                                noted.entry.happenedAt, in: noted.zone, today: shelf.kit.today),
                            "kind": words.title(noted.entry.kind), "words": words.text(noted),
                        ])
                }
            } ?? []
        hasBeside = !beside.isEmpty
        former =
            content.shelf.map { shelf in
                shelf.causes.history.onsets.prefix(Self.mostFormer).map { onset in
                    Former(
                        formerWords: kit.texts(
                            "hours_former_line",
                            [
                                "time": shelf.kit.dates.recent(
                                    onset.noted.entry.happenedAt, in: onset.noted.zone, today: shelf.kit.today),
                                "words": EntryWords(shelf.kit).text(onset.noted),
                            ]),
                        formerAddress: "/record/entries/\(onset.noted.entry.id)/remove")
                }
            } ?? []
        hasFormer = !former.isEmpty
        saveLabel = kit.texts(isMine ? "hours_save_own" : "hours_save")
    }

    private static func reading(_ reading: TriggerReading, _ kit: PageKit) -> Reading {
        let source = kit.engine.atlas.reference(reading.factor.source)
        let habit = reading.trigger.habit.flatMap(kit.engine.atlas.prevention.habit)
        return Reading(
            readingName: reading.factor.plainName, readingText: kit.engine.driverText.reading(reading),
            readingSource: source.map(kit.citation) ?? reading.factor.source.rawValue,
            readingStatus: kit.texts("status_\(reading.factor.status.rawValue)"),
            readingHabit: habit?.name,
            readingAddress: habit.map { "/prevent/habits#\(HabitCard.anchor($0.id))" } ?? "")
    }

    /// Said when it began between 7 and 12, the hours in which most back pain begins (steffens_2015).
    private static func morning(_ content: HoursContent, _ kit: PageKit) -> String? {
        guard content.problem == nil, let noted = content.onset?.noted else { return nil }
        let minutes = LocalClock(noted.entry.happenedAt, in: noted.zone).minutes
        return (7 * 60..<12 * 60).contains(minutes) ? kit.texts("hours_morning") : nil
    }
}

extension Page<HoursPage> {
    static func hours(_ content: HoursContent, kit: PageKit) -> Self {
        Page(
            template: "preventhours", title: kit.texts("hours_title"), view: HoursPage(content, kit: kit),
            modules: ["today.js"])
    }
}
