/// What became of one habit on one day.
public struct HabitRecord: Hashable, Sendable {
    /// What became of it.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// It was done.
        case done
        /// It was left out for this day, which is allowed.
        case skipped
    }

    /// The habit.
    public let habit: HabitID
    /// What became of it.
    public let outcome: Outcome
    /// Whether it was its one-minute form, which counts as much.
    public let wasEasier: Bool

    /// Records it.
    public init(_ habit: HabitID, _ outcome: Outcome, wasEasier: Bool = false) throws(IntakeProblem) {
        self.habit = try RecordCheck.id(habit, "habit")
        self.outcome = outcome
        self.wasEasier = wasEasier
    }
}

extension HabitRecord: RecordPayload {
    package static let kind = EntryKind.habit
    package static let keys = ["habit", "outcome", "easier"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            HabitID(fields.requiredText("habit")), fields.requiredChoice("outcome"),
            wasEasier: fields.flag("easier") ?? false)
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "habit": .string(habit.rawValue), "outcome": .string(outcome.rawValue),
            "easier": wasEasier ? .bool(true) : nil,
        ])
    }
}
