import HTTPTypes
import Hummingbird
import Logging

/// Logs one line for a request: method, route pattern, status and duration. Never a path, a query or a body.
struct RequestLog: RouterMiddleware {
    typealias Context = VisitContext

    let isOn: Bool

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard isOn else { return try await next(request, context) }
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let duration = start.duration(to: clock.now)
        context.logger.info(
            "Request answered",
            metadata: [
                "method": "\(request.method.rawValue)",
                "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)",
                "milliseconds": "\(duration / .milliseconds(1))",
            ]
        )
        return response
    }
}
