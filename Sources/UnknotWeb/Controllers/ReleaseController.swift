import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// The way to a plan and the plan itself. A visitor leaves nothing on the server: what was said comes with every form.
/// Who has a journal of their own is asked about their health only as often as the answers hold.
struct ReleaseController {
    let plans: ReleasePlans

    private var desk: FormDesk { plans.desk }
    private var records: RecordDesk? { plans.records }
    private var kit: PageKit { desk.kit }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("release", use: show)
        router.post("release", use: goOn)
    }

    /// The current plan of somebody with a journal, made anew; else where to start.
    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer {
            let shelf = try await ReleaseShelf.own(request, context, records)
            guard let shelf, let form = try await shelf.form() else {
                let stopped = shelf.flatMap { shelf in shelf.health.stop.map { StoppedNote($0, kit: shelf.kit) } }
                return try desk.pages.response(.releaseStart(stopped: stopped, kit: kit))
            }
            return try await screen(form, shelf, keeps: false)
        }
    }

    /// The next screen on the way, with everything kept.
    @Sendable private func goOn(_ request: Request, context: VisitContext) async throws -> Response {
        let form = try await PlanForm(desk.fields(of: request), atlas: kit.engine.atlas)
        return try await answer {
            let shelf = try await ReleaseShelf.own(request, context, records)
            return try await screen(form, shelf, keeps: true)
        }
    }

    private func screen(_ form: PlanForm, _ shelf: ReleaseShelf?, keeps: Bool) async throws -> Response {
        let next: (form: PlanForm, screen: ReleaseFlow.Screen)
        do {
            next = try await plans.next(form, shelf)
        } catch let problem as IntakeProblem where problem.path == "drawing" {
            return try desk.pages.response(.first(form.intake, problem: problem, kit: kit), status: .badRequest)
        }
        var isNoted = false
        if keeps, let shelf {
            do {
                try await shelf.keep(next.form, before: next.screen)
                isNoted = true
            } catch {
                // A record that cannot be written must never stand before what to do now.
                guard case .stop = next.screen else { throw error }
            }
        }
        return try await NIOThreadPool.singleton.runIfActive { [isNoted] in
            try page(next.screen, next.form, shelf, isNoted: isNoted)
        }
    }

    private func page(
        _ screen: ReleaseFlow.Screen, _ form: PlanForm, _ shelf: ReleaseShelf?, isNoted: Bool
    ) throws -> Response {
        let pages = desk.pages
        switch screen {
        case .warnings(let signs, let lists):
            let stopped = shelf.flatMap { shelf in shelf.health.stop.map { StoppedNote($0, kit: shelf.kit) } }
            return try pages.response(
                .releaseWarnings(form, signs: signs, lists: lists, stopped: stopped, kit: kit))
        case .means: return try pages.response(.means(form, kit: kit))
        case .health(let checks):
            return try pages.response(
                .health(form, checks: checks, ticked: shelf?.health.lastApplied ?? [], isKept: shelf != nil, kit: kit))
        case .stop(let triage):
            return try pages.response(.releaseStop(form, triage: triage, isNoted: isNoted, kit: kit))
        case .plan(let plan): return try pages.response(.plan(form, plan: plan, kit: kit))
        }
    }

    private func answer(_ work: () async throws -> Response) async throws -> Response {
        guard let records else { return try await work() }
        return try await records.answer(work)
    }
}
