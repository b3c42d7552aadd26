/// The habits that a person chose, all of them: the latest entry is the one in effect.
public struct HabitsRecord: Hashable, Sendable {
    /// One habit with what calls it to mind.
    public struct Chosen: Hashable, Sendable {
        /// The habit.
        public let habit: HabitID
        /// What it comes after, as in "After my first coffee"; up to 100 characters on one line.
        public let cue: String?
        /// About when, as minutes since midnight by the clock on the wall, 0 to 1439.
        public let minutes: Int?
        /// Whether it rests for now.
        public let isPaused: Bool

        /// Chooses a habit.
        public init(
            _ habit: HabitID, cue: String? = nil, minutes: Int? = nil, isPaused: Bool = false
        ) throws(IntakeProblem) {
            self.habit = try RecordCheck.id(habit, "habit")
            self.cue = try RecordCheck.text(cue, "cue", longest: 100)
            if let minutes {
                _ = try RecordCheck.whole(Double(minutes), "at", in: 0...1_439)
            }
            self.minutes = minutes
            self.isPaused = isPaused
        }
    }

    /// The habits, each once, at most ``mostHabits``; none when all were ended.
    public let habits: [Chosen]

    /// The most habits at a time: of more, fewer are done (bachmann_2018: fewer than four).
    public static let mostHabits = 3

    /// Records a choice.
    public init(_ habits: [Chosen]) throws(IntakeProblem) {
        guard habits.count <= Self.mostHabits else {
            throw IntakeProblem(
                path: "habits", message: "Found a list of \(habits.count).",
                allowed: "at most \(Self.mostHabits) habits at a time")
        }
        for (index, chosen) in habits.enumerated() where habits[..<index].contains(where: { $0.habit == chosen.habit })
        {
            throw IntakeProblem(
                path: "habits[\(index)].habit", message: "“\(chosen.habit.rawValue)” stands twice.",
                allowed: "each habit once")
        }
        self.habits = habits
    }
}

extension HabitsRecord: RecordPayload {
    package static let kind = EntryKind.habits
    package static let keys = ["habits"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        guard fields.value("habits") != nil else {
            throw IntakeProblem(
                path: "habits", message: "This field is missing.", allowed: "a list of habits, which may be empty")
        }
        var habits: [Chosen] = []
        for (index, value) in try fields.list("habits", longest: 100).enumerated() {
            habits.append(try Chosen(recorded: value, path: "habits[\(index)]"))
        }
        try self.init(habits)
    }

    package var fields: [String: JSONValue] { ["habits": .array(habits.map(\.recorded))] }
}

extension HabitsRecord.Chosen {
    fileprivate init(recorded value: JSONValue, path: String) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: path, known: ["habit", "cue", "at", "paused"])
        let habit = HabitID(try fields.requiredText("habit"))
        let cue = try fields.anyText("cue")
        let at = try fields.anyText("at")
        let isPaused = try fields.flag("paused") ?? false
        let minutes = try at.map { text throws(IntakeProblem) in try Self.minutes(text, path: "\(path).at") }
        do {
            try self.init(habit, cue: cue, minutes: minutes, isPaused: isPaused)
        } catch {
            throw error.within(path)
        }
    }

    /// The minutes of `07:30`.
    private static func minutes(_ text: String, path: String) throws(IntakeProblem) -> Int {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isPlain = text.utf8.allSatisfy { (48...58).contains($0) }
        if isPlain, parts.count == 2, parts[0].count == 2, parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        {
            return hour * 60 + minute
        }
        throw IntakeProblem(
            path: path, message: "Found the text “\(text.prefix(40))”.", allowed: "a time of day such as 07:30")
    }

    /// The time as it is kept, such as `07:30`.
    public var time: String? {
        minutes.map { minutes in
            func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
            return two(minutes / 60) + ":" + two(minutes % 60)
        }
    }

    fileprivate var recorded: JSONValue {
        .object(
            RecordFields.present([
                "habit": .string(habit.rawValue), "cue": RecordFields.text(cue), "at": RecordFields.text(time),
                "paused": isPaused ? .bool(true) : nil,
            ]))
    }
}
