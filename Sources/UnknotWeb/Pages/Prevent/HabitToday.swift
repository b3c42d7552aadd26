import Unknot
import UnknotJournal

/// One chosen habit on the day that it is: one tap says that it was done.
struct HabitToday: Sendable {
    let habitName: String
    /// What comes after what; nil while it is left.
    let habitPlan: String?
    /// How much, or the one-minute way on a bad day; nil while it is left.
    let habitHow: String?
    let habitTime: String?
    /// Whether nothing was said today, so that both buttons are there.
    let isOpen: Bool
    let isResting: Bool
    /// Why it is left for now, whatever the person chose.
    let leftWords: String?
    /// What was said today.
    let doneWords: String?
    /// The other thing that can be said once something was.
    let otherOutcome: String?
    let otherLabel: String
    /// How often it was done; nil while there is nothing to count.
    let countWords: String?
    let habitID: String
    let entryName: String
    let habitBack: String
    let isEasier: Bool
    /// Where on the page it stands.
    let rowID: String
    /// What was just said of it, and how to take that back.
    let habitNotice: NoticeView?

    /// - Parameters:
    ///   - isEasier: Whether the one-minute way is offered.
    ///   - care: What speaks against habits.
    ///   - entry: A name for the entry.
    ///   - notice: What was just written; shown here when it is about this habit.
    init(
        _ kept: HabitHistory.Kept, isEasier: Bool, care: HabitCare, entry: EntryID, back: EntryForm.Way,
        notice: NoticeView?,
        kit: RecordKit
    ) {
        let (texts, chosen) = (kit.texts, kit.kit)
        let known = kit.atlas.prevention.habit(kept.chosen.habit)
        habitID = kept.chosen.habit.rawValue
        habitName = known?.name ?? habitID
        let objection = known.flatMap { care.objection(to: $0, chosen.engine) }
        leftWords = objection?.words(chosen)
        let shown = objection == nil ? known : nil
        habitPlan = shown.map { chosen.engine.driverText.plan($0, cue: kept.chosen.cue).escapable }
        self.isEasier = isEasier && known != nil
        habitHow = shown.map {
            texts("habit_dose_line", ["dose": $0.dose])
                + (isEasier ? " " + texts("habit_easier", ["easier": $0.easier]) : "")
        }
        habitTime = kept.chosen.minutes.map { minutes in
            let moment = LocalClock(day: kit.today, minutes: minutes).moment(in: kit.zone)
            return texts("habit_about", ["time": kit.dates.time(moment, in: kit.zone)])
        }
        isResting = kept.chosen.isPaused && objection == nil
        let outcome = kept.today?.record.outcome
        isOpen = !kept.chosen.isPaused && objection == nil && outcome == nil && !kept.wasDoneAnyway
        switch outcome {
        case .done?: doneWords = texts(kept.today?.record.wasEasier == true ? "habit_done_easier" : "habit_done")
        case .skipped?: doneWords = texts("habit_skipped")
        case nil: doneWords = kept.wasDoneAnyway ? texts("habit_done_anyway") : nil
        }
        switch outcome {
        case .done?: (otherOutcome, otherLabel) = ("skipped", texts("habit_not_after_all"))
        case .skipped? where objection == nil:
            (otherOutcome, otherLabel) = ("done", texts("habit_done_after_all"))
        case .skipped?, nil: (otherOutcome, otherLabel) = (nil, "")
        }
        countWords = Self.count(kept, isOpen: isOpen, kit)
        entryName = entry.description
        habitBack = back.rawValue
        rowID = HabitCard.anchor(kept.chosen.habit)
        habitNotice = notice?.noticeFor == habitID ? notice : nil
    }

    /// "38 of the last 56 days. 3 days this week: enough." Days on which nothing was done are not held against anybody.
    private static func count(_ kept: HabitHistory.Kept, isOpen: Bool, _ kit: RecordKit) -> String? {
        guard kept.daysCounted > 1 else { return isOpen ? kit.texts("habit_first_day") : nil }
        guard kept.daysDone > 0 else { return nil }
        let days = kit.texts("habit_count", ["done": String(kept.daysDone), "days": String(kept.daysCounted)])
        guard kit.kit.engine.habitDesk.isEnough(kept.daysThisWeek) else { return days }
        return days + " " + kit.texts("habit_week_enough", ["days": String(kept.daysThisWeek)])
    }

    /// The habits of the day.
    ///
    /// - Parameter id: Gives each form a name for its entry.
    static func all(
        _ habits: HabitHistory, isEasier: Bool, care: HabitCare, back: EntryForm.Way, notice: NoticeView?,
        id: () -> EntryID, kit: RecordKit
    ) -> [HabitToday] {
        habits.kept.map {
            HabitToday($0, isEasier: isEasier, care: care, entry: id(), back: back, notice: notice, kit: kit)
        }
    }

    /// What is left to say on top of a page when a notice stands beside its habit already.
    static func rest(_ notice: NoticeView?, besides habits: [HabitToday]) -> NoticeView? {
        habits.contains { $0.habitNotice != nil } ? nil : notice
    }
}
