import Unknot
import UnknotJournal

/// What comes next on the way to a plan: warning signs, then tools and place, then health, then the plan.
struct ReleaseFlow: Sendable {
    let engine: Engine

    /// One screen.
    enum Screen: Sendable {
        /// Warning signs that nobody answered; how many lists there may be, this one included.
        case warnings([QuestionID], lists: Int)
        /// Tools, place, helper and time.
        case means
        /// Questions about health.
        case health([HealthCheck])
        /// No plan: something comes first.
        case stop(Triage)
        /// The plan, or the word that nothing is safe and fits.
        case plan(Plan)
    }

    /// The next screen.
    ///
    /// - Parameters:
    ///   - history: What earlier sessions did.
    ///   - today: The day that it is where the person is; tells how old the answers to the warning questions are.
    /// - Throws: ``IntakeProblem``; its path is `drawing` when nothing is drawn.
    func next(_ form: PlanForm, history: [PastTreatment] = [], today: LocalDay? = nil) throws -> Screen {
        var request = form.request(history: history)
        request.intake = request.intake.settlingCoveredSigns(engine.atlas)
        guard !request.intake.painfulMarks.isEmpty else { throw Self.nothingDrawn }
        let triage = try engine.locator.triage(request.intake)
        if triage.level == .emergency { return .stop(triage) }
        if !triage.open.isEmpty { return list(triage.open) }
        if triage.level > .selfCare { return .stop(triage) }
        if !form.isSetUp || form.again == .means { return .means }
        let storyDays = form.told.flatMap { told in today.map { max(0, told.days(to: $0)) } } ?? 0
        let questions = try engine.healthQuestions(for: request, storyDays: storyDays)
        if form.again == .health, !questions.isEmpty { return .health(questions) }
        let open = questions.filter { !form.asked.contains($0.id) }
        if !open.isEmpty { return .health(open) }
        let plan = try engine.plan(request)
        switch plan.status {
        case .emergency, .sameDay, .seeClinician: return .stop(plan.triage)
        case .askFirst: return plan.ask.isEmpty ? .stop(plan.triage) : list(plan.ask)
        case .plan, .noSafeTechnique: return .plan(plan)
        }
    }

    /// The list to which the most dangerous open sign belongs.
    private func list(_ open: [QuestionID]) -> Screen {
        let lists = open.map { engine.atlas.warningSign($0)?.screen }
        let signs = zip(open, lists).filter { $0.1 == lists[0] }.map(\.0)
        return .warnings(signs, lists: Set(lists).count)
    }

    private static let nothingDrawn = IntakeProblem(
        path: "drawing", message: "Nothing is marked.", allowed: "at least one place where it hurts")
}
