import Testing
import UnknotRecord

@Suite("Refusing a field")
struct FieldRefusalTests {
    private func expectRefused(_ bad: BadField) throws {
        let problem = try #require(refusal(of: bad.json), "\(bad) was read")
        #expect(problem.path == bad.path)
        #expect(problem.message.contains(bad.says), "\(problem.message)")
        #expect(problem.allowed.contains(bad.allows), "\(problem.allowed)")
    }

    @Test(
        "a number out of range is named with the range",
        arguments: [
            BadField.mark(#""intensity": 11"#, at: "drawing[0].intensity", says: "11", allows: "0 to 10"),
            .mark(#""intensity": -0.5"#, at: "drawing[0].intensity", says: "-0.5", allows: "0 to 10"),
            .mark(#""intensity": 10.000001"#, at: "drawing[0].intensity", says: "10.000001", allows: "0 to 10"),
            .mark(#""intensity": 1e300"#, at: "drawing[0].intensity", says: "1e+300", allows: "0 to 10"),
            .press(#""tenderness": 12"#, at: "presses[0].tenderness", says: "12", allows: "0 to 10"),
            BadField(#"{"age": -1}"#, at: "age", says: "-1", allows: "0 to 120"),
            BadField(#"{"age": 121}"#, at: "age", says: "121", allows: "0 to 120"),
            BadField(#"{"age": 41.5}"#, at: "age", says: "41.5", allows: "whole years"),
        ])
    func range(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test(
        "a value of the wrong type is named with what is allowed",
        arguments: [
            BadField.press(#""tenderness": "high""#, at: "presses[0].tenderness", says: "high", allows: "0 to 10"),
            .press(#""familiar": "yes""#, at: "presses[0].familiar", says: "yes", allows: "true or false"),
            .press(#""lump": 1"#, at: "presses[0].lump", says: "1", allows: "true or false"),
            .press(#""spreads_to": "groin""#, at: "presses[0].spreads_to", says: "groin", allows: "a list"),
            .press(#""spreads_to": [7]"#, at: "presses[0].spreads_to[0]", says: "a number", allows: "a text"),
            .mark(#""intensity": true"#, at: "drawing[0].intensity", says: "true or false", allows: "0 to 10"),
            .mark(#""quality": "dull""#, at: "drawing[0].quality", says: "dull", allows: "a list"),
            .mark(#""quality": [{}]"#, at: "drawing[0].quality[0]", says: "an object", allows: "tingling"),
            BadField(#"{"id": 7}"#, at: "id", says: "7", allows: "a text"),
            BadField(#"{"age": "41"}"#, at: "age", says: "41", allows: "0 to 120"),
            BadField(#"{"age": [41]}"#, at: "age", says: "a list", allows: "0 to 120"),
            BadField(#"{"sex": 1}"#, at: "sex", says: "a number", allows: "female, male, other"),
            BadField(#"{"side_unknown": "no"}"#, at: "side_unknown", says: "no", allows: "true or false"),
            BadField(#"{"drawing_complete": 0}"#, at: "drawing_complete", says: "0", allows: "true or false"),
            BadField(#"{"drawing": {}}"#, at: "drawing", says: "an object", allows: "a list"),
            BadField(#"{"drawing": ["groin"]}"#, at: "drawing[0]", says: "a text", allows: "region, side"),
            BadField(
                #"{"drawing": [{"region": 3, "side": "left"}]}"#, at: "drawing[0].region", says: "3", allows: "a text"),
            BadField(#"{"answers": ["sitting_long"]}"#, at: "answers", says: "a list", allows: "an object"),
            BadField(
                #"{"answers": {"sitting_long": true}}"#, at: "answers.sitting_long", says: "true or false",
                allows: "a text"),
            BadField(
                #"{"answers": {"sitting_long": null}}"#, at: "answers.sitting_long", says: "null", allows: "a text"),
            BadField(#"{"causes": "trauma"}"#, at: "causes", says: "trauma", allows: "a list"),
            BadField(#"{"causes": [null]}"#, at: "causes[0]", says: "null", allows: "a text"),
            BadField(#"{"presses": 3}"#, at: "presses", says: "3", allows: "a list"),
            BadField(#"{"presses": [[]]}"#, at: "presses[0]", says: "a list", allows: "point, side"),
            BadField("[]", at: "", says: "a list", allows: "an object"),
            BadField("null", at: "", says: "null", allows: "an object"),
            BadField(#""groin""#, at: "", says: "a text", allows: "an object"),
        ])
    func type(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test(
        "a word that is no choice is named with all choices",
        arguments: [
            BadField(#"{"sex": "woman"}"#, at: "sex", says: "woman", allows: "female, male, other"),
            BadField(
                #"{"drawing": [{"region": "groin", "side": "Left"}]}"#, at: "drawing[0].side", says: "Left",
                allows: "left, right, midline"),
            .mark(#""strength": "strong""#, at: "drawing[0].strength", says: "strong", allows: "main, lesser"),
            .mark(
                #""quality": ["dull", "sore"]"#, at: "drawing[0].quality[1]", says: "sore",
                allows: "dull, sharp, burning, shooting, throbbing, cramping, stiff, tingling, numb"),
            BadField(
                #"{"presses": [{"point": "infraspinatus_tp1", "side": "midline"}]}"#, at: "presses[0].side",
                says: "midline", allows: "left, right"),
            BadField(
                #"{"answers": {"sitting_long": "maybe"}}"#, at: "answers.sitting_long", says: "maybe",
                allows: "yes, no, unknown"),
        ])
    func choice(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test(
        "a field that must be there is named when it is missing",
        arguments: [
            BadField(#"{"drawing": [{"side": "left"}]}"#, at: "drawing[0].region", says: "missing", allows: "a text"),
            BadField(
                #"{"drawing": [{"region": "groin"}]}"#, at: "drawing[0].side", says: "missing",
                allows: "left, right, midline"),
            BadField(
                #"{"drawing": [{"region": "groin", "side": null}]}"#, at: "drawing[0].side", says: "missing",
                allows: "left, right, midline"),
            BadField(#"{"presses": [{"side": "left"}]}"#, at: "presses[0].point", says: "missing", allows: "a text"),
            BadField(
                #"{"presses": [{"point": "infraspinatus_tp1"}]}"#, at: "presses[0].side", says: "missing",
                allows: "left, right"),
        ])
    func missing(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test(
        "an unknown key is refused wherever it stands, with the keys that are known",
        arguments: [
            BadField(#"{"colour": "red"}"#, at: "colour", says: "not known", allows: "drawing_complete"),
            BadField(#"{"expected": {}}"#, at: "expected", says: "not known", allows: "presses"),
            .mark(#""pain": 3"#, at: "drawing[0].pain", says: "not known", allows: "intensity"),
            .press(#""tender": 3"#, at: "presses[0].tender", says: "not known", allows: "tenderness"),
            BadField(#"{"Drawing": []}"#, at: "Drawing", says: "not known", allows: "drawing"),
        ])
    func unknownKey(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test(
        "what stands twice is refused",
        arguments: [
            BadField(
                #"{"drawing": [{"region": "groin", "side": "left"}, {"region": "groin", "side": "left", "intensity": 3}]}"#,
                at: "drawing[1]", says: "drawing[0]", allows: "once"),
            BadField(
                #"{"presses": [{"point": "a", "side": "left"}, {"point": "b", "side": "left"}, {"point": "a", "side": "left"}]}"#,
                at: "presses[2]", says: "already", allows: "once"),
            BadField(#"{"causes": ["trauma", "trauma"]}"#, at: "causes[1]", says: "twice", allows: "once"),
            .mark(#""quality": ["dull", "dull"]"#, at: "drawing[0].quality[1]", says: "twice", allows: "once"),
            .press(#""spreads_to": ["a", "b", "a"]"#, at: "presses[0].spreads_to[2]", says: "twice", allows: "once"),
        ])
    func twice(bad: BadField) throws {
        try expectRefused(bad)
    }

    @Test("a text longer than an id can be is refused with the limit", arguments: ["id", "causes", "region"])
    func longText(field: String) throws {
        let long = String(repeating: "a", count: 201)
        let json =
            switch field {
            case "id": #"{"id": "\#(long)"}"#
            case "causes": #"{"causes": ["\#(long)"]}"#
            default: #"{"drawing": [{"region": "\#(long)", "side": "left"}]}"#
            }
        let problem = try #require(refusal(of: json))
        #expect(problem.path.hasPrefix(field) || problem.path == "drawing[0].region")
        #expect(problem.allowed.contains("200"), "\(problem.allowed)")
    }

    @Test("a list of more than 1,000 entries is refused")
    func longList() throws {
        let causes = (0...1_000).map { "\"c\($0)\"" }.joined(separator: ",")
        let problem = try #require(refusal(of: #"{"causes": [\#(causes)]}"#))
        #expect(problem.path == "causes")
        #expect(problem.message.contains("1001"))
        #expect(problem.allowed.contains("1000"))
    }

    @Test("the id of the intake is named with every problem that comes after reading it")
    func echoesID() throws {
        #expect(try #require(refusal(of: #"{"age": 500, "id": "case 7"}"#)).id == "case 7")
        #expect(try #require(refusal(of: #"{"colour": 1, "id": "case 7"}"#)).id == "case 7")
        #expect(try #require(refusal(of: #"{"age": 500}"#)).id == nil)
        #expect(try #require(refusal(of: #"{"age": 500, "id": 7}"#)).id == nil)
    }

    @Test("extra keys pass when the caller allows them, and only these")
    func extraKeys() {
        #expect(refusal(of: #"{"tier": "A"}"#, extraKeys: ["tier"]) == nil)
        #expect(refusal(of: #"{"tier": "A", "source": 1}"#, extraKeys: ["tier"])?.path == "source")
    }
}
