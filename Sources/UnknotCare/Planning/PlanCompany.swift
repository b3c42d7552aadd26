import UnknotAtlas
import UnknotLocator
import UnknotRecord
import UnknotSafety

/// What goes with the work on knots: warmth before it, movement after it.
struct PlanCompany {
    let draft: PlanDraft
    let knots: [RankedPoint]

    private static let warmth: TechniqueID = "heat_pack"
    private static let movement: TechniqueID = "active_range"
    private static let breathing: TechniqueID = "belly_breathing"
    private static let walking: TechniqueID = "walk"
    private static let strength: TechniqueID = "strength_elastic_2min"
    /// All that may go with the work.
    static let techniques: Set<TechniqueID> = [warmth, movement, breathing, walking, strength]
    /// Seconds for an easy movement at the end.
    private static let moving = 60

    /// Warmth, where there is a pack and time for it and for the work.
    func preparation(budget: Int) -> PlanStep? {
        guard !draft.isFlare, let knot = knots.first, let warm = treatment(Self.warmth, at: knot),
            budget >= warm.technique.seconds + 600
        else { return nil }
        return step(warm, .prepare, seconds: warm.technique.seconds)
    }

    /// Seconds that are kept back for what follows the work.
    func reserved(budget: Int) -> Int {
        // In a flare a third of the time goes to breathing.
        if draft.isFlare { return budget >= 2 * Self.moving ? Self.moving : 0 }
        return budget >= 5 * Self.moving ? Self.moving : 0
    }

    /// Breathing in a flare; else an easy movement, and a walk or strength where there is time.
    func afterwards(budget: Int) -> [PlanStep] {
        guard let knot = knots.first else { return [] }
        if draft.isFlare || isStrong { return calm(knot, budget) }
        var left = budget
        var steps: [PlanStep] = []
        func add(_ step: PlanStep?) {
            guard let step, step.seconds <= left else { return }
            steps.append(step)
            left -= step.seconds
        }
        if !isUsed(Self.movement) {
            add(treatment(Self.movement, at: knot).map { self.step($0, .move, seconds: Self.moving) })
        }
        if left >= 120, let strong = treatment(Self.strength, at: knot) {
            add(step(strong, .strengthen, seconds: strong.technique.seconds))
        }
        if left >= 300, isOfTheTrunk(knot), let walk = treatment(Self.walking, at: knot) {
            add(step(walk, .strengthen, seconds: min(walk.technique.seconds, left / 60 * 60)))
        }
        return steps
    }

    private func calm(_ knot: RankedPoint, _ budget: Int) -> [PlanStep] {
        let seconds = min(300, budget / 10 * 10)
        guard seconds >= 60, !isUsed(Self.breathing), let breath = treatment(Self.breathing, at: knot) else {
            return []
        }
        return [step(breath, .ease, seconds: seconds)]
    }

    private var isStrong: Bool { draft.gate.checks.contains { $0.id == "pain_over_7_of_10_at_rest" } }

    /// Walking was tested for the low back; for neck and arm it is no treatment.
    private func isOfTheTrunk(_ knot: RankedPoint) -> Bool {
        guard let point = draft.atlas.point(knot.point), let region = draft.atlas.region(point.surfaceRegion) else {
            return false
        }
        return [.lowBack, .pelvis].contains(region.zone)
    }

    private func isUsed(_ technique: TechniqueID) -> Bool {
        draft.steps.contains { $0.technique.id == technique }
    }

    private func treatment(_ technique: TechniqueID, at knot: RankedPoint) -> SafeTreatment? {
        draft.safe(at: knot).first { treatment in
            treatment.technique.id == technique && !treatment.isLastResort
                && TechniqueChoice(draft.parameters).isAtHand(treatment, draft.request)
        }
    }

    private func step(_ treatment: SafeTreatment, _ role: PlanStep.Role, seconds: Int) -> PlanStep {
        PlanStep(
            treatment: treatment, role: role, seconds: seconds, repetitions: 1, rest: 0, stretch: nil,
            reasons: treatment.technique.grade == .veryLow ? [] : [.evidence])
    }
}
