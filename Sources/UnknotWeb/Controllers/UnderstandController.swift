import HTTPTypes
import Hummingbird
import NIOPosix
import Synchronization
import Unknot

/// The model of a knot with its settings. Nothing of it is about a person, and nothing is kept.
struct UnderstandController {
    private let desk: FormDesk
    private let examples = Examples()

    init(desk: FormDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("understand", use: begin)
        router.post("understand", use: change)
    }

    @Sendable private func begin(_ request: Request, context: VisitContext) async throws -> Response {
        try await show(RoutineForm(.deskWeek))
    }

    @Sendable private func change(_ request: Request, context: VisitContext) async throws -> Response {
        try await show(RoutineForm(desk.fields(of: request)))
    }

    private func show(_ form: RoutineForm) async throws -> Response {
        try await NIOThreadPool.singleton.runIfActive {
            let view = examples.page(form) { UnderstandPage(form, kit: desk.kit) }
            return try desk.pages.response(.understand(view, kit: desk.kit))
        }
    }
}

/// The examples that were shown before: they are the same for everybody. What somebody set is never kept.
private final class Examples: Sendable {
    private let shown = Mutex<[Preset: UnderstandPage]>([:])

    func page(_ form: RoutineForm, make: () -> UnderstandPage) -> UnderstandPage {
        guard let preset = form.preset else { return make() }
        if let page = shown.withLock({ $0[preset] }) { return page }
        let page = make()
        shown.withLock { $0[preset] = page }
        return page
    }
}
