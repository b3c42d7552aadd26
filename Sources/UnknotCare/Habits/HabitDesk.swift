public import UnknotAtlas
public import UnknotRecord
import UnknotSafety

/// How long somebody was away, and what is said then. Nothing is ever taken back, and nobody is blamed.
public enum LapseStage: String, CaseIterable, Hashable, Sendable {
    /// There is nothing to say.
    case none
    /// One kind line.
    case kind
    /// A shorter way is offered.
    case shorter
    /// Pausing or ending is offered, and a start with one minute.
    case pause
}

/// Chooses habits for drivers, and knows when less is right.
public struct HabitDesk: Sendable {
    private let knowledge: PreventionKnowledge
    private let parameters: PreventionParameters
    private let care: CareDesk

    /// Prepares the desk.
    public init(_ atlas: Atlas) throws(PreventionError) {
        knowledge = atlas.prevention
        parameters = try PreventionParameters(atlas.prevention)
        care = CareDesk(atlas)
    }

    /// A habit for a driver.
    public struct Suggestion: Hashable, Sendable {
        /// What it is against.
        public let cause: CauseID
        /// Which.
        public let habit: HabitID
    }

    /// One small habit for each driver, the most important first; none twice, and none that was chosen already.
    ///
    /// - Parameter most: How many.
    public func suggestions(for drivers: [Driver], besides chosen: [HabitID], most: Int) -> [Suggestion] {
        var taken = Set(chosen)
        var suggestions: [Suggestion] = []
        for driver in drivers where suggestions.count < most {
            guard let habit = driver.habit, taken.insert(habit).inserted else { continue }
            suggestions.append(Suggestion(cause: driver.cause, habit: habit))
        }
        return suggestions
    }

    /// What of somebody's health speaks against a habit: what the habit itself names, and for one that is a technique what
    /// blocks that technique anywhere on the body.
    public func objection(to habit: Habit, _ health: Set<HealthID>) -> HealthID? {
        habit.notWith.first(where: health.contains)
            ?? habit.technique.flatMap { care.blocks($0, health: health).first?.id }
    }

    /// Whether the one-minute form is offered, by the pain of today, 0 to 10.
    public func isEasierDay(pain: Double?) -> Bool {
        pain.map { $0 >= parameters.easierFromPain } ?? false
    }

    /// Whether so many days of a week are enough.
    public func isEnough(_ daysOfWeek: Int) -> Bool { daysOfWeek >= parameters.enoughAWeek }

    /// What is said after so many days without a word.
    public func stage(daysAway: Int) -> LapseStage {
        switch daysAway {
        case parameters.lapsePause...: .pause
        case parameters.lapseShorter...: .shorter
        case parameters.lapseKind...: .kind
        default: .none
        }
    }
}
