import HTTPTypes
import Hummingbird

/// Tells requests that a page of ours caused from those that another site caused.
struct SameOrigin: Sendable {
    /// Where browsers see us, such as `https://unknot.example`; nil when they see us where they ask.
    let publicOrigin: String?

    /// Whether a request that changes something comes from a page of ours, or from a program that is no browser.
    ///
    /// Browsers say it in `Sec-Fetch-Site`, older ones in `Origin`. What says neither is no browser, or a very old one:
    /// that may only send what no form of another site could, to addresses for programs.
    func allows(_ request: Request) -> Bool {
        if let name = HTTPFields.fetchSite, let site = request.headers[name] { return site == "same-origin" }
        if let origin = request.headers[.origin] {
            return origin == publicOrigin ?? request.head.authority.map { "http://\($0)" }
        }
        return KnownRoutes.isForPrograms(request.uri.path) && !Self.formTypes.contains(request.mediaType)
    }

    /// What forms send; they always say so.
    private static let formTypes: Set<String?> = [
        "application/x-www-form-urlencoded", "multipart/form-data", "text/plain",
    ]
}

/// Refuses requests for another name than ours: a page of another site whose name was made to lead to this machine
/// (DNS rebinding) could otherwise read what is here as if it were its own.
struct HostGuard: RouterMiddleware {
    typealias Context = VisitContext

    /// Our name for others; beside it only names of this machine are taken.
    let publicHost: String?

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        // Browsers always name a host; what does not is none.
        guard let authority = request.head.authority, !isOurs(authority) else {
            return try await next(request, context)
        }
        throw Refusal.otherHost
    }

    func isOurs(_ authority: String) -> Bool {
        if let publicHost, authority.lowercased() == publicHost { return true }
        let host: Substring
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[...end]
        } else {
            host = authority.prefix { $0 != ":" }
        }
        return (try? LoopbackHost(String(host))) != nil
    }
}
