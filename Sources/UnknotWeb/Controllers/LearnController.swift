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

    /// Longer than any useful search, short enough to search at once.
    private static let longestQuery = 100

    @Sendable private func contents(_ request: Request, context: VisitContext) throws -> Response {
        let query = request.uri.queryParameters["q"].map { String($0.prefix(Self.longestQuery)) } ?? ""
        return try pages.response(.learn(query, kit: kit))
    }

    @Sendable private func page(_ request: Request, context: VisitContext) throws -> Response {
        let id = context.parameters.get("id").map { LearnPageID($0) }
        guard let page = id.flatMap(kit.engine.atlas.learning.page) else { throw Refusal.notFound }
        return try pages.response(.learnPage(page, kit: kit))
    }
}
