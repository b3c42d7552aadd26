import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// Plans anew from what a form carries, so that what is printed or shown to a partner went through every check again and
/// is the plan of the page: with what sessions did and what the journal knows of health.
struct ReleasePlans: Sendable {
    let desk: FormDesk
    /// nil where there is no journal.
    let records: RecordDesk?

    /// A plan and what it was made from.
    struct Found: Sendable {
        let fields: FormFields
        let form: PlanForm
        let plan: Plan
    }

    /// Reads a posted form and plans from it; nil when something comes before the plan.
    func found(_ request: Request, _ context: VisitContext) async throws -> Found? {
        let fields = try await desk.fields(of: request)
        let own = FormFields(fields.all.filter { !$0.name.hasPrefix(SheetForm.prefix) })
        let said = try PlanForm(own, atlas: desk.kit.engine.atlas)
        let (form, screen) = try await next(said, ReleaseShelf.own(request, context, records))
        guard case .plan(let plan) = screen else { return nil }
        return Found(fields: fields, form: form, plan: plan)
    }

    /// The next screen on the way to a plan, and the form with what the journal adds to it.
    func next(
        _ said: PlanForm, _ shelf: ReleaseShelf?
    ) async throws -> (form: PlanForm, screen: ReleaseFlow.Screen) {
        let history = try await shelf?.history() ?? []
        let form = shelf?.adding(to: said) ?? said
        let flow = ReleaseFlow(engine: desk.kit.engine)
        let screen = try await NIOThreadPool.singleton.runIfActive {
            try flow.next(form, history: history, today: shelf?.kit.today)
        }
        return (form, screen)
    }

    /// Has the browser post the same form to the page of the plan, which says what comes first.
    static let onward = Response(status: .temporaryRedirect, headers: [.location: "/release"])
}
