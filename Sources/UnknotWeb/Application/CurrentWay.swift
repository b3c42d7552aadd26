import Hummingbird

/// Marks in the main navigation of every page in which part of the site one is. No page has to know.
struct CurrentWay: RouterMiddleware {
    typealias Context = VisitContext

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let path = request.uri.path
        guard path != "/" else { return response }
        return try await response.withPage { Self.page($0, path: path) }
    }

    private static let opening = "<nav class=\"masthead-ways\""

    /// The page with the link of its part marked: as the page itself, or as what the page belongs to.
    static func page(_ page: String, path: String) -> String {
        guard let part = path.split(separator: "/").first, let start = page.firstRange(of: opening),
            let end = page[start.upperBound...].firstRange(of: "</nav>"),
            let link = page[start.upperBound..<end.lowerBound].firstRange(of: "<a href=\"/\(part)\">")
        else { return page }
        var marked = page
        let word = path == "/\(part)" ? "page" : "true"
        marked.replaceSubrange(link, with: "<a href=\"/\(part)\" aria-current=\"\(word)\">")
        return marked
    }
}
