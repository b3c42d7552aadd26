import Foundation
import Testing
import Unknot

@Suite("Locating in JSON")
struct EngineJSONTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    private func object(_ data: Data) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func reply(_ json: String) throws -> (isAnswer: Bool, object: [String: Any]) {
        switch try engine.locate(json: Array(json.utf8)) {
        case .answer(let data): (true, try object(data))
        case .refused(let data, _): (false, try object(data))
        }
    }

    private let lowBack = """
        {"id": "a", "drawing": [{"region": "paraspinal_l4_s1", "side": "left"},
                                {"region": "buttock_upper_lateral", "side": "left"}]}
        """

    @Test("an answer has every key of the interface")
    func keys() throws {
        let (isAnswer, answer) = try reply(lowBack)
        #expect(isAnswer)
        #expect(
            Set(answer.keys) == [
                "id", "knowledge", "triage", "muscles", "points", "alternatives", "unexplained", "next", "done",
                "exact",
            ])
        let triage = try #require(answer["triage"] as? [String: Any])
        #expect(triage["level"] as? String == "self_care")
        #expect(triage["because"] as? [String] == [])
        #expect((triage["unasked"] as? [String])?.contains("saddle_numbness") == true)
        let muscle = try #require((answer["muscles"] as? [[String: Any]])?.first)
        #expect(Set(muscle.keys) == ["muscle", "side", "probability"])
        let point = try #require((answer["points"] as? [[String: Any]])?.first)
        #expect(
            Set(point.keys) == ["point", "muscle", "side", "probability", "state", "explains", "for", "against"])
        let share = try #require((point["explains"] as? [[String: Any]])?.first)
        #expect(Set(share.keys) == ["region", "side", "share"])
        let reason = try #require((point["for"] as? [[String: Any]])?.first)
        #expect(Set(reason.keys) == ["id", "text", "weight"])
        let next = try #require(answer["next"] as? [String: Any])
        #expect(Set(next.keys).isSuperset(of: ["kind", "id", "text", "reason", "gain_bits"]))
        #expect(answer["done"] as? Bool == false)
        #expect(answer["exact"] as? Bool == true)
        #expect(answer["knowledge"] as? String == engine.atlas.version)
    }

    @Test("when nothing is worth asking, next is null and not left out, as is an id that was not given")
    func nothingNext() throws {
        let (_, answer) = try reply(#"{"answers": {"saddle_numbness": "yes"}}"#)
        #expect(answer["next"] is NSNull)
        #expect(answer["done"] as? Bool == true)
        #expect(answer["id"] is NSNull)
        let triage = try #require(answer["triage"] as? [String: Any])
        #expect(triage["level"] as? String == "emergency")
        #expect((triage["because"] as? [String])?.contains("saddle_numbness") == true)
        let advice = try #require(triage["advice"] as? [String])
        #expect(!advice.isEmpty)
        #expect(Set(advice).count == advice.count)
    }

    @Test("alternatives name their side where they have one")
    func alternatives() throws {
        let (_, answer) = try reply(lowBack)
        let alternatives = try #require(answer["alternatives"] as? [[String: Any]])
        #expect(alternatives.contains { $0["id"] as? String == "sacroiliac_joint" && $0["side"] as? String == "left" })
        #expect(alternatives.contains { $0["id"] as? String == "discogenic" && $0["side"] == nil })
    }

    @Test("a press that is asked for names its side, a question none")
    func next() throws {
        let steps = try engine.locator.usefulSteps(.lowBackLeft, most: 200)
        var answer = try engine.locate(.lowBackLeft)
        for step in [steps.first(where: \.isPress), steps.first { !$0.isPress }].compactMap({ $0 }) {
            answer.next = step
            let next = try #require(try object(engine.json(for: answer))["next"] as? [String: Any])
            #expect(next["kind"] as? String == (step.isPress ? "press" : "question"))
            #expect((next["side"] != nil) == step.isPress)
            #expect(next["id"] as? String == step.id)
        }
    }

    @Test(
        "a refusal names the field, what is wrong and what is allowed",
        arguments: [
            (#"{"id": "a", "drawing": [{"region": "tail", "side": "left"}]}"#, "drawing[0].region", "a"),
            (
                #"{"id": "a", "drawing": [{"region": "groin", "side": "left", "intensity": 11}]}"#,
                "drawing[0].intensity", "a"
            ),
            (#"{"id": "a", "drawing": []}"#, "drawing", "a"),
            (#"{"id": "a""#, "", nil),
        ] as [(String, String, String?)])
    func refusal(json: String, path: String, id: String?) throws {
        let (isAnswer, refusal) = try reply(json)
        #expect(!isAnswer)
        #expect(refusal["id"] as? String == id)
        let error = try #require(refusal["error"] as? [String: Any])
        #expect(Set(error.keys) == ["path", "message", "allowed"])
        #expect(error["path"] as? String == path)
        #expect((error["message"] as? String)?.isEmpty == false)
        #expect((error["allowed"] as? String)?.isEmpty == false)
    }

    @Test("the same intake gives the same bytes, and pretty printing changes only the spaces")
    func repeatable() throws {
        let answer = try engine.locate(.lowBackLeft)
        let compact = try engine.json(for: answer)
        #expect(try engine.json(for: engine.locate(.lowBackLeft)) == compact)
        let pretty = try engine.json(for: answer, pretty: true)
        #expect(pretty.count > compact.count)
        #expect(try object(pretty) as NSDictionary == object(compact) as NSDictionary)
    }
}
