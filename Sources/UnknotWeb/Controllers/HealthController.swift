import Foundation
import Hummingbird
import Unknot

/// Tells whoever runs the server that it lives and that it can serve.
struct HealthController {
    let engine: Engine

    func addRoutes(to router: Router<VisitContext>) {
        router.get("health", use: lives)
        router.get("ready", use: isReady)
    }

    @Sendable private func lives(_ request: Request, context: VisitContext) throws -> Response {
        try Response(json: JSONEncoder().encode(["status": "ok"]))
    }

    /// The engine holds a whole, checked atlas or does not exist, so naming it is proof enough.
    @Sendable private func isReady(_ request: Request, context: VisitContext) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try Response(json: encoder.encode(["status": "ready", "knowledge": engine.atlas.version]))
    }
}
