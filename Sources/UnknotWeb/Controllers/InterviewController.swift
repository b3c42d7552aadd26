import HTTPTypes
import Hummingbird
import Unknot

/// The interview, the result and the presses, for visitors, who leave nothing on the server: what they said comes with
/// every form.
struct InterviewController {
    private let desk: FormDesk
    private var kit: PageKit { desk.kit }
    private var pages: PageRenderer { desk.pages }

    init(desk: FormDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("questions", use: ask)
        router.post("result", use: locate)
        router.post("press", use: press)
    }

    @Sendable private func ask(_ request: Request, context: VisitContext) async throws -> Response {
        let canKeep = canKeep(context)
        return try await desk.answer(request) { form in try nextScreen(form, canKeep) }
    }

    @Sendable private func locate(_ request: Request, context: VisitContext) async throws -> Response {
        let canKeep = canKeep(context)
        return try await desk.answer(request) { form in try result(form, canKeep) }
    }

    @Sendable private func press(_ request: Request, context: VisitContext) async throws -> Response {
        let canKeep = canKeep(context)
        return try await desk.answer(request) { form in try nextPress(form, canKeep) }
    }

    /// Whether there is a journal that what was said can be kept in.
    private func canKeep(_ context: VisitContext) -> Bool {
        pages.hasJournal && context.visit.rights.contains(.write)
    }

    /// The next screen of the interview, or the result when nothing is left to ask.
    private func nextScreen(_ form: IntakeForm, _ canKeep: Bool) throws -> Response {
        // With nothing drawn there is nothing to ask about: the result says what is missing, or what a sign means.
        guard !form.places.isEmpty else { return try result(form, canKeep) }
        let turn = try kit.engine.locator.turn(form.intake, phase: .questions, skipping: form.skipped)
        guard turn.triage.level != .emergency else { return try emergency(form, turn.triage) }
        let (rest, more) = (turn.progress.atMost, form.screensBesides)
        if form.asksPlaces { return try pages.response(.places(form, atMost: rest + more, kit: kit)) }
        switch turn.step {
        case .warnings(let screen):
            return try pages.response(.warnings(form, screen: screen, atMost: rest + more, kit: kit))
        case .ask(let step):
            if form.asksCauses, let page = try causes(form, atMost: rest + more) { return page }
            guard let page = Page.question(form, step: step, atMost: rest, kit: kit) else { break }
            return try pages.response(page)
        case .press, .finished:
            if form.reopened == .causes, let page = try causes(form, atMost: 1) { return page }
        }
        // The same form is posted on, so that the result has an address of its own and can be read again.
        return form.reopened == nil ? .postedOn(to: "/result") : try result(form, canKeep)
    }

    private func causes(_ form: IntakeForm, atMost: Int) throws -> Response? {
        let offered = CausesPage.offered(
            try kit.engine.locator.rankedMuscles(form.intake), atlas: kit.engine.atlas)
        guard !offered.isEmpty else { return nil }
        return try pages.response(.causes(form, offered: offered, atMost: atMost, kit: kit))
    }

    private func result(_ form: IntakeForm, _ canKeep: Bool) throws -> Response {
        let answer = try kit.engine.locator.locate(form.intake, skipping: form.skipped)
        guard answer.triage.level != .emergency else { return try emergency(form, answer.triage) }
        let turn =
            try form.places.isEmpty
            ? nil : kit.engine.locator.turn(form.intake, phase: .questions, skipping: form.skipped)
        let presses = try form.places.isEmpty ? [] : self.presses(form)
        return try pages.response(
            .result(form, answer: answer, turn: turn, presses: presses, canKeep: canKeep, kit: kit))
    }

    /// The next spot to press, with what the last press changed.
    private func nextPress(_ form: IntakeForm, _ canKeep: Bool) throws -> Response {
        if let reopened = form.reopened, !reopened.isPress { return try result(form, canKeep) }
        let answer = try kit.engine.locator.locate(form.intake, skipping: form.skipped)
        guard answer.triage.level != .emergency else { return try emergency(form, answer.triage) }
        guard !form.places.isEmpty else { return try result(form, canKeep) }
        let turn = try kit.engine.locator.turn(form.intake, phase: .presses, skipping: form.skipped)
        var steps: [NextStep] = []
        switch turn.step {
        case .warnings, .ask:
            // Nothing is pressed before the warning signs are answered.
            return try nextScreen(form, canKeep)
        case .press:
            steps = try presses(form)
        case .finished:
            break
        }
        var before: LocateAnswer?
        if let last = form.beforeLastPress {
            before = try kit.engine.locator.locate(last.form.intake, skipping: form.skipped)
        }
        return try pages.response(
            .press(form, answer: answer, before: before, steps: steps, canKeep: canKeep, kit: kit))
    }

    /// What is worth pressing next, most telling first; nothing when the rule says to stop.
    private func presses(_ form: IntakeForm) throws -> [NextStep] {
        let turn = try kit.engine.locator.turn(form.intake, phase: .presses, skipping: form.skipped)
        guard case .press(let first) = turn.step else { return [] }
        let others = try kit.engine.locator.presses(
            form.intake, most: PressPage.mostListed, skipping: form.skipped)
        return [first] + others.filter { $0.kind != first.kind }.prefix(PressPage.mostListed - 1)
    }

    private func emergency(_ form: IntakeForm, _ triage: Triage) throws -> Response {
        try pages.response(.emergency(form, triage: triage, kit: kit))
    }
}

extension Response {
    /// Has the browser post the same form to another address.
    fileprivate static func postedOn(to address: String) -> Response {
        Response(status: .temporaryRedirect, headers: [.location: address])
    }
}
