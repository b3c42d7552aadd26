import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// Plans anew from what a form carries, so that what is printed or shown to a partner went through every check again.
struct ReleasePlans: Sendable {
    let desk: FormDesk

    /// A plan and what it was made from.
    struct Found: Sendable {
        let fields: FormFields
        let form: PlanForm
        let plan: Plan

        /// Whether the way to a plan was gone to its end: the health check, then what is at hand. A form that came by
        /// another way goes there first.
        var isReady: Bool { !form.asked.isEmpty && form.isSetUp }
    }

    /// Reads a posted form and plans from it.
    func found(_ request: Request, _ context: VisitContext) async throws -> Found {
        let fields = try await desk.fields(of: request)
        let own = FormFields(fields.all.filter { !$0.name.hasPrefix(SheetForm.prefix) })
        let form = try PlanForm(own, atlas: desk.kit.engine.atlas)
        let plan = try await NIOThreadPool.singleton.runIfActive { try desk.kit.engine.plan(form.request()) }
        return Found(fields: fields, form: form, plan: plan)
    }

    /// Has the browser post the same form to the page of the plan, which says what comes first.
    static let onward = Response(status: .temporaryRedirect, headers: [.location: "/release"])
}
