import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot

/// Locating for programs: one JSON object in, one out, the same as on the command line.
struct LocateController {
    let engine: Engine
    private let description: String

    init(engine: Engine) throws(WebError) {
        self.engine = engine
        description = try Resources.text(of: "openapi.yaml")
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.post("api/locate", use: locate)
        router.get("api/openapi.yaml", use: describe)
    }

    @Sendable private func locate(_ request: Request, context: VisitContext) async throws -> Response {
        let bytes = try await request.bytes()
        guard request.mediaType.map({ $0 == "application/json" }) ?? true else {
            throw Refusal.unsupportedType(allowed: "application/json")
        }
        let reply = try await NIOThreadPool.singleton.runIfActive { try engine.locate(json: bytes) }
        switch reply {
        case .answer(let json): return Response(json: json)
        case .refused(let json, _): return Response(json: json, status: .badRequest)
        }
    }

    @Sendable private func describe(_ request: Request, context: VisitContext) -> Response {
        Response(type: "application/yaml; charset=utf-8", body: ByteBuffer(string: description))
    }
}
