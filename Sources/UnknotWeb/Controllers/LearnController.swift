import HTTPTypes
import Hummingbird
import Unknot

/// The pages to learn from, which hold nothing personal and are the same for everybody.
struct LearnController {
    private let kit: PageKit
    private let pages: PageRenderer

    init(engine: Engine, pages: PageRenderer) {
        kit = PageKit(engine: engine, texts: pages.texts)
        self.pages = pages
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("learn", use: contents)
        router.get("learn/:id", use: page)
    }

    @Sendable private func contents(_ request: Request, context: VisitContext) throws -> Response {
        try pages.response(.learn(request.searchText, kit: kit))
    }

    @Sendable private func page(_ request: Request, context: VisitContext) throws -> Response {
        let id = context.parameters.get("id").map { LearnPageID($0) }
        guard let page = id.flatMap(kit.engine.atlas.learning.page) else { throw Refusal.notFound }
        return try pages.response(.learnPage(page, kit: kit))
    }
}
