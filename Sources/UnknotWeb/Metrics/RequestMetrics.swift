import HTTPTypes
import Hummingbird
import Metrics

/// Counts and times requests by route pattern, never by path.
struct RequestMetrics: RouterMiddleware {
    typealias Context = VisitContext

    let metrics: PrometheusMetrics

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let active = metrics.makeMeter(label: MetricNames.active, dimensions: [])
        active.increment(by: 1)
        defer { active.decrement(by: 1) }
        let start = ContinuousClock.now
        var status = HTTPResponse.Status.internalServerError
        defer {
            let route = context.endpointPath ?? "none"
            metrics.makeCounter(
                label: MetricNames.requests,
                dimensions: [
                    ("method", Self.word(request.method)), ("route", route), ("status", "\(status.code)"),
                ]
            ).increment(by: 1)
            metrics.makeTimer(label: MetricNames.requestSeconds, dimensions: [("route", route)])
                .recordNanoseconds(Int64((ContinuousClock.now - start) / .nanoseconds(1)))
        }
        let response = try await next(request, context)
        status = response.status
        return response
    }

    /// Methods that nobody should send must not become labels.
    private static func word(_ method: HTTPRequest.Method) -> String {
        [.get, .head, .post, .put, .delete, .options, .patch].contains(method) ? method.rawValue : "other"
    }
}
