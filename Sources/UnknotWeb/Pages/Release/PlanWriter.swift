import Unknot

/// Puts what goes with the steps of a plan into words.
struct PlanWriter {
    private let kit: PageKit
    private var text: PlanText { kit.engine.planText }
    private var atlas: Atlas { kit.engine.atlas }

    init(_ kit: PageKit) {
        self.kit = kit
    }

    /// Where, with what and with whom: "At home · ball, warm pack · somebody helps".
    func means(_ form: PlanForm) -> String {
        var parts = [kit.texts("plan_place_\(form.place.rawValue)")]
        let tools = form.tools.map { kit.texts("plan_tool_\($0.rawValue)") }
        parts.append(
            tools.isEmpty ? kit.texts("plan_tools_none") : tools.joined(separator: ", ").lowercased())
        if form.hasHelper { parts.append(kit.texts("plan_with_helper")) }
        return parts.joined(separator: " · ")
    }

    /// What the plan is for, in a sentence or two.
    func lead(_ plan: Plan) -> String {
        guard plan.status == .plan else {
            return atlas.phrases(plan.leftOut.isEmpty ? "plan_none_found" : "plan_none_left")
        }
        let knots = plan.steps.filter { $0.role == .release }.map { place($0.treatment.point.id, $0.treatment.side) }
        guard let first = knots.first else { return kit.texts(plan.isForFlare ? "plan_lead_flare" : "plan_lead_ease") }
        if plan.isForFlare { return kit.texts("plan_lead_flare") }
        return knots.count == 1
            ? kit.texts("plan_lead_one", ["place": first])
            : kit.texts("plan_lead_several", ["places": knots.joined(separator: ", ")])
    }

    /// Said below the heading: that the spot is a guess so far, and that the time need not be filled.
    func asides(_ plan: Plan, minutes: Double) -> [String] {
        guard plan.status == .plan else { return [] }
        var asides: [String] = []
        if let first = plan.steps.first(where: { $0.role == .release || $0.role == .ease && $0.treatment.use != nil }),
            let found = plan.therapist.palpate.first(where: {
                $0.point == first.treatment.point.id && $0.side == first.treatment.side
            }), found.probability < ResultPage.smallestPossible
        {
            asides.append(
                kit.texts("plan_aside_guess", ["percent": LikelihoodView.percent(found.probability, kit: kit)]))
        }
        if Double(plan.seconds) < minutes * 60 * 0.6 { asides.append(kit.texts("plan_aside_short")) }
        return asides
    }

    /// What else to know, each once; what stands at the top is not said again.
    func remarks(_ plan: Plan) -> [String] {
        plan.remarks
            .filter {
                switch $0 {
                // The first stands at the top, the second in the rule of when to stop.
                case .unsure, .seeSomebodyAfter: false
                default: true
                }
            }
            .map(text.remark)
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// What was left out, by reason, knots first.
    func leftOut(_ plan: Plan) -> [PlanPage.LeftOutLine] {
        let isKnot = { (entry: LeftOut) in if case .knot = entry.subject { true } else { false } }
        var order: [String] = []
        var names: [String: [String]] = [:]
        for entry in plan.leftOut.filter(isKnot) + plan.leftOut.filter({ !isKnot($0) }) {
            let because = text.because(entry).capitalizedFirst
            if names[because] == nil { order.append(because) }
            let name = name(entry)
            if !names[because, default: []].contains(name) { names[because, default: []].append(name) }
        }
        return order.map {
            PlanPage.LeftOutLine(leftBecause: $0, leftNames: (names[$0] ?? []).joined(separator: "; ").capitalizedFirst)
        }
    }

    private func name(_ entry: LeftOut) -> String {
        switch entry.subject {
        case .technique(let id): text.name(id)
        case .knot(let muscle, _, let side):
            kit.muscle(muscle, side)
        }
    }

    /// What one technique did at one knot so far.
    func tried(_ trial: TherapistSheet.Trial) -> String {
        var parts = [
            kit.texts(
                trial.sessions == 1 ? "plan_tried_one" : "plan_tried",
                [
                    "technique": text.name(trial.technique), "place": latinName(trial.point, trial.side),
                    "count": String(trial.sessions),
                ])
        ]
        if let gain = trial.meanGain {
            let key = gain < 0 ? "plan_tried_worse" : "plan_tried_gain"
            parts.append(kit.texts(key, ["points": NumberText.short(abs(gain))]))
        }
        if trial.stopped > 0 { parts.append(kit.texts("plan_tried_stopped", ["count": String(trial.stopped)])) }
        return parts.joined(separator: ", ")
    }

    /// The muscle as a therapist calls it, with its side.
    func latinName(_ id: PointID, _ side: BodySide) -> String {
        let muscle = atlas.point(id).flatMap { atlas.muscle($0.muscle)?.name } ?? id.rawValue
        return kit.texts("ranking_muscle", ["side": kit.engine.text.side(side), "muscle": muscle])
    }

    private func place(_ id: PointID, _ side: BodySide) -> String {
        atlas.point(id).map { kit.muscle($0.muscle, side) } ?? id.rawValue
    }
}

/// One finding of one study, good or null.
struct EvidenceLine: Sendable {
    let evidenceText: String
    let isNull: Bool
    let evidenceSource: String
    let evidenceStatus: String

    init(_ effect: TreatmentEffect, kit: PageKit) {
        let words = { (text: String) in text.replacing("_", with: " ") }
        var text = kit.texts(
            "evidence_line",
            [
                "treatment": kit.texts.has("technique_treatment_\(effect.treatment)")
                    ? kit.texts("technique_treatment_\(effect.treatment)")
                    : words(effect.treatment).capitalizedFirst, "comparator": words(effect.comparator),
                "outcome": kit.texts.has("evidence_outcome_\(effect.outcome)")
                    ? kit.texts("evidence_outcome_\(effect.outcome)") : words(effect.outcome),
            ])
        if let size = effect.size {
            let range = effect.interval.map {
                kit.texts(
                    "evidence_range",
                    [
                        "low": NumberText.short($0.lowerBound, digits: 2),
                        "high": NumberText.short($0.upperBound, digits: 2),
                    ])
            }
            text += kit.texts(
                "evidence_size",
                [
                    "size": NumberText.short(size, digits: 2), "range": range ?? "", "unit": words(effect.unit),
                ])
        }
        let quality = kit.texts("evidence_quality_\(effect.quality.rawValue)")
        evidenceText = text + ". " + quality + (effect.note.isEmpty ? "" : " " + effect.note)
        isNull = effect.isNull
        evidenceSource = kit.engine.atlas.reference(effect.source).map(kit.citation) ?? ""
        evidenceStatus = kit.texts("status_\(effect.status.rawValue)")
    }
}
