import Unknot
import UnknotJournal

/// What speaks against habits: the person's health, and a danger sign that stands. The same for choosing one, for those that
/// were chosen, and for reminders of them.
struct HabitCare: Sendable {
    /// What applies of the health check.
    let health: Set<HealthID>
    /// A danger sign that stands.
    let stop: HealthHistory.Stop?

    /// Why a habit is left for now.
    enum Objection: Hashable, Sendable {
        /// A danger sign stands.
        case sign(HealthHistory.Stop)
        /// The person's health.
        case health(HealthID)
    }

    init(health: Set<HealthID> = [], stop: HealthHistory.Stop? = nil) {
        (self.health, self.stop) = (health, stop)
    }

    init(_ history: HealthHistory) {
        self.init(health: history.lastApplied, stop: history.stop)
    }

    /// How many health entries are read: more than anybody has within a year.
    private static let mostAnswers = 500

    /// Reads a journal.
    init(_ journal: Journal?, today: LocalDay) async throws {
        let answers = try await journal?.values(EntryQuery(kinds: [.health], limit: Self.mostAnswers)) ?? []
        self.init(HealthHistory(answers, today: today))
    }

    /// What speaks against a habit; nil when nothing does. While a danger sign stands, nothing that is a technique goes on.
    func objection(to habit: Habit, _ engine: Engine) -> Objection? {
        if let stop, habit.technique != nil { return .sign(stop) }
        return engine.habitDesk.objection(to: habit, health).map { .health($0) }
    }

    /// The same for a habit by its id; nothing is known against one that the atlas does not hold.
    func objection(to habit: HabitID, _ engine: Engine) -> Objection? {
        engine.atlas.prevention.habit(habit).flatMap { objection(to: $0, engine) }
    }

    /// Whether a reminder may remind: not of a session, and of no habit, that is left for now.
    func allows(_ subject: Reminder.Subject, _ engine: Engine) -> Bool {
        switch subject {
        case .words: true
        case .session: stop == nil
        case .habit(let id): objection(to: HabitID(id), engine) == nil
        }
    }
}

extension HabitCare.Objection {
    /// Why, in words.
    func words(_ kit: PageKit) -> String {
        switch self {
        case .sign: kit.texts("habit_objection_sign")
        case .health(let id):
            kit.texts("habit_objection", ["because": Self.name(id, kit.engine.atlas)])
        }
    }

    /// Why it was refused.
    func problem(_ texts: PageTexts, _ atlas: Atlas) -> IntakeProblem {
        switch self {
        case .sign:
            IntakeProblem(
                path: HabitsForm.Field.habit, message: texts("habit_objection_sign"),
                allowed: texts("habit_refused_sign_allowed"))
        case .health(let id):
            IntakeProblem(
                path: HabitsForm.Field.habit, message: "Your health speaks against it: \(Self.name(id, atlas)).",
                allowed: "another habit, or ask a clinician")
        }
    }

    private static func name(_ id: HealthID, _ atlas: Atlas) -> String {
        atlas.care.healthCheck(id)?.plainLabel ?? id.rawValue
    }
}
