import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// The session: beginning one from a plan, the page that guides it, and what it did.
///
/// Whoever has a record gets the plan kept, so that the page has an address that survives a reload. A visitor leaves
/// nothing on the server: everything travels in the fields of forms.
struct SessionController {
    private let desk: FormDesk
    /// nil where there is no journal.
    private let records: RecordDesk?
    private let stamps: Stamps
    private var kit: PageKit { desk.kit }
    private var engine: Engine { desk.kit.engine }

    init(desk: FormDesk, records: RecordDesk?, stamps: Stamps) {
        self.desk = desk
        self.records = records
        self.stamps = stamps
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("release/session", use: begin)
        router.get("release/session/:id", use: show)
        router.post("release/session/done", use: finish)
    }

    /// Begins a session from the fields of a plan.
    @Sendable private func begin(_ request: Request, context: VisitContext) async throws -> Response {
        let form = try await PlanForm(desk.fields(of: request), atlas: engine.atlas)
        return try await answer {
            guard records != nil, context.visit.share == nil, context.visit.rights.contains(.write) else {
                let held = try await held(form.request(), isFlare: form.isFlare, form: form)
                guard held.hasSteps else { return ReleasePlans.onward }
                return try await page(.session(held, id: nil, kit: visitorKit(request)))
            }
            let shelf = try await shelf(request, context)
            // What stands in the way is said there, and the questions are asked anew.
            if try await stop(shelf) != nil { return ReleasePlans.onward }
            let past = try await shelf.journal.treatments(shelf.kit)
            let held = try await held(form.request(history: past), isFlare: form.isFlare, form: form)
            guard held.hasSteps else { return ReleasePlans.onward }
            let record = try PlanRecord(request: held.request, isFlare: form.isFlare, knowledge: held.plan.knowledge)
            return .seeOther("/release/session/\(try await shelf.keep(record))")
        }
    }

    /// The page of a session, or what it did once it was held.
    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer {
            let (shelf, kept) = try await kept(context.parameters.get("id"), request, context)
            guard !kept.isRemoved else { return .seeOther("/release") }
            let held = try await held(kept)
            let stop = try await stop(shelf)
            if let session = kept.session {
                return try await after(session, held, isKept: true, stop: stop, kit: shelf.kit)
            }
            guard stop == nil, held.hasSteps else { return .seeOther("/release") }
            return try await page(.session(held, id: kept.id, kit: shelf.kit))
        }
    }

    /// Takes what was done and felt.
    @Sendable private func finish(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        return try await answer {
            guard let word = try fields.value(SessionForm.Field.plan) else {
                return try await finishVisit(fields, kit: visitorKit(request))
            }
            let (shelf, kept) = try await kept(word, request, context)
            // What comes late, twice, or after it was removed changes nothing.
            if kept.session == nil && !kept.isRemoved {
                let held = try await held(kept)
                do {
                    let form = try held.form(fields, length: shelf.kit.preferences.length)
                    let session = try form.record(plan: held.plan, id: kept.id, ratings: held.ratings)
                    try await shelf.keep(session, of: kept, secondsAgo: form.secondsAgo)
                } catch let problem as IntakeProblem {
                    return try await page(
                        .session(held, id: kept.id, filled: fields, problem: problem, kit: shelf.kit),
                        status: .badRequest)
                }
            }
            return .seeOther("/release/session/\(kept.id)")
        }
    }

    private func finishVisit(_ fields: FormFields, kit: RecordKit) async throws -> Response {
        let own = FormFields(fields.all.filter { !$0.name.hasPrefix(SessionForm.Field.prefix) })
        let form = try PlanForm(own, atlas: engine.atlas)
        let held = try await held(form.request(), isFlare: form.isFlare, form: form)
        guard held.hasSteps else { return .seeOther("/release") }
        do {
            let said = try held.form(fields, length: kit.preferences.length)
            let session = try said.record(plan: held.plan, id: nil, ratings: held.ratings)
            return try await after(session, held, isKept: false, kit: kit)
        } catch let problem as IntakeProblem {
            return try await page(
                .session(held, id: nil, filled: fields, problem: problem, kit: kit), status: .badRequest)
        }
    }

    // MARK: Parts

    /// The plan that an id names, in a journal that the visit may write in.
    ///
    /// - Throws: ``Refusal`` when there is no such plan, or no such right.
    private func kept(
        _ id: String?, _ request: Request, _ context: VisitContext
    ) async throws -> (SessionShelf, SessionShelf.Kept) {
        guard let id = id.flatMap({ EntryID($0) }), let records, let journal = try records.journal(context, .write)
        else { throw Refusal.notFound }
        let shelf = SessionShelf(journal: journal, kit: try await records.kit(request, journal))
        guard let kept = try await shelf.plan(id) else { throw Refusal.notFound }
        return (shelf, kept)
    }

    /// A danger sign that stands in the record: no session is held while it does.
    private func stop(_ shelf: SessionShelf) async throws -> HealthHistory.Stop? {
        try await ReleaseShelf(shelf.journal, kit: shelf.kit).health.stop
    }

    private func held(_ kept: SessionShelf.Kept) async throws -> HeldSession {
        let record = kept.record
        let form = PlanForm(record.request, isFlare: record.isFlare, atlas: engine.atlas)
        return try await held(record.request, isFlare: record.isFlare, form: form)
    }

    private func held(_ request: PlanRequest, isFlare: Bool, form: PlanForm) async throws -> HeldSession {
        let engine = engine
        return try await NIOThreadPool.singleton.runIfActive { try HeldSession(request, form: form, engine: engine) }
    }

    private func after(
        _ session: SessionRecord, _ held: HeldSession, isKept: Bool, stop: HealthHistory.Stop? = nil, kit: RecordKit
    ) async throws -> Response {
        let engine = engine
        let next = try await NIOThreadPool.singleton.runIfActive { try engine.plan(held.next(after: session)) }
        return try await page(.afterSession(session, held: held, next: next, isKept: isKept, stop: stop, kit: kit))
    }

    private func page<View>(
        _ page: @autoclosure @escaping @Sendable () -> Page<View>, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let pages = desk.pages
        return try await NIOThreadPool.singleton.runIfActive { try pages.response(page(), status: status) }
    }

    private func shelf(_ request: Request, _ context: VisitContext) async throws -> SessionShelf {
        guard let records else { throw Refusal.notFound }
        let journal = try await records.journalForWriting(context)
        return SessionShelf(journal: journal, kit: try await records.kit(request, journal))
    }

    private func visitorKit(_ request: Request) -> RecordKit {
        RecordKit(kit: kit, preferences: .standard, zone: RecordDesk.zone(of: request), now: stamps.now)
    }

    private func answer(_ work: () async throws -> Response) async throws -> Response {
        guard let records else { return try await work() }
        return try await records.answer(work)
    }
}
