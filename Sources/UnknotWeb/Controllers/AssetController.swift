import HTTPTypes
import Hummingbird

/// Serves the style sheet and the icon under names that change with their content.
struct AssetController {
    let assets: Assets

    func addRoutes(to router: Router<VisitContext>) {
        router.get("assets/:file", use: asset)
    }

    @Sendable private func asset(_ request: Request, context: VisitContext) throws -> Response {
        guard let asset = context.parameters.get("file").flatMap({ assets[$0] }) else { throw Refusal.notFound }
        var response = Response(type: asset.type, body: ByteBuffer(string: asset.text))
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
    }
}
