import Foundation
import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("POST /api/simulate")
struct SimulateAPITests {
    static let example = """
        {"name": "a press", "initial": "latent", "segments": [
        {"seconds": 90, "inputs": {"load": 0, "static": 0, "press": 2}}, {"seconds": 7200}]}
        """

    static func simulate(_ json: String, query: String = "") async throws -> Answer {
        try await Site.ask(.post, "/api/simulate" + query, type: "application/json", body: Array(json.utf8))
    }

    @Test func `answers with the bytes that the engine gives`() async throws {
        guard case .answer(let expected) = try Site.engine.simulate(json: Array(Self.example.utf8)) else {
            Issue.record("the engine refused the example")
            return
        }
        let response = try await Self.simulate(Self.example)
        #expect(response.status == .ok)
        #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        #expect(Data(response.bytes) == expected)
        let run = try #require((try response.json["runs"] as? [[String: Any]])?.first)
        #expect(run["name"] as? String == "a press")
        #expect((run["samples"] as? [Any])?.count == 4)
        #expect(try response.json["notice"] as? String == SimulationDocument.notice)
    }

    @Test func `an ensemble answers with bands, the same for the same seed`() async throws {
        let query = "?ensemble=3&seed=7&spread=0.5"
        let response = try await Self.simulate(Self.example, query: query)
        #expect(response.status == .ok)
        let run = try #require((try response.json["runs"] as? [[String: Any]])?.first)
        #expect(run["members"] as? Int == 3)
        #expect((run["bands"] as? [String: Any])?.keys.sorted() == ["PPT", "ROM", "pain", "stiffness"])
        let again = try await Self.simulate(Self.example, query: query)
        #expect(again.bytes == response.bytes)
    }

    @Test(arguments: [
        (#"{"initial": "latent", "segments": []}"#, "", "segments"),
        (#"{"initial": "sore", "segments": [{"seconds": 9}]}"#, "", "initial"),
        (#"{"initial": "latent", "segments": [{"seconds": -9}]}"#, "", "segments[0].seconds"),
        (
            #"{"initial": "latent", "segments": [{"seconds": 9, "inputs": {"stress": 2}}]}"#, "",
            "segments[0].inputs.stress"
        ),
        (#"{"initial": "latent", "segments": [{"seconds": 9}], "colour": 1}"#, "", "colour"),
        ("", "", ""),
        ("[]", "", ""),
        (example, "?ensemble=1", "ensemble"),
        (example, "?ensemble=201", "ensemble"),
        (example, "?ensemble=many", "ensemble"),
        (example, "?ensemble=3&ensemble=4", "ensemble"),
        (example, "?ensemble=3&spread=3", "spread"),
        (example, "?ensemble=3&spread=nan", "spread"),
        (example, "?seed=-1", "seed"),
        (example, "?colour=red", "colour"),
        (#"{"initial": "latent", "segments": [{"seconds": 40000000}]}"#, "", "segments"),
        (#"{"initial": "latent", "segments": [{"seconds": 31000000}]}"#, "?ensemble=200", "ensemble"),
    ])
    func `refuses what does not fit and what is too much`(json: String, query: String, path: String) async throws {
        let response = try await Self.simulate(json, query: query)
        #expect(response.status == .badRequest)
        let refusal = try response.refusal
        #expect(refusal.path == path)
        #expect(!refusal.message.isEmpty && !refusal.allowed.isEmpty)
    }

    @Test func `refuses too many segments`() async throws {
        let segments = Array(repeating: #"{"seconds": 1}"#, count: 5_001).joined(separator: ",")
        let response = try await Self.simulate(#"{"initial": "latent", "segments": [\#(segments)]}"#)
        #expect(response.status == .badRequest)
        #expect(try response.refusal.path == "segments")
    }

    @Test func `what takes too long is stopped and says so`() throws {
        for members in [nil, 8] {
            let reply = try Site.engine.simulate(
                json: Array(Self.example.utf8), SimulationOptions(members: members), goesOn: { false })
            guard case .refused(_, let problem) = reply else {
                Issue.record("it was not stopped")
                return
            }
            #expect(problem.path == "segments")
        }
    }

    @Test func `takes only JSON, only by post, and not too much`() async throws {
        let form = try await Site.ask(.post, "/api/simulate", type: "text/plain", body: Array(Self.example.utf8))
        #expect(form.status == .unsupportedMediaType)
        let get = try await Site.ask(.get, "/api/simulate")
        #expect(get.status == .methodNotAllowed)
        #expect(get.headers[.allow] == "POST")
        let large = try await Self.simulate(String(repeating: " ", count: 1_100_000))
        #expect(large.status == .contentTooLarge)
    }
}
