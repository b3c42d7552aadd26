import Hummingbird
import NIOPosix
import Unknot

/// Planning for programs: one JSON object in, one out, the same as `unknot plan --json`.
struct PlanController {
    let engine: Engine

    func addRoutes(to router: Router<VisitContext>) {
        router.post("api/plan", use: plan)
    }

    @Sendable private func plan(_ request: Request, context: VisitContext) async throws -> Response {
        let bytes = try await request.bytes()
        guard request.mediaType.map({ $0 == "application/json" }) ?? true else {
            throw Refusal.unsupportedType(allowed: "application/json")
        }
        let reply = try await NIOThreadPool.singleton.runIfActive { try engine.plan(json: bytes) }
        switch reply {
        case .answer(let json): return Response(json: json)
        case .refused(let json, _): return Response(json: json, status: .badRequest)
        }
    }
}
