import HTTPTypes
import Hummingbird

/// Puts on every response what keeps a page from loading, sending or leaking anything elsewhere.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = VisitContext

    /// Nothing but our own style sheet, pictures and script files, nothing in line, forms and scripts talk only to
    /// ourselves, no frames.
    static let contentPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; \
        base-uri 'none'; frame-ancestors 'none'
        """

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.contentPolicy
        response.headers[.xContentTypeOptions] = "nosniff"
        // Other sites are told nothing. Without TLS browsers say nothing but `Origin` about where a form comes from, and
        // with "no-referrer" not even that.
        response.headers[Self.referrerPolicy] = "same-origin"
        response.headers[Self.openerPolicy] = "same-origin"
        response.headers[Self.resourcePolicy] = "same-origin"
        // Anything may hold health data unless its handler says otherwise.
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }

    private static let referrerPolicy = HTTPField.Name(wellFormed: "Referrer-Policy")
    private static let openerPolicy = HTTPField.Name(wellFormed: "Cross-Origin-Opener-Policy")
    private static let resourcePolicy = HTTPField.Name(wellFormed: "Cross-Origin-Resource-Policy")
}

extension HTTPField.Name {
    /// A field name that is known to be well formed.
    fileprivate init(wellFormed name: String) {
        guard let field = HTTPField.Name(name) else { preconditionFailure("“\(name)” is no field name") }
        self = field
    }
}
