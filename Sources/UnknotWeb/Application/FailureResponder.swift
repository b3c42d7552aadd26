import HTTPTypes
import Hummingbird
import Logging
import Unknot
import UnknotJournal

/// Turns whatever goes wrong on the way into a page for people or a JSON body for programs.
struct FailureResponder: RouterMiddleware {
    typealias Context = VisitContext

    let engine: Engine
    let pages: PageRenderer

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            let refusal = Self.refusal(for: error, request)
            if refusal.status.code >= 500 {
                // The kind of the error only: its text could hold what somebody told us.
                context.logger.error("Request failed", metadata: ["error": "\(type(of: error))"])
            }
            return try response(to: refusal, request)
        }
    }

    private func response(to refusal: Refusal, _ request: Request) throws -> Response {
        var response =
            if KnownRoutes.isForPrograms(request.uri.path) {
                try Response(json: engine.json(for: refusal.problem), status: refusal.status)
            } else {
                try pages.response(.problem(refusal, texts: pages.texts), status: refusal.status)
            }
        if !refusal.allowedMethods.isEmpty {
            response.headers[.allow] = refusal.allowedMethods.map(\.rawValue).joined(separator: ", ")
        }
        return response
    }

    private static func refusal(for error: any Error, _ request: Request) -> Refusal {
        switch error {
        case let refusal as Refusal:
            return refusal
        case let problem as IntakeProblem:
            return Refusal(.badRequest, problem)
        case let error as JournalError:
            return Refusal(error)
        case let error as HTTPError where error.status == .notFound:
            guard let methods = KnownRoutes.methods(of: request.uri.path) else { return .notFound }
            return .methodNotAllowed(methods)
        default:
            return .failed
        }
    }
}
