import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import UnknotAccounts

/// The event stream of one listener.
struct PartnerStream: Sendable {
    let rooms: PartnerRooms
    let token: PairedToken
    /// The number of the last word that the listener heard on an earlier connection.
    let told: Int?

    /// What browsers and proxies are to do with the stream: show it at once, keep nothing, change nothing.
    static var headers: HTTPFields {
        var headers: HTTPFields = [.contentType: "text/event-stream", .cacheControl: "no-store"]
        // nginx would collect it otherwise.
        if let name = HTTPField.Name("X-Accel-Buffering") { headers[name] = "no" }
        return headers
    }

    /// The number of the last word, as a browser names it when it comes again.
    static func lastEvent(_ request: Request) -> Int? {
        guard let name = HTTPField.Name("Last-Event-ID"), let text = request.headers[name], text.utf8.count < 10 else {
            return nil
        }
        return Int(text).flatMap { $0 >= 0 ? $0 : nil }
    }

    /// The stream as the answer to a request. It ends when the client leaves, when the room does, and when the server is
    /// asked to stop, which so need not wait for anybody.
    func response(to request: Request) -> Response {
        Response(
            status: .ok, headers: Self.headers,
            body: ResponseBody { writer in
                if let listener = await rooms.listen(token) {
                    do {
                        try await attend(listener, request.body, &writer)
                    } catch {
                        await rooms.leave(listener)
                        throw error
                    }
                    await rooms.leave(listener)
                } else {
                    try await writer.write(ByteBuffer(string: PartnerTeller.end))
                }
                try await writer.finish(nil)
            })
    }

    private func attend(
        _ listener: PartnerRooms.Listener, _ body: RequestBody, _ writer: inout any ResponseBodyWriter
    ) async throws {
        try await body.consumeWithInboundCloseHandler { _ in
            try await withGracefulShutdownHandler {
                var teller = PartnerTeller(after: told)
                var wakes = listener.wakes.makeAsyncIterator()
                repeat {
                    guard let bulletin = await rooms.bulletin(for: listener, after: teller.told) else {
                        try await writer.write(ByteBuffer(string: PartnerTeller.end))
                        return
                    }
                    try await writer.write(ByteBuffer(string: teller.text(bulletin)))
                } while await wakes.next() != nil
            } onGracefulShutdown: {
                listener.stop()
            }
        } onInboundClosed: {
            listener.stop()
        }
    }
}
