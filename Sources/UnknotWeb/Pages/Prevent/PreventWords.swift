import Unknot

/// Puts entries about causes and habits into a few words.
struct PreventWords: Sendable {
    private let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    /// "Applies: sitting for hours; in the hours before: heavy load".
    func parts(_ record: CausesRecord) -> [String?] {
        let applies = record.applies.map { kit.atlas.cause($0)?.plainName ?? $0.rawValue }
        let before = record.before.map(happened)
        let isCheck = !record.applies.isEmpty || !record.denied.isEmpty
        let isHours = !record.before.isEmpty || !record.notBefore.isEmpty
        return [
            isCheck
                ? applies.isEmpty
                    ? kit.texts("words_causes_none") : kit.texts("words_causes", ["causes": list(applies)]) : nil,
            isHours
                ? before.isEmpty
                    ? kit.texts("words_before_none") : kit.texts("words_before", ["before": list(before)]) : nil,
            record.episodes.map { kit.texts("words_episodes", ["count": kit.number($0)]) },
        ]
    }

    /// "A walk (after lunch); Slow breathing (paused)".
    func parts(_ record: HabitsRecord) -> [String?] {
        guard !record.habits.isEmpty else { return [kit.texts("words_habits_none")] }
        let habits = record.habits.map { chosen in
            let details = [
                chosen.cue.map { kit.texts("words_habit_cue", ["cue": $0]) }, chosen.time,
                chosen.isPaused ? kit.texts("words_habit_paused") : nil,
            ].compactMap { $0 }
            let name = name(chosen.habit)
            return details.isEmpty ? name : "\(name) (\(details.joined(separator: ", ")))"
        }
        return [list(habits)]
    }

    /// "A walk: done".
    func parts(_ record: HabitRecord) -> [String?] {
        let key = "words_habit_\(record.outcome.rawValue)" + (record.wasEasier ? "_easier" : "")
        return [kit.texts(key, ["habit": name(record.habit)])]
    }

    /// A habit by its name; by its id where the knowledge base does not know it.
    func name(_ habit: HabitID) -> String { kit.atlas.prevention.habit(habit)?.name ?? habit.rawValue }

    /// What happened in the hours before, in a few words.
    func happened(_ trigger: TriggerID) -> String {
        let factors = kit.atlas.prevention.trigger(trigger)?.factors ?? []
        let factor = factors.last.flatMap { name in kit.atlas.prevention.riskFactors.first { $0.factor == name } }
        return factor?.plainName ?? trigger.rawValue
    }

    private func list(_ items: [String]) -> String { items.joined(separator: "; ") }
}
