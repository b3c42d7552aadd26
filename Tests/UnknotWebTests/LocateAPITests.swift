import Foundation
import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("POST /api/locate")
struct LocateAPITests {
    static let example = """
        {"id": "x", "age": 41, "sex": "female", "drawing": [
        {"region": "paraspinal_l4_s1", "side": "left", "intensity": 6, "strength": "main"},
        {"region": "buttock_upper_lateral", "side": "left"}],
        "answers": {"coughing_sneezing": "worse", "saddle_numbness": "no"},
        "presses": [{"point": "quadratus_lumborum_deep_upper", "side": "left", "tenderness": 7, "familiar": true}]}
        """

    @Test func `answers with the bytes that the engine gives`() async throws {
        guard case .answer(let expected) = try Site.engine.locate(json: Array(Self.example.utf8)) else {
            Issue.record("the engine refused the example")
            return
        }
        let response = try await Site.locate(Self.example)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        #expect(Data(response.bytes) == expected)
    }

    @Test(arguments: [nil, "application/json", "application/json; charset=utf-8", "Application/JSON"])
    func `takes JSON with or without a content type`(type: String?) async throws {
        let response = try await Site.ask(.post, "/api/locate", type: type, body: Array(Self.example.utf8))
        #expect(response.status == .ok)
    }

    @Test(arguments: [
        (#"{"drawing": [{"region": "nowhere", "side": "left"}]}"#, "drawing[0].region"),
        (#"{"drawing": [{"region": "sacrum", "side": "left"}]}"#, "drawing[0].side"),
        (#"{"drawing": [{"region": "sacrum", "side": "midline", "intensity": 11}]}"#, "drawing[0].intensity"),
        (
            #"{"drawing": [{"region": "sacrum", "side": "midline"}], "presses": [{"point": "#
                + #""quadratus_lumborum_deep_upper", "side": "left", "tenderness": "high"}]}"#,
            "presses[0].tenderness"
        ),
        (#"{"drawing": []}"#, "drawing"),
        (
            #"{"drawing": [{"region": "sacrum", "side": "midline"}, {"region": "sacrum", "side": "midline"}]}"#,
            "drawing[1]"
        ),
        (#"{"drawing": "sacrum"}"#, "drawing"),
        (#"{"drawing": [{"region": "sacrum", "side": "midline"}], "age": "old"}"#, "age"),
        (#"{"drawing": [{"region": "sacrum", "side": "midline"}], "colour": 1}"#, "colour"),
        (#"{"drawing": [{"region": "sacrum", "side": "midline"}], "answers": {"walking": "yes"}}"#, "answers.walking"),
        (#"{"age": 1, "age": 2}"#, "age"),
        (#"{"drawing": []} and more"#, ""),
        ("[]", ""),
        ("", ""),
    ])
    func `refuses what does not fit and names the field`(json: String, path: String) async throws {
        let response = try await Site.locate(json)
        #expect(response.status == .badRequest)
        let refusal = try response.refusal
        #expect(refusal.path == path)
        #expect(!refusal.message.isEmpty && !refusal.allowed.isEmpty)
    }

    @Test func `a refusal keeps the id`() async throws {
        let response = try await Site.locate(#"{"id": "case 7", "drawing": []}"#)
        #expect(try response.json["id"] as? String == "case 7")
    }

    @Test func `a warning sign without a drawing is answered`() async throws {
        let response = try await Site.locate(#"{"answers": {"saddle_numbness": "yes"}}"#)
        #expect(response.status == .ok)
        let triage = try #require(try response.json["triage"] as? [String: Any])
        #expect(triage["level"] as? String == "emergency")
    }

    @Test func `invalid UTF-8 is refused`() async throws {
        let response = try await Site.ask(
            .post, "/api/locate", type: "application/json", body: [0x7B, 0x22, 0xFF, 0x22, 0x7D])
        #expect(response.status == .badRequest)
        #expect(try response.refusal.message.contains("UTF-8"))
    }

    @Test(arguments: [IntakeDocument.maximumBytes + 1, 5_000_000])
    func `bodies that are too large are refused with the same shape`(size: Int) async throws {
        let body = [UInt8](repeating: UInt8(ascii: " "), count: size)
        let response = try await Site.ask(.post, "/api/locate", type: "application/json", body: body)
        #expect(response.status == .contentTooLarge)
        #expect(try response.refusal.allowed == "at most 1048576 bytes")
    }

    @Test func `the largest body that may be sent is read`() async throws {
        let padding = IntakeDocument.maximumBytes - Self.example.utf8.count
        let response = try await Site.locate(Self.example + String(repeating: " ", count: padding))
        #expect(response.status == .ok)
    }

    @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"])
    func `other content types are refused`(type: String) async throws {
        let response = try await Site.ask(.post, "/api/locate", type: type, body: Array(Self.example.utf8))
        #expect(response.status == .unsupportedMediaType)
        #expect(try response.refusal.allowed == "application/json")
    }

    @Test(arguments: [HTTPRequest.Method.get, .put, .delete])
    func `other methods are refused with the one that works`(method: HTTPRequest.Method) async throws {
        let response = try await Site.ask(method, "/api/locate")
        #expect(response.status == .methodNotAllowed)
        #expect(response.headers[.allow] == "POST")
        #expect(try response.refusal.allowed == "POST")
    }

    @Test(arguments: ["/api", "/api/", "/api/nothing", "/api/locate/more"])
    func `unknown addresses are refused as JSON`(path: String) async throws {
        let response = try await Site.ask(.get, path)
        #expect(response.status == .notFound || response.status == .methodNotAllowed)
        #expect(try !response.refusal.message.isEmpty)
    }
}
