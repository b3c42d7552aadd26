import Foundation
import Testing
import Unknot

@Suite("Plans in JSON")
struct PlanJSONTests {
    private let engine: Engine

    init() throws { engine = try CareEngine.get() }

    private func object(_ json: String) throws -> [String: Any] {
        let data: Data
        switch try engine.plan(json: Array(json.utf8)) {
        case .answer(let answer): data = answer
        case .refused(let refusal, _): data = refusal
        }
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private var answered: String {
        let signs = engine.atlas.warningSigns.filter {
            $0.combination == nil && ($0.urgency == .emergencyNow || $0.urgency == .sameDay)
        }
        let answers = signs.map { #""\#($0.id)": "no""# }.joined(separator: ", ")
        return #"{"drawing": [{"region": "shoulder_top", "side": "left"}], "answers": {\#(answers)}}"#
    }

    @Test
    func `a plan has every key of the interface`() throws {
        let plan = try object(
            #"{"id": "a", "intake": \#(answered), "health": ["antiplatelet_medicine_aspirin_clopidogrel"], "tools": ["ball"], "helper": true, "place": "home", "minutes": 12, "history": []}"#
        )
        #expect(plan["id"] as? String == "a")
        #expect(plan["status"] as? String == "plan")
        #expect(plan["knowledge"] as? String == engine.atlas.version)
        #expect((plan["ask"] as? [String]) == [])
        #expect((plan["stop_rule"] as? String)?.isEmpty == false)
        #expect((plan["evidence"] as? [Any])?.isEmpty == false)
        let left = try #require(plan["left_out"] as? [[String: Any]])
        #expect(left.allSatisfy { ($0["technique"] != nil) != ($0["muscle"] != nil) && $0["because"] is String })
        let step = try #require((plan["steps"] as? [[String: Any]])?.first)
        for key in ["muscle", "point", "side", "technique", "tool", "who", "pressure", "position"] {
            #expect(step[key] is String, "\(key)")
        }
        #expect(step["seconds"] is Int && step["repetitions"] is Int)
        #expect((step["instructions"] as? [String])?.isEmpty == false)
        #expect((step["stop_when"] as? [String])?.isEmpty == false)
        #expect(step.keys.contains("stretch"))
    }

    @Test
    func `null results are among the evidence`() throws {
        let plan = try object(#"{"intake": \#(answered), "tools": ["ball"]}"#)
        let evidence = try #require(plan["evidence"] as? [[String: Any]])
        #expect(evidence.contains { $0["null"] as? Bool == true })
        #expect(evidence.allSatisfy { ($0["citation"] as? String)?.isEmpty == false })
    }

    @Test
    func `only an intake is needed, and its id is echoed`() throws {
        let plan = try object(#"{"intake": {"id": "b", "drawing": [{"region": "shoulder_top", "side": "left"}]}}"#)
        #expect(plan["status"] as? String == "ask_first")
        #expect(plan["id"] as? String == "b")
        #expect(try object(#"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}}"#)["id"] is NSNull)
        #expect((plan["ask"] as? [String])?.contains("saddle_numbness") == true)
        #expect((plan["steps"] as? [Any])?.isEmpty == true)
        #expect((plan["stop_rule"] as? String)?.isEmpty == false)
    }

    @Test
    func `answering what is asked leads to a plan`() throws {
        var answers: [String: String] = [:]
        for _ in 0..<5 {
            let text = answers.map { #""\#($0.key)": "\#($0.value)""# }.joined(separator: ", ")
            let plan = try object(
                #"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}], "answers": {\#(text)}}}"#)
            if plan["status"] as? String == "plan" { return }
            for id in try #require(plan["ask"] as? [String]) { answers[id] = "no" }
        }
        Issue.record("no plan after five rounds of answers")
    }

    @Test(
        "an answer to a warning sign decides the status",
        arguments: [
            ("saddle_numbness", "emergency"), ("fever_with_back_pain", "same_day"),
            ("history_of_cancer", "see_clinician"),
        ])
    func status(sign: String, status: String) throws {
        let intake = answered.replacing(#""\#(sign)": "no""#, with: #""\#(sign)": "yes""#)
        let said =
            intake.contains(#""\#(sign)": "yes""#)
            ? intake : intake.replacing(#""answers": {"#, with: #""answers": {"\#(sign)": "yes", "#)
        let plan = try object(#"{"intake": \#(said), "tools": ["ball"]}"#)
        #expect(plan["status"] as? String == status)
        #expect((plan["because"] as? [String])?.contains(sign) == true)
        #expect((plan["steps"] as? [Any])?.isEmpty == true)
    }

    @Test(
        "what is wrong is named with its path and with what is allowed",
        arguments: [
            (#"{"intake": {}, "minute": 3}"#, "minute", "This key is not known."),
            (#"{"health": []}"#, "intake", "This field is missing."),
            (#"{"intake": {"drawing": [{"region": "shoulder_top", "side": "up"}]}}"#, "intake.drawing[0].side", "“up”"),
            (
                #"{"intake": {"drawing": [{"region": "sholder_top", "side": "left"}]}}"#, "intake.drawing[0].region",
                "not a known region"
            ),
            (#"{"intake": {"drawing": []}}"#, "intake.drawing", "Nothing is drawn"),
            (#"{"intake": {"what": 1}}"#, "intake.what", "This key is not known."),
            (#"{"intake": 3}"#, "intake", "Expected an object"),
            (
                #"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}, "health": ["pregnant"]}"#,
                "health[0]", "not a known health check"
            ),
            (#"{"intake": {}, "health": ["pregnancy", "pregnancy"]}"#, "health[1]", "stands twice"),
            (#"{"intake": {}, "tools": ["hammer"]}"#, "tools[0]", "“hammer” is not a choice"),
            (#"{"intake": {}, "tools": ["ball", "ball"]}"#, "tools[1]", "stands twice"),
            (#"{"intake": {}, "helper": "yes"}"#, "helper", "Found the text “yes”."),
            (#"{"intake": {}, "place": "moon"}"#, "place", "“moon” is not a choice"),
            (#"{"intake": {}, "minutes": 0}"#, "minutes", "Found the number 0."),
            (#"{"intake": {}, "minutes": 1e9}"#, "minutes", "Found the number"),
            (#"{"intake": {}, "history": [{"point": "x"}]}"#, "history[0].side", "This field is missing."),
            (
                #"{"intake": {}, "history": [{"side": "left", "technique": "x"}]}"#, "history[0].point",
                "This field is missing."
            ),
            (
                #"{"intake": {}, "history": [{"point": "x", "side": "left", "technique": "y", "before": 11}]}"#,
                "history[0].before", "11"
            ),
            (
                #"{"intake": {}, "history": [{"point": "x", "side": "left", "technique": "y", "days_ago": 0.5}]}"#,
                "history[0].days_ago", "0.5"
            ),
            (
                #"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}, "history": [{"point": "x", "side": "left", "technique": "walk"}]}"#,
                "history[0].point", "not a known trigger point"
            ),
            (
                #"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}, "history": [{"point": "trapezius_upper_tp2", "side": "left", "technique": "wlk"}]}"#,
                "history[0].technique", "not a known technique"
            ),
            (#"{"intake": {}, "intake": {}}"#, "intake", "This key stands twice."),
            ("[]", "", "Expected an object"), ("{", "", "not one JSON value"),
        ] as [(String, String, String)])
    func refused(json: String, path: String, message: String) throws {
        let error = try #require(try object(json)["error"] as? [String: Any])
        #expect(error["path"] as? String == path)
        #expect((error["message"] as? String)?.contains(message) == true, "\(error)")
        #expect((error["allowed"] as? String)?.isEmpty == false)
    }

    @Test
    func `an intake alone is a request with nothing else in it`() throws {
        let intake = try #require(DevelopmentIntakes.all.first)
        let (alone, wrapped) = (try object(intake), try object(#"{"intake": \#(intake)}"#))
        #expect(alone["error"] == nil && NSDictionary(dictionary: alone) == NSDictionary(dictionary: wrapped))
        // What is wrong in it is named as in an intake.
        let error = try #require(try object(#"{"drawing": [], "age": 300}"#)["error"] as? [String: Any])
        #expect(error["path"] as? String == "age")
    }

    @Test
    func `a refusal echoes the id`() throws {
        #expect(try object(#"{"id": "c", "intake": {"drawing": []}}"#)["id"] as? String == "c")
        #expect(try object(#"{"id": "c", "intake": {}, "minutes": "x"}"#)["id"] as? String == "c")
    }

    @Test
    func `the published cases get a plan or a reason, each by itself and safely`() throws {
        for (index, line) in DevelopmentIntakes.all.enumerated() {
            let plan = try object(#"{"id": "\#(index)", "intake": \#(line), "tools": ["ball"], "minutes": 10}"#)
            let status = try #require(plan["status"] as? String)
            #expect(plan["error"] == nil)
            #expect((plan["steps"] as? [Any])?.isEmpty == (status != "plan"), "\(status)")
        }
        #expect(DevelopmentIntakes.all.count > 20)
    }
}

/// The intakes of `Tests/Cases/development.jsonl`, without what is expected of them.
enum DevelopmentIntakes {
    static let all: [String] = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let text = try? Data(contentsOf: tests.appending(path: "Cases/development.jsonl")) else { return [] }
        return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard var object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else { return nil }
            for key in ["expected", "source", "tier"] { object[key] = nil }
            return (try? JSONSerialization.data(withJSONObject: object)).flatMap { String(data: $0, encoding: .utf8) }
        }
    }()
}
