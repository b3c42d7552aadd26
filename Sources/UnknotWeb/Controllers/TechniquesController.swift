import HTTPTypes
import Hummingbird
import Unknot

/// The library of techniques, which holds nothing personal and is the same for everybody.
struct TechniquesController {
    private let kit: PageKit
    private let pages: PageRenderer

    init(engine: Engine, pages: PageRenderer) {
        kit = PageKit(engine: engine, texts: pages.texts)
        self.pages = pages
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("techniques", use: library)
        router.get("techniques/:id", use: technique)
    }

    @Sendable private func library(_ request: Request, context: VisitContext) throws -> Response {
        let query = request.uri.queryParameters
        let filter: TechniqueFilter
        do throws(IntakeProblem) {
            filter = try TechniqueFilter(
                area: query["area"].map(String.init), tool: query["tool"].map(String.init),
                who: query["who"].map(String.init), kit.engine.atlas.care)
        } catch {
            throw Refusal(.badRequest, error)
        }
        return try pages.response(.techniques(filter, kit: kit))
    }

    @Sendable private func technique(_ request: Request, context: VisitContext) throws -> Response {
        let id = context.parameters.get("id").map { TechniqueID($0) }
        guard let technique = id.flatMap(kit.engine.atlas.care.technique) else { throw Refusal.notFound }
        return try pages.response(.technique(TechniqueWriter(kit).page(technique), technique))
    }
}
