import HTTPTypes
import Hummingbird
import Unknot

/// The pages of the atlas, which hold nothing personal and are the same for everybody.
struct AtlasController {
    private let kit: PageKit
    private let pages: PageRenderer

    init(engine: Engine, pages: PageRenderer) {
        kit = PageKit(engine: engine, texts: pages.texts)
        self.pages = pages
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("atlas", use: index)
        router.get("atlas/muscles/:id", use: muscle)
        router.get("atlas/points/:id", use: point)
        router.get("atlas/regions/:id", use: region)
    }

    @Sendable private func index(_ request: Request, context: VisitContext) throws -> Response {
        try pages.response(.atlas(request.searchText, kit: kit))
    }

    @Sendable private func muscle(_ request: Request, context: VisitContext) throws -> Response {
        guard let muscle = context.parameters.get("id").flatMap({ kit.engine.atlas.muscle(MuscleID($0)) }) else {
            throw Refusal.notFound
        }
        return try pages.response(.entry(AtlasWriter(kit).entry(muscle)))
    }

    @Sendable private func point(_ request: Request, context: VisitContext) throws -> Response {
        guard let point = context.parameters.get("id").flatMap({ kit.engine.atlas.point(PointID($0)) }) else {
            throw Refusal.notFound
        }
        return try pages.response(.entry(AtlasWriter(kit).entry(point)))
    }

    @Sendable private func region(_ request: Request, context: VisitContext) throws -> Response {
        guard let region = context.parameters.get("id").flatMap({ kit.engine.atlas.region(RegionID($0)) }) else {
            throw Refusal.notFound
        }
        return try pages.response(.entry(AtlasWriter(kit).entry(region)))
    }
}
