import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization
import UnknotAccounts

/// Puts a token into every form that changes something, on every page that somebody signed in gets, and lets only forms
/// with such a token through. No form can be forgotten, and no page has to know.
struct FormGuard: RouterMiddleware {
    typealias Context = VisitContext

    /// The name of the field.
    static let field = "form_token"

    func handle(
        _ request: Request,
        context: Context,
        next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        guard let signedIn = context.signedIn else { return try await next(request, context) }
        var request = request
        if AccessRules.rule(request, context)?.changes ?? false {
            request = try await checked(request, signedIn.token.text)
        }
        let response = try await next(request, context)
        return try await guarded(response, signedIn.token.text, path: request.uri.path)
    }

    // MARK: In

    /// The request without the token, if it has the right one. What programs send is no form, so that no page of another
    /// site can send it.
    private func checked(_ request: Request, _ session: String) async throws -> Request {
        if request.mediaType == "application/x-www-form-urlencoded" {
            let parts = try await request.bytes().split(separator: UInt8(ascii: "&"))
            var tokens: [String] = []
            var rest: [ArraySlice<UInt8>] = []
            for part in parts {
                let field = try FormFields(urlEncoded: Array(part)).all.first
                if let field, field.name == Self.field { tokens.append(field.value) } else { rest.append(part) }
            }
            guard tokens.count == 1, FormToken.isValid(tokens[0], for: session) else { throw Refusal.oldForm }
            var request = request
            request.body = RequestBody(buffer: ByteBuffer(bytes: rest.joined(separator: [UInt8(ascii: "&")])))
            return request
        }
        guard KnownRoutes.isForPrograms(request.uri.path), let type = request.mediaType, type.hasPrefix("application/")
        else { throw Refusal.oldForm }
        return request
    }

    // MARK: Out

    private func guarded(_ response: Response, _ session: String, path: String) async throws -> Response {
        guard response.headers[.contentType]?.hasPrefix("text/html") ?? false else { return response }
        let collected = Collected()
        var response = response
        try await response.body.write(Collector(into: collected))
        var random = SystemRandomNumberGenerator()
        let token = FormToken.make(for: session, using: &random)
        let page = Self.page(collected.text, with: token, path: path)
        response.body = ResponseBody(byteBuffer: ByteBuffer(string: page))
        return response
    }

    /// A page with the token in each form that changes something.
    static func page(_ page: String, with token: String, path: String) -> String {
        page.replacing(/<form [^>]*>/) { match in
            let tag = page[match.range]
            guard tag.contains("method=\"post\"") else { return String(tag) }
            let action = tag.firstMatch(of: #/ action="([^"?#]*)/#).map { String($0.output.1) } ?? path
            guard AccessRules.changes(action) else { return String(tag) }
            return "\(tag)<input type=\"hidden\" name=\"\(field)\" value=\"\(token)\">"
        }
    }
}

/// A page as it is written.
private final class Collected: Sendable {
    private let buffer = Mutex(ByteBuffer())

    var text: String { buffer.withLock { String(buffer: $0) } }

    func append(_ part: ByteBuffer) {
        buffer.withLock { _ = $0.writeImmutableBuffer(part) }
    }
}

private struct Collector: ResponseBodyWriter {
    let into: Collected

    func write(_ buffer: ByteBuffer) {
        into.append(buffer)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) {}
}
