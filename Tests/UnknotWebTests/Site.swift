import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Testing
import Unknot

@testable import UnknotWeb

/// The server under test, without a socket.
enum Site {
    private static let loaded = Result { try Engine() }

    static var engine: Engine { get throws { try loaded.get() } }

    /// The folder is one that is there, for nothing is kept in it.
    static let settings = WebSettings(port: 0, dataFolder: FileManager.default.temporaryDirectory.path)

    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// A server that keeps nothing can answer all tests.
    private static let client = Task {
        try await RouterClient(makeApplication(settings: settings, engine: engine, logger: silent))
    }

    private static let texts = Result { try PageTexts() }

    static var kit: PageKit {
        get throws { PageKit(engine: try engine, texts: try texts.get()) }
    }

    /// "Beside the spine, lowest back, left" and "buttock, upper outer part, left".
    static let lowBackAndButtock = "place=paraspinal_l4_s1:left&place=buttock_upper_lateral:left&complete=yes&age=41"

    /// Runs one request.
    static func ask(
        _ method: HTTPRequest.Method,
        _ path: String,
        type: String? = nil,
        body: [UInt8]? = nil,
        headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        if let type { headers[.contentType] = type }
        return try await client.value.execute(
            uri: path, method: method, headers: headers, body: body.map { ByteBuffer(bytes: $0) })
    }

    /// Posts a form.
    static func post(_ path: String, form: String) async throws -> Answer {
        // As browsers say it of a form of our own pages.
        let headers: HTTPFields = HTTPField.Name("Sec-Fetch-Site").map { [$0: "same-origin"] } ?? [:]
        return try await ask(
            .post, path, type: "application/x-www-form-urlencoded", body: Array(form.utf8), headers: headers)
    }

    /// A form as the pages read it.
    static func form(_ text: String) throws -> IntakeForm {
        try IntakeForm(FormFields(urlEncoded: Array(text.utf8)), atlas: engine.atlas)
    }

    /// A value as it stands in a posted form.
    static func encoded(_ value: String) -> String {
        value.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Posts JSON to the locator.
    static func locate(_ json: String) async throws -> Answer {
        try await ask(.post, "/api/locate", type: "application/json", body: Array(json.utf8))
    }
}

/// What the server answered.
struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The visible text: without tags, with escapes resolved.
    var visibleText: String { text.visibleText }

    /// The body as a JSON object.
    var json: [String: Any] {
        get throws {
            try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        }
    }

    /// `error` of a refusal.
    var refusal: (path: String, message: String, allowed: String) {
        get throws {
            let error = try #require(try json["error"] as? [String: String])
            return (
                try #require(error["path"]), try #require(error["message"]), try #require(error["allowed"])
            )
        }
    }
}

extension String {
    var visibleText: String {
        let escapes = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&amp;": "&"]
        let bare = replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
        return escapes.reduce(bare) { $0.replacing($1.key, with: $1.value) }
    }
}
