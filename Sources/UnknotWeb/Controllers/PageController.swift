import Hummingbird
import Unknot

/// The first page for visitors, who leave nothing on the server: what they said comes with every form.
struct PageController {
    private let desk: FormDesk
    private var kit: PageKit { desk.kit }
    private var pages: PageRenderer { desk.pages }

    init(desk: FormDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("/", use: start)
        router.post("/", use: edit)
    }

    @Sendable private func start(_ request: Request, context: VisitContext) throws -> Response {
        try pages.response(.first(IntakeForm(), kit: kit))
    }

    /// The first page again, with everything kept.
    @Sendable private func edit(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer(request) { form in try pages.response(.first(form, kit: kit)) }
    }
}
