import Foundation
import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("POST /api/plan")
struct PlanAPITests {
    private static let example = #"""
        {"id": "x", "intake": {"drawing": [{"region": "shoulder_top", "side": "left", "intensity": 6}]},
        "tools": ["ball"], "place": "office", "minutes": 5}
        """#

    private func plan(_ json: String) async throws -> Answer {
        try await Site.ask(.post, "/api/plan", type: "application/json", body: Array(json.utf8))
    }

    @Test func `answers with the bytes that the engine gives`() async throws {
        guard case .answer(let expected) = try Site.engine.plan(json: Array(Self.example.utf8)) else {
            Issue.record("the engine refused the example")
            return
        }
        let response = try await plan(Self.example)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        #expect(Data(response.bytes) == expected)
        #expect(try response.json["status"] as? String == "ask_first")
    }

    @Test(arguments: [
        (#"{"intake": {"drawing": [{"region": "nowhere", "side": "left"}]}}"#, "intake.drawing[0].region"),
        (#"{"intake": {}, "health": ["headache"]}"#, "health[0]"),
        (#"{"intake": {}, "tools": ["hammer"]}"#, "tools[0]"), (#"{"intake": {}, "minutes": 0}"#, "minutes"),
        (#"{"intake": {}, "colour": 1}"#, "colour"), (#"{"tools": []}"#, "intake"), ("", ""),
    ])
    func `refuses what does not fit and names the field`(json: String, path: String) async throws {
        let response = try await plan(json)
        #expect(response.status == .badRequest)
        #expect(try response.refusal.path == path)
        #expect(try !response.refusal.allowed.isEmpty)
    }

    @Test func `other types and methods are refused as for locating`() async throws {
        let form = try await Site.post("/api/plan", form: "a=b")
        #expect(form.status == .unsupportedMediaType)
        let got = try await Site.ask(.get, "/api/plan")
        #expect(got.status == .methodNotAllowed && got.headers[.allow] == "POST")
        let large = [UInt8](repeating: UInt8(ascii: " "), count: IntakeDocument.maximumBytes + 1)
        #expect(try await Site.ask(.post, "/api/plan", body: large).status == .contentTooLarge)
    }
}
