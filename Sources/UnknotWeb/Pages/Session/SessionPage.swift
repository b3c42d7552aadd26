import Unknot

/// The page of a session: what is rated before, all steps, what is rated after. With scripts it becomes the player.
struct SessionPage: Sendable {
    /// What the browser keeps the state under; the same for the same plan.
    let key: String
    let lead: String
    let carried: [HiddenField]
    let before: [SessionQuestion]
    let after: [SessionQuestion]
    let steps: [SessionStepView]
    /// Fields of the form that leads back to the plan.
    let planCarried: [HiddenField]
    let stopRule: String
    let note: ProblemNote?
    let isKept: Bool
    /// Whether a second phone is offered: somebody else's hands are part of the plan or may help.
    let hasPartner: Bool
    let endedName = SessionForm.Field.ended
    let secondsName = SessionForm.Field.seconds
    let agoName = SessionForm.Field.ago

    init(_ held: HeldSession, id: EntryID?, filled: FormFields?, problem: IntakeProblem?, kit: RecordKit) {
        let fields = held.form.fields
        planCarried = fields.map(HiddenField.init)
        carried =
            id.map { [HiddenField(.init(name: SessionForm.Field.plan, value: $0.description))] } ?? planCarried
        // A visitor's page has no name of its own: the same answers make the same plan.
        key =
            id?.description
            ?? DerivedID.entry(
                "visit", PlanRequestDocument.text(of: held.request), at: Moment(milliseconds: 0)
            ).description
        lead = kit.texts("session_lead", ["duration": kit.kit.engine.planText.duration(held.plan.seconds)])
        before = SessionQuestion.all(.before, held, filled: filled, kit: kit)
        after = SessionQuestion.all(.after, held, filled: filled, kit: kit)
        steps = SessionStepView.all(held, filled: filled, kit: kit)
        stopRule = kit.kit.engine.planText.stopRule
        note = problem.map { ProblemNote($0, texts: kit.texts) }
        isKept = id != nil
        hasPartner = held.form.hasHelper || held.plan.steps.contains { $0.technique.performer == .partner }
    }
}

extension Page<SessionPage> {
    static func session(
        _ held: HeldSession, id: EntryID?, filled: FormFields? = nil, problem: IntakeProblem? = nil, kit: RecordKit
    ) -> Self {
        Page(
            template: "session", title: kit.texts("session_title"),
            view: SessionPage(held, id: id, filled: filled, problem: problem, kit: kit), modules: ["player.js"])
    }
}
