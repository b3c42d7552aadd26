import Unknot
import UnknotJournal

/// One habit: what to do, when, what is known of it, and how to choose it.
struct HabitCard: Sendable {
    let cardID: String
    let cardHabit: String
    let cardName: String
    let cardDo: String
    let cardDose: String
    let cardWhen: String
    let cardEasier: String
    let cardVerdict: String
    let cardCauses: String
    let cardNote: String?
    let cardSource: String?
    let findings: [StudyLine]
    let hasFindings: Bool
    /// What of health speaks against it.
    let objection: String?
    /// Whether it can be chosen now.
    let canChoose: Bool
    let cues: [Choice]
    /// The habits one of which it would take the place of; empty while there is room.
    let swaps: [Choice]
    let hasSwaps: Bool
    let entryName: String
    let suggestedFor: String?

    /// Where on the page it stands.
    static func anchor(_ id: HabitID) -> String { "habit-\(id.rawValue)" }

    /// Leads back to the habit that something was said of, rather than to the top of the page.
    static func fragment(_ value: RecordValue?) -> String {
        if case .habit(let record)? = value { "#\(anchor(record.habit))" } else { "" }
    }

    init(
        _ habit: Habit, for cause: CauseID?, chosen: [HabitsRecord.Chosen], shelf: PreventShelf?, entry: EntryID,
        kit: PageKit
    ) {
        let text = kit.engine.driverText
        cardID = Self.anchor(habit.id)
        cardHabit = habit.id.rawValue
        cardName = habit.name
        cardDo = text.plan(habit, cue: nil)
        (cardDose, cardWhen, cardEasier) = (habit.dose, habit.when, habit.easier.capitalizedFirst)
        cardVerdict = text.verdict(habit.verdict)
        cardCauses =
            habit.causes.map { kit.engine.atlas.cause($0)?.plainName ?? $0.rawValue }.joined(separator: "; ")
            .capitalizedFirst
        cardNote = habit.note.isEmpty ? nil : habit.note
        let known = kit.engine.atlas.prevention.findings(of: habit)
        // Where a study above names the source already, it is not named again.
        cardSource =
            known.contains { $0.source == habit.source }
            ? nil
            : kit.texts(
                "habit_source",
                [
                    "source": kit.engine.atlas.reference(habit.source).map(kit.citation) ?? habit.source.rawValue,
                    "status": kit.texts("status_\(habit.status.rawValue)"),
                ])
        findings = StudyLine.lines(known, kit: kit)
        hasFindings = !findings.isEmpty
        let against = shelf.flatMap { $0.care.objection(to: habit, kit.engine) }
        objection = against?.words(kit)
        canChoose = shelf != nil && against == nil
        cues = habit.cues.enumerated().map { index, cue in
            Choice(
                name: HabitsForm.Field.cue, value: cue, label: cue.capitalizedFirst, isChosen: index == 0,
                in: "\(habit.id.rawValue)-")
        }
        swaps =
            chosen.count < HabitsRecord.mostHabits
            ? []
            : chosen.map { other in
                let name = kit.engine.atlas.prevention.habit(other.habit)?.name ?? other.habit.rawValue
                return Choice(
                    name: HabitsForm.Field.instead, value: other.habit.rawValue, label: name, isChosen: false,
                    in: "\(habit.id.rawValue)-")
            }
        hasSwaps = !swaps.isEmpty
        entryName = entry.description
        suggestedFor = cause.map { kit.texts("habit_suggested_for", ["cause": text.name($0)]) }
    }
}

/// A habit that was chosen, with what can be changed about it.
struct ChosenHabit: Sendable {
    let today: HabitToday
    let cueID: String
    let cueValue: String
    let timeID: String
    let timeValue: String
    let remindAddress: String
}

/// The habits: those that were chosen, those that fit, and all others, with what is known of each.
struct HabitsPage: Sendable {
    let notice: NoticeView?
    let problem: ProblemNote?
    let isMine: Bool
    /// For whose days the page was made; nil for visitors.
    let zoneName: String?
    let chosen: [ChosenHabit]
    let hasChosen: Bool
    let suggested: [HabitCard]
    let hasSuggested: Bool
    let others: [HabitCard]
    let roomWords: String
    let hardly: [StudyLine]

    private static let mostSuggested = 3
    /// What many people try and what studies found nothing for, by its name in `prevention.csv`.
    private static let without = [
        "back_belt", "shoe_insoles", "education_alone", "lifting_technique_training", "ergonomic_changes_only",
        "sleep_hygiene_tips_only", "vitamin_d_supplement",
    ]

    init(
        _ shelf: PreventShelf?, notice: NoticeView?, problem: IntakeProblem?, id: () -> EntryID, kit: PageKit
    ) {
        self.problem = problem.map { ProblemNote($0, texts: kit.texts) }
        isMine = shelf != nil
        zoneName = shelf?.kit.zone.description
        let kept = shelf?.habits.kept ?? []
        let choice = kept.map(\.chosen)
        chosen = kept.compactMap { one in
            shelf.map { shelf in
                ChosenHabit(
                    today: HabitToday(
                        one, isEasier: shelf.isEasierDay, care: shelf.care, entry: id(), back: .habits, notice: notice,
                        kit: shelf.kit),
                    cueID: "cue-\(one.chosen.habit.rawValue)", cueValue: (one.chosen.cue ?? "").escapable,
                    timeID: "time-\(one.chosen.habit.rawValue)", timeValue: one.chosen.time ?? "",
                    remindAddress: "/prevent/reminders?habit=\(one.chosen.habit.rawValue)#form")
            }
        }
        hasChosen = !chosen.isEmpty
        self.notice = HabitToday.rest(notice, besides: chosen.map(\.today))
        let ids = choice.map(\.habit)
        let fitting =
            shelf.map {
                kit.engine.habitDesk.suggestions(for: $0.drivers.drivers, besides: ids, most: Self.mostSuggested)
            } ?? []
        func card(_ habit: Habit, _ cause: CauseID?) -> HabitCard {
            HabitCard(habit, for: cause, chosen: choice, shelf: shelf, entry: id(), kit: kit)
        }
        suggested = fitting.compactMap { one in
            kit.engine.atlas.prevention.habit(one.habit).map { card($0, one.cause) }
        }
        hasSuggested = !suggested.isEmpty
        let taken = Set(ids + fitting.map(\.habit))
        others = kit.engine.atlas.prevention.habits.filter { !taken.contains($0.id) }.map { card($0, nil) }
        let room = HabitsRecord.mostHabits - choice.count
        let key = room <= 0 ? "habits_full" : choice.isEmpty ? "habits_room_all" : "habits_room_\(room)"
        roomWords = kit.texts(key)
        hardly = kit.engine.atlas.prevention.findings.filter { Self.without.contains($0.practice) }
            .map { StudyLine($0, kit: kit) }
    }
}

extension Page<HabitsPage> {
    static func habits(
        _ shelf: PreventShelf?, notice: NoticeView?, problem: IntakeProblem? = nil, id: () -> EntryID, kit: PageKit
    ) -> Self {
        Page(
            template: "preventhabits", title: kit.texts("habits_title"),
            view: HabitsPage(shelf, notice: notice, problem: problem, id: id, kit: kit), modules: ["today.js"])
    }
}
