import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Asks an application in this process, without a socket: gives its responder what a server would.
///
/// `HummingbirdTesting` does this too, but needs a TLS library that takes longer to build than the program itself.
struct RouterClient: Sendable {
    private let respond: @Sendable (Request) async throws -> Response

    init(_ application: some ApplicationProtocol) async throws {
        let responder = try await application.responder
        let logger = application.logger
        respond = { request in
            let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
            return try await responder.respond(to: request, context: .init(source: source))
        }
    }

    /// One request, with its whole answer.
    func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
    ) async throws -> Answer {
        var headers = headers
        if let body { headers[.contentLength] = String(body.readableBytes) }
        let head = HTTPRequest(
            method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
        let response = try await respond(Request(head: head, body: RequestBody(buffer: body ?? ByteBuffer())))
        let bytes = CollectedBytes()
        try await response.body.write(CollectingWriter(bytes: bytes))
        return Answer(status: response.status, headers: response.headers, bytes: bytes.all)
    }
}

/// What was written so far. Only the one task that writes an answer touches it.
private final class CollectedBytes {
    var all: [UInt8] = []
}

private struct CollectingWriter: ResponseBodyWriter {
    let bytes: CollectedBytes

    func write(_ buffer: ByteBuffer) async throws {
        bytes.all.append(contentsOf: buffer.readableBytesView)
    }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
