public import UnknotRecord

/// What is known about what brings knots on and what keeps them away.
public struct PreventionKnowledge: Sendable {
    /// What studies found about causes.
    public let riskFactors: [RiskFactor]
    /// What is asked about the hours before.
    public let triggers: [PainTrigger]
    /// What studies found about keeping pain away.
    public let findings: [PreventionFinding]
    /// Small habits.
    public let habits: [Habit]
    /// The numbers by which drivers and habits are judged.
    public let parameters: [ModelParameter]

    private let habitIndex: [HabitID: Int]
    private let factorsOfCause: [CauseID: [RiskFactor]]

    init(
        riskFactors: [RiskFactor], triggers: [PainTrigger], findings: [PreventionFinding], habits: [Habit],
        parameters: [ModelParameter]
    ) {
        self.riskFactors = riskFactors
        self.triggers = triggers
        self.findings = findings
        self.habits = habits
        self.parameters = parameters
        habitIndex = Dictionary(zip(habits.map(\.id), habits.indices)) { first, _ in first }
        var factorsOfCause: [CauseID: [RiskFactor]] = [:]
        for factor in riskFactors {
            for cause in factor.causes { factorsOfCause[cause, default: []].append(factor) }
        }
        self.factorsOfCause = factorsOfCause
    }

    /// The habit with an id.
    public func habit(_ id: HabitID) -> Habit? { habitIndex[id].map { habits[$0] } }
    /// What is asked about the hours before, by its id.
    public func trigger(_ id: TriggerID) -> PainTrigger? { triggers.first { $0.id == id } }
    /// The number with a name.
    public func parameter(_ name: String) -> ModelParameter? { parameters.first { $0.name == name } }
    /// What studies found about a cause.
    public func riskFactors(of cause: CauseID) -> [RiskFactor] { factorsOfCause[cause] ?? [] }
    /// The habits against a cause, the one that fits best first.
    public func habits(against cause: CauseID) -> [Habit] {
        habits.compactMap { habit in habit.causes.firstIndex(of: cause).map { (habit, $0) } }
            .sorted { $0.1 < $1.1 }.map(\.0)
    }
    /// What studies found about what a habit asks one to do.
    public func findings(of habit: Habit) -> [PreventionFinding] {
        findings.filter { habit.evidence.contains($0.practice) }
    }

    /// The row that speaks of a trigger at an age: of the nearest age that was studied where several were, of all ages
    /// where none is known.
    public func riskFactor(of trigger: PainTrigger, age: Int?) -> RiskFactor? {
        let rows = trigger.factors.compactMap { name in riskFactors.first { $0.factor == name } }
        let aged = rows.compactMap { row in Self.age(of: row.factor).map { (row, $0) } }
        if let age, let near = aged.min(by: { abs($0.1 - age) < abs($1.1 - age) }) { return near.0 }
        return rows.first { Self.age(of: $0.factor) == nil } ?? rows.first
    }

    /// The age in a name such as `heavy_load_age_40`.
    private static func age(of factor: String) -> Int? {
        let parts = factor.split(separator: "_")
        guard parts.count > 1, parts[parts.count - 2] == "age" else { return nil }
        return Int(parts[parts.count - 1])
    }
}
