import HTTPTypes
import Hummingbird

/// The figures of the server for Prometheus and its like.
struct MetricsController {
    let metrics: PrometheusMetrics

    func addRoutes(to router: Router<VisitContext>) {
        router.get("metrics", use: show)
    }

    @Sendable private func show(_ request: Request, context: VisitContext) throws -> Response {
        // Figures are for whoever runs the machine: what comes through a proxy comes from elsewhere.
        guard Self.proxyFields.allSatisfy({ request.headers[$0] == nil }) else { throw Refusal.notFound }
        ProcessFigures().update(metrics)
        return Response(type: "text/plain; version=0.0.4; charset=utf-8", body: ByteBuffer(string: metrics.text))
    }

    private static let proxyFields = ["Forwarded", "X-Forwarded-For", "X-Real-IP"].compactMap { HTTPField.Name($0) }
}
