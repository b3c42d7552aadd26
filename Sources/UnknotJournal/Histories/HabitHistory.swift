public import UnknotRecord

/// What a journal says about somebody's habits: which are in effect, and on which days each was done. A total is never
/// set back, a day without a word stays open, and days of a pause do not count against anybody.
public struct HabitHistory: Hashable, Sendable {
    /// What one day says about one habit.
    public struct Mark: Hashable, Sendable {
        /// The entry that says so.
        public let entry: Entry
        /// What it says.
        public let record: HabitRecord
    }

    /// One habit that is in effect.
    public struct Kept: Hashable, Sendable {
        /// The habit, with what calls it to mind.
        public let chosen: HabitsRecord.Chosen
        /// What was said today, if anything.
        public let today: Mark?
        /// Whether today's journal shows that it was done anyway, without a word about the habit.
        public let wasDoneAnyway: Bool
        /// On how many days it was done.
        public let daysDone: Int
        /// Of how many days: those since it was chosen that are not part of a pause, and all on which it was done.
        public let daysCounted: Int
        /// On how many of the last seven days, today included, it was done.
        public let daysThisWeek: Int
    }

    /// What else counts as having done a habit: a number of a day, and from how much on.
    public typealias Counted = (measure: Measure, least: Double)

    /// The habits in effect, in the order of the person.
    public let kept: [Kept]
    /// Whether habits were ever chosen.
    public let wereEverChosen: Bool
    /// The days since anything was said about habits: done, skipped or chosen; nil when nothing ever was, or when all rest.
    public let daysAway: Int?
    /// The choice in effect.
    public let choice: HabitsRecord?

    /// Gathers what entries say.
    ///
    /// - Parameters:
    ///   - entries: In any order; of the kinds habits and habit, and of the measures that count.
    ///   - days: Over how many days is counted, today included.
    ///   - today: The day that it is where the person is now.
    ///   - counted: What else counts as having done a habit.
    public init(_ entries: [Noted], days: Int, today: LocalDay, counted: (HabitID) -> Counted?) {
        let sorted = entries.sorted { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }
        var choices: [(day: LocalDay, record: HabitsRecord)] = []
        var marks: [HabitID: [LocalDay: Mark]] = [:]
        var last: LocalDay?
        for noted in sorted {
            // Somebody who travelled west may have written on a day that has not come yet.
            let day = min(noted.day, today)
            switch noted.value {
            case .habits(let record)?:
                choices.append((day, record))
                last = day
            case .habit(let record)?:
                marks[record.habit, default: [:]][day] = Mark(entry: noted.entry, record: record)
                last = day
            default: break
            }
        }
        choice = choices.last?.record
        wereEverChosen = !choices.isEmpty
        let isAllResting = choice?.habits.allSatisfy(\.isPaused) ?? true
        daysAway = isAllResting ? nil : last.map { $0.days(to: today) }
        let range = today.advanced(by: 1 - days)...today
        kept = (choice?.habits ?? []).map { chosen in
            let own = marks[chosen.habit] ?? [:]
            let anyway = Self.anyway(counted(chosen.habit), in: entries, over: range)
            let active = Self.active(chosen.habit, choices, today: today)
            let said = Set(own.filter { $0.value.record.outcome == .done && range.contains($0.key) }.keys)
            let skipped = Set(own.filter { $0.value.record.outcome == .skipped }.keys)
            // What was done before the habit was chosen is no part of it.
            let done = said.union(anyway.intersection(active).subtracting(skipped))
            return Kept(
                chosen: chosen, today: own[today], wasDoneAnyway: own[today] == nil && anyway.contains(today),
                daysDone: done.count, daysCounted: done.union(active.filter(range.contains)).count,
                daysThisWeek: done.count { $0 > today.advanced(by: -7) })
        }
    }

    /// The days on which the journal shows enough of what counts.
    private static func anyway(
        _ counted: Counted?, in entries: [Noted], over range: ClosedRange<LocalDay>
    ) -> Set<LocalDay> {
        guard let counted else { return [] }
        let series = DaySeries(counted.measure, in: entries, over: range)
        return Set(series.days.filter { day in day.sum.map { $0 >= counted.least } ?? false }.map(\.day))
    }

    /// The days on which a habit was chosen and did not rest. On a day with several choices the last one holds.
    private static func active(
        _ habit: HabitID, _ choices: [(day: LocalDay, record: HabitsRecord)], today: LocalDay
    ) -> Set<LocalDay> {
        var active: Set<LocalDay> = []
        for (index, choice) in choices.enumerated() {
            let end = index + 1 < choices.count ? choices[index + 1].day : today.advanced(by: 1)
            let holds = choice.record.habits.contains { $0.habit == habit && !$0.isPaused }
            guard holds, choice.day < end else { continue }
            for number in choice.day.number..<end.number { active.insert(LocalDay(number: number)) }
        }
        return active
    }
}
