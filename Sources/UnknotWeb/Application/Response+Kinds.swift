import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Unknot

extension Response {
    /// JSON for programs.
    init(json: Data, status: HTTPResponse.Status = .ok) {
        self.init(status: status, type: "application/json; charset=utf-8", body: ByteBuffer(bytes: json))
    }

    /// A page for people.
    init(page: String, status: HTTPResponse.Status = .ok) {
        self.init(status: status, type: "text/html; charset=utf-8", body: ByteBuffer(string: page))
    }

    init(status: HTTPResponse.Status = .ok, type: String, body: ByteBuffer) {
        self.init(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: body))
    }
}

extension Request {
    /// How much of a body that is too large is read and thrown away. A client that sends everything before it reads
    /// the answer would otherwise wait for ever.
    private static let mostDiscarded = 16 << 20

    /// The whole body, or a refusal when it is larger than any intake.
    func bytes() async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > Self.mostDiscarded {
            throw Refusal.tooLarge
        }
        var bytes: [UInt8] = []
        var size = 0
        for try await part in body {
            size += part.readableBytes
            if size <= IntakeDocument.maximumBytes {
                bytes.append(contentsOf: part.readableBytesView)
            } else if size > Self.mostDiscarded {
                break
            }
        }
        guard size <= IntakeDocument.maximumBytes else { throw Refusal.tooLarge }
        return bytes
    }

    /// The content type without its parameters, in lower case.
    var mediaType: String? {
        headers[.contentType].map { field in
            field.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        }
    }
}
