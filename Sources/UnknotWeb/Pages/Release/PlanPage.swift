import Unknot

/// The plan: the steps in order, when to stop, why this, what was left out, and what studies found.
struct PlanPage: Sendable {
    /// Things that were left out for one reason.
    struct LeftOutLine: Sendable {
        let leftBecause: String
        let leftNames: String
    }

    /// A place to palpate.
    struct PalpateLine: Sendable {
        let palpateName: String
        let palpatePercent: String
        let palpateLandmarks: String
    }

    let planKicker: String
    let heading: String
    let lead: String
    let asides: [String]
    /// Said first: warning questions that were answered "I am not sure".
    let unsure: String?
    let steps: [PlanStepCard]
    let hasSteps: Bool
    let stopRule: String
    let remarks: [String]
    let hasRemarks: Bool
    let leftOut: [LeftOutLine]
    let hasLeftOut: Bool
    let evidence: [EvidenceLine]
    let hasEvidence: Bool
    let palpate: [PalpateLine]
    let tried: [String]
    let hasTherapist: Bool
    let hasTried: Bool
    /// Whether somebody else's hands are part of it or may help.
    let hasPartner: Bool
    let isFlare: Bool
    let contested: String
    let carried: [HiddenField]
    /// Everything but whether it is a flare, which the button says.
    let carriedPlain: [HiddenField]
    let hasHealth: Bool
    let version: String

    init(_ form: PlanForm, plan: Plan, kit: PageKit) {
        let (text, atlas) = (kit.engine.planText, kit.engine.atlas)
        let writer = PlanWriter(kit)
        isFlare = plan.isForFlare
        hasSteps = plan.status == .plan
        planKicker = writer.means(form)
        heading = kit.texts(
            hasSteps ? isFlare ? "plan_heading_flare" : "plan_heading" : "plan_heading_none",
            ["time": text.duration(plan.seconds)])
        lead = writer.lead(plan)
        asides = writer.asides(plan, minutes: form.request().minutes)
        var shownKnots: Set<String> = []
        steps = plan.steps.enumerated().map { index, step in
            let spot = "\(step.treatment.point.id) \(step.treatment.side)"
            let isNew = shownKnots.insert(spot).inserted
            return PlanStepCard(step, number: index + 1, form: form.intake, showsSpot: isNew, kit: kit)
        }
        stopRule = text.stopRule
        unsure = plan.remarks.first { if case .unsure = $0 { true } else { false } }.map(text.remark)
        remarks = writer.remarks(plan)
        hasRemarks = !remarks.isEmpty
        leftOut = writer.leftOut(plan)
        hasLeftOut = !leftOut.isEmpty
        evidence = plan.evidence.map { EvidenceLine($0, kit: kit) }
        hasEvidence = !evidence.isEmpty
        palpate = plan.therapist.palpate.map { palpation in
            PalpateLine(
                palpateName: writer.latinName(palpation.point, palpation.side).capitalizedFirst,
                palpatePercent: LikelihoodView.percent(palpation.probability, kit: kit),
                palpateLandmarks: atlas.point(palpation.point)?.landmarks ?? "")
        }
        tried = plan.therapist.tried.map(writer.tried)
        hasTherapist = hasSteps && !palpate.isEmpty
        hasTried = !tried.isEmpty
        hasPartner = hasSteps && (form.hasHelper || plan.steps.contains { $0.technique.performer == .partner })
        contested = atlas.phrases("contested")
        carried = form.fields.map(HiddenField.init)
        carriedPlain = form.fields.filter { $0.name != PlanForm.Field.flare }.map(HiddenField.init)
        hasHealth = !form.asked.isEmpty
        version = plan.knowledge
    }
}

extension Page<PlanPage> {
    static func plan(_ form: PlanForm, plan: Plan, kit: PageKit) -> Self {
        let page = PlanPage(form, plan: plan, kit: kit)
        return Page(template: "plan", title: kit.texts("plan_title"), view: page)
    }
}
