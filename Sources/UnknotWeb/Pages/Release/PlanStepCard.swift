import Unknot

/// One step of a plan: what, where, who, how long, how hard, how, and when to stop.
struct PlanStepCard: Sendable {
    let stepNumber: String
    let stepName: String
    /// The muscle and its side; nil for what is for the body as a whole.
    let stepWhere: String?
    let stepFacts: [String]
    let stepAddress: String
    /// What one looks for first, in one line; for a step that is folded.
    let stepBrief: String
    /// Whether it stands open: the first one, so that the whole plan can be seen at once.
    let isOpen: Bool
    let closeUp: CloseUp?
    /// How one sits, stands or lies, drawn.
    let drawing: TechniqueDrawing
    let stepFind: String?
    let stepPosition: String?
    let stepDo: [String]
    let stepHard: String?
    let stepStretch: String?
    let stepStops: [String]
    /// Whether it works on the knot or eases it: then when to stop stands open.
    let stepIsWork: Bool
    let stepWhy: String?

    /// - Parameter showsSpot: Whether the spot is drawn; not again where a step before it has the same.
    init(_ step: PlanStep, number: Int, form: IntakeForm, showsSpot: Bool, kit: PageKit) {
        let text = kit.engine.planText
        let (technique, treatment) = (step.technique, step.treatment)
        stepNumber = String(number)
        stepName = technique.name
        // What is for the body as a whole names no muscle.
        let isGeneral = treatment.use == nil && step.role != .refer && step.role != .prepare
        stepWhere = isGeneral ? nil : kit.muscle(treatment.point.muscle, treatment.side).capitalizedFirst
        stepFacts = Self.facts(step, kit)
        stepBrief = stepFacts.joined(separator: " · ")
        isOpen = number == 1
        drawing = TechniqueDrawing(
            technique, at: isGeneral ? nil : treatment.point, side: isGeneral ? nil : treatment.side, kit: kit)
        stepAddress = "/techniques/\(technique.id)"
        let isAtKnot = technique.touch.isByHand && step.role != .refer
        closeUp =
            isAtKnot && showsSpot ? CloseUp(of: treatment.point.id, treatment.side, form: form, kit: kit) : nil
        stepFind = isAtKnot ? treatment.point.landmarks : nil
        let position = text.position(step)
        stepPosition = position.isEmpty ? nil : position.capitalizedFirst
        stepDo = text.instructions(step)
        let hard = text.pressure(step)
        // Where no word of guidance goes with the number, it stands among the facts already.
        let isSaid = treatment.pressure.map {
            technique.pressureGuide.isEmpty || $0.upperBound < technique.pressure?.upperBound ?? 0
        }
        stepHard = hard.isEmpty || isSaid == true ? nil : hard
        stepStretch = step.stretch.map { text.stretch($0).capitalizedFirst }
        stepStops = text.stopWhen(step)
        stepIsWork = step.role == .release || step.role == .ease
        let reasons = step.reasons.map(text.reason)
        stepWhy = reasons.isEmpty ? nil : kit.texts("plan_why", ["reasons": reasons.joined(separator: "; ")])
    }

    /// Who, how long, how often, how hard: what one looks for first.
    private static func facts(_ step: PlanStep, _ kit: PageKit) -> [String] {
        let technique = step.technique
        var facts: [String] = []
        if technique.performer != .person { facts.append(kit.texts("plan_who_\(technique.performer.rawValue)")) }
        if step.seconds > 0 {
            let time = kit.engine.planText.duration(step.seconds)
            facts.append(
                step.repetitions == 1
                    ? time : kit.texts("plan_times", ["time": time, "count": String(step.repetitions)]))
        }
        if let pressure = step.treatment.pressure {
            facts.append(kit.texts("plan_strength", ["most": String(pressure.upperBound)]))
        }
        if step.seconds > 0, technique.timesADay > 1 {
            facts.append(kit.texts("plan_a_day", ["count": String(technique.timesADay)]))
        }
        return facts
    }
}
