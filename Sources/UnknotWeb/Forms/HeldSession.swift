import Unknot

/// A plan while it is carried out: what it was made from, what is rated, and what comes of it.
struct HeldSession: Sendable {
    let request: PlanRequest
    /// The form that gives the request again, for the way back to the plan.
    let form: PlanForm
    let plan: Plan
    let ratings: SessionRatings

    /// Plans anew from what was kept or sent; every check is made again.
    init(_ request: PlanRequest, form: PlanForm, engine: Engine) throws {
        self.request = request
        self.form = form
        plan = try engine.plan(request)
        ratings = SessionRatings(plan, place: request.place, atlas: engine.atlas)
    }

    /// Whether there is something to do that takes time.
    var hasSteps: Bool { plan.status == .plan && plan.steps.contains { $0.seconds > 0 } }

    /// What was said of it.
    func form(_ fields: FormFields, length: LengthUnit) throws(IntakeProblem) -> SessionForm {
        try SessionForm(fields, plan: plan, ratings: ratings, length: length)
    }

    /// The request for the next plan, which knows what this session did.
    func next(after session: SessionRecord) -> PlanRequest {
        var next = request
        next.history += session.steps.compactMap { step in
            guard let technique = step.technique, step.ended != .skipped else { return nil }
            return PastTreatment(
                step.point, step.side, technique: technique, before: step.before, after: step.after,
                ending: step.ended == .stopped ? .stopped : .finished)
        }
        return next
    }
}

extension PlanForm {
    /// A form that leads to the same plan again, as far as forms can say it.
    init(_ request: PlanRequest, isFlare: Bool, atlas: Atlas) {
        self.init(intake: IntakeForm(request.intake, keepsSigns: true, atlas: atlas))
        health = request.health
        asked = Set(request.health)
        tools = request.tools
        hasHelper = request.hasHelper
        place = request.place
        minutes = max(1, request.minutes.rounded())
        self.isFlare = isFlare
        isSetUp = true
    }
}
