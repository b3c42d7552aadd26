import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// The interview, the result and the presses, for visitors, who leave nothing on the server: what they said comes with
/// every form. For whoever has a record one thing is noted unasked: that a danger sign stops, so that nothing there goes on
/// as if it had not been said.
struct InterviewController {
    private let desk: FormDesk
    /// nil where there is no journal.
    private let records: RecordDesk?
    private var kit: PageKit { desk.kit }
    private var pages: PageRenderer { desk.pages }

    init(desk: FormDesk, records: RecordDesk?) {
        (self.desk, self.records) = (desk, records)
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("questions", use: ask)
        router.post("result", use: locate)
        router.post("press", use: press)
    }

    @Sendable private func ask(_ request: Request, context: VisitContext) async throws -> Response {
        let (form, isNoted) = try await read(request, context, isFinal: false)
        let kept = Kept(canKeep: canKeep(context), isNoted: isNoted)
        return try await desk.answer(form) { form in try nextScreen(form, kept) }
    }

    @Sendable private func locate(_ request: Request, context: VisitContext) async throws -> Response {
        let (form, isNoted) = try await read(request, context, isFinal: true)
        let kept = Kept(canKeep: canKeep(context), isNoted: isNoted)
        return try await desk.answer(form) { form in try result(form, kept) }
    }

    @Sendable private func press(_ request: Request, context: VisitContext) async throws -> Response {
        let (form, isNoted) = try await read(request, context, isFinal: true)
        let kept = Kept(canKeep: canKeep(context), isNoted: isNoted)
        return try await desk.answer(form) { form in try nextPress(form, kept) }
    }

    /// What the record of whoever asks can take, and took.
    private struct Kept: Sendable {
        /// Whether there is a journal that what was said can be kept in.
        let canKeep: Bool
        /// Whether it was noted there that a danger sign stops.
        let isNoted: Bool
    }

    /// Reads a form, and notes in the record for which its page was made that a danger sign stops. A page that was made for
    /// nobody, or for another record than the one that is open, notes nothing; it is never refused for that.
    ///
    /// - Parameter isFinal: Whether a result is shown, rather than the next question with help at once as the only exception.
    private func read(
        _ request: Request, _ context: VisitContext, isFinal: Bool
    ) async throws -> (form: IntakeForm, isNoted: Bool) {
        let fields = try await desk.fields(of: request)
        let form = try IntakeForm(fields, atlas: kit.engine.atlas)
        guard let person = context.visit.person?.id.description, fields.values(RecordGuard.field) == [person] else {
            return (form, false)
        }
        let locator = kit.engine.locator
        // What does not fit is said by the page itself.
        let triage = try await NIOThreadPool.singleton.runIfActive { try? locator.triage(form.intake) }
        guard let triage, triage.level == .emergency || isFinal && triage.level > .selfCare else {
            return (form, false)
        }
        do {
            guard let shelf = try await ReleaseShelf.own(request, context, records) else { return (form, false) }
            try await shelf.keep(triage)
            return (form, true)
        } catch {
            // A record that cannot be written must never stand before what to do now.
            return (form, false)
        }
    }

    /// Whether there is a journal that what was said can be kept in.
    private func canKeep(_ context: VisitContext) -> Bool {
        pages.hasJournal && context.visit.rights.contains(.write)
    }

    /// The next screen of the interview, or the result when nothing is left to ask.
    private func nextScreen(_ form: IntakeForm, _ kept: Kept) throws -> Response {
        // With nothing drawn there is nothing to ask about: the result says what is missing, or what a sign means.
        guard !form.places.isEmpty else { return try result(form, kept) }
        let turn = try kit.engine.locator.turn(form.intake, phase: .questions, skipping: form.skipped)
        guard turn.triage.level != .emergency else { return try emergency(form, turn.triage, kept) }
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
        return form.reopened == nil ? .postedOn(to: "/result") : try result(form, kept)
    }

    private func causes(_ form: IntakeForm, atMost: Int) throws -> Response? {
        let offered = CausesPage.offered(
            try kit.engine.locator.rankedMuscles(form.intake), atlas: kit.engine.atlas)
        guard !offered.isEmpty else { return nil }
        return try pages.response(.causes(form, offered: offered, atMost: atMost, kit: kit))
    }

    private func result(_ form: IntakeForm, _ kept: Kept) throws -> Response {
        let answer = try kit.engine.locator.locate(form.intake, skipping: form.skipped)
        guard answer.triage.level != .emergency else { return try emergency(form, answer.triage, kept) }
        let turn =
            try form.places.isEmpty
            ? nil : kit.engine.locator.turn(form.intake, phase: .questions, skipping: form.skipped)
        let presses = try form.places.isEmpty ? [] : self.presses(form)
        return try pages.response(
            .result(
                form, answer: answer, turn: turn, presses: presses, canKeep: kept.canKeep, isNoted: kept.isNoted,
                kit: kit))
    }

    /// The next spot to press, with what the last press changed.
    private func nextPress(_ form: IntakeForm, _ kept: Kept) throws -> Response {
        if let reopened = form.reopened, !reopened.isPress { return try result(form, kept) }
        let answer = try kit.engine.locator.locate(form.intake, skipping: form.skipped)
        guard answer.triage.level != .emergency else { return try emergency(form, answer.triage, kept) }
        guard !form.places.isEmpty else { return try result(form, kept) }
        let turn = try kit.engine.locator.turn(form.intake, phase: .presses, skipping: form.skipped)
        var steps: [NextStep] = []
        switch turn.step {
        case .warnings, .ask:
            // Nothing is pressed before the warning signs are answered.
            return try nextScreen(form, kept)
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
            .press(form, answer: answer, before: before, steps: steps, canKeep: kept.canKeep, kit: kit))
    }

    /// What is worth pressing next, most telling first; nothing when the rule says to stop.
    private func presses(_ form: IntakeForm) throws -> [NextStep] {
        let turn = try kit.engine.locator.turn(form.intake, phase: .presses, skipping: form.skipped)
        guard case .press(let first) = turn.step else { return [] }
        let others = try kit.engine.locator.presses(
            form.intake, most: PressPage.mostListed, skipping: form.skipped)
        return [first] + others.filter { $0.kind != first.kind }.prefix(PressPage.mostListed - 1)
    }

    private func emergency(_ form: IntakeForm, _ triage: Triage, _ kept: Kept) throws -> Response {
        try pages.response(.emergency(form, triage: triage, isNoted: kept.isNoted, kit: kit))
    }
}

extension Response {
    /// Has the browser post the same form to another address.
    fileprivate static func postedOn(to address: String) -> Response {
        Response(status: .temporaryRedirect, headers: [.location: address])
    }
}
