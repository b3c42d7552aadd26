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
        var random = SystemRandomNumberGenerator()
        let token = FormToken.make(for: session, using: &random)
        return try await response.withPage { Self.page($0, with: token, path: path) }
    }

    /// A page with the token in each form that changes something.
    static func page(_ page: String, with token: String, path: String) -> String {
        PageForms.inserting(into: page, path: path) { AccessRules.changes($0) ? (field, token) : nil }
    }
}

extension Response {
    /// The same with a page that was changed; what is no page stays as it is.
    func withPage(_ change: (String) -> String) async throws -> Response {
        guard headers[.contentType]?.hasPrefix("text/html") ?? false else { return self }
        let collected = Collected()
        try await body.write(Collector(into: collected))
        var response = self
        response.body = ResponseBody(byteBuffer: ByteBuffer(string: change(collected.text)))
        return response
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
