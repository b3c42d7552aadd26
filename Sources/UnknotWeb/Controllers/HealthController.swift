import Foundation
import Hummingbird
import Unknot
import UnknotJournal

/// Tells whoever runs the server that it lives and that it can serve.
struct HealthController {
    let engine: Engine
    /// The journal, where one is kept.
    let store: (any JournalStore)?

    func addRoutes(to router: Router<VisitContext>) {
        router.get("health", use: lives)
        router.get("ready", use: isReady)
    }

    @Sendable private func lives(_ request: Request, context: VisitContext) throws -> Response {
        try Response(json: JSONEncoder().encode(["status": "ok"]))
    }

    /// The engine holds a whole, checked atlas or does not exist, so naming it is proof enough. The journal is asked.
    @Sendable private func isReady(_ request: Request, context: VisitContext) async throws -> Response {
        var answer = ["status": "ready", "knowledge": engine.atlas.version]
        var isReady = true
        if let store {
            isReady = await store.isReady()
            answer["store"] = isReady ? "ready" : "unreachable"
            if !isReady { answer["status"] = "not_ready" }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try Response(json: encoder.encode(answer), status: isReady ? .ok : .serviceUnavailable)
    }
}
