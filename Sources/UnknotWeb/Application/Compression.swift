import HTTPTypes
import Hummingbird
import NIOCore

/// Compresses texts for browsers that accept gzip.
///
/// Pages hold nothing secret beside what the person typed, so that their length gives nothing away.
struct Compression: RouterMiddleware {
    typealias Context = VisitContext

    /// A page of 100 KB takes a few milliseconds; more effort saves only a few hundred bytes.
    private static let level: Int32 = 6
    /// Below this, headers outweigh the gain.
    private static let smallestBody = 1_000
    private static let types = ["text/", "application/json", "application/yaml", "image/svg+xml"]

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        let type = response.headers[.contentType] ?? ""
        // A stream of events is to arrive as it is said.
        guard type != "text/event-stream", Self.types.contains(where: type.hasPrefix),
            response.headers[.contentEncoding] == nil
        else { return response }
        response.headers[.vary] = "Accept-Encoding"
        guard Self.accepts(request.headers[.acceptEncoding] ?? ""),
            (response.body.contentLength ?? 0) >= Self.smallestBody
        else { return response }
        response.headers[.contentEncoding] = "gzip"
        response.headers[.contentLength] = nil
        response.body = response.body.map { part in
            ByteBuffer(bytes: try Gzip.compressed(Array(part.readableBytesView), level: Self.level))
        }
        return response
    }

    /// Whether gzip is among the encodings and not refused by a weight of 0.
    static func accepts(_ field: String) -> Bool {
        field.split(separator: ",").contains { item in
            let parts = item.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            guard parts.first == "gzip" || parts.first == "*" else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return weight ?? 1 > 0
        }
    }
}
