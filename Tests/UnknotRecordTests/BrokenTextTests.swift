import Testing
import UnknotRecord

@Suite("Refusing a text that is no JSON")
struct BrokenTextTests {
    @Test(
        "text that is not one JSON value is refused as a whole",
        arguments: [
            "", " ", "\n\n", "{", "}", "{]", "[}", #"{"id"}"#, #"{"id":}"#, #"{"id": "a",,}"#, #"{id: "a"}"#,
            #"{'id': 'a'}"#, #"{"id": "a" "age": 3}"#, #"{"id": "a"} {"id": "b"}"#, #"{"id": "a"} x"#,
            #"{"id": "a"},"#, "{}{}", "{} []", #"{"age": NaN}"#, #"{"age": Infinity}"#,
            #"{"age": +1}"#, #"{"age": .5}"#, #"{"age": 0x10}"#, #"{"id": "a"#,
            #"{"id": "\u12"}"#, "// nothing\n{}", "{} // nothing",
            "nul", "tru", "undefined",
        ])
    func notJSON(text: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(problem.path.isEmpty)
        #expect(!problem.message.isEmpty)
        #expect(problem.allowed.contains("one JSON object"))
    }

    @Test(
        "a text that is no JSON says where, counted as an editor counts",
        arguments: [
            ("{", "line 1, column 2, before it is whole"),
            ("{\n  \"id\": \"ä\",\n  \"age\": ]\n}", "line 3, column 10 “]”"),
            (#"{"id": "é" x}"#, "line 1, column 12 “x”"),
            ("{} {}", "line 1, column 4 “{”"), ("NaN", "line 1, column 1 “N”"),
            (#"{"a": [1, 2,, 3]}"#, "line 1, column 13 “,”"), ("", "line 1, column 1, before it is whole"),
            (#"{"id": "a\"#, "line 1, column 11, before it is whole"),
        ])
    func place(text: String, says: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(problem.message.contains(says), "\(problem.message)")
    }

    @Test(
        "a number or text that cannot be read names its field",
        arguments: [
            (#"{"age": 1e999}"#, "age"), (#"{"age": -}"#, "age"), (#"{"age": 01}"#, "age"),
            (#"{"id": "\x"}"#, "id"), ("{\"causes\": [\"a\", \"b\nc\"]}", "causes[1]"),
            (#"{"drawing": [{"region": "groin", "side": "left", "intensity": -1e999}]}"#, "drawing[0].intensity"),
        ])
    func unreadable(text: String, path: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(problem.path == path)
        #expect(problem.allowed.contains("a number"))
    }

    @Test(
        "a comma before a closing bracket is refused, though the decoder would let it pass",
        arguments: [
            (#"{"id": "a",}"#, ""), (#"{"causes": ["a" , ] }"#, "causes"),
            (#"{"drawing": [{"region": "a", "side": "left",}]}"#, "drawing[0]"),
        ])
    func trailingComma(text: String, path: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(problem.path == path)
        #expect(problem.message.contains("comma"))
    }

    @Test(
        "half of a surrogate pair is refused",
        arguments: [#"{"id": "\ud800"}"#, #"{"id": "\udc00\ud800"}"#, #"{"\ud800": 1}"#, #"{"causes": ["\ud83d"]}"#])
    func loneSurrogate(text: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(!problem.message.isEmpty)
        #expect(!problem.allowed.isEmpty)
    }

    @Test("a whole surrogate pair is a character")
    func surrogatePair() throws {
        #expect(try IntakeDocument.parse(Array(#"{"id": "\ud83d\ude42"}"#.utf8)).id == "🙂")
    }

    @Test(
        "bytes that are no UTF-8 are refused",
        arguments: [
            [0xFF], [0x00], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ] as [[UInt8]])
    func invalidUTF8(garbage: [UInt8]) throws {
        let problem = try #require(refusal(of: Array(#"{"id": ""#.utf8) + garbage + Array(#""}"#.utf8)), "read")
        #expect(problem.path.isEmpty)
        #expect(problem.allowed.contains("UTF-8"))
    }

    @Test("UTF-16 is refused, though every byte of it may be valid UTF-8", arguments: [false, true])
    func utf16(bigEndian: Bool) throws {
        let units = Array(#"{"age": 41, "age": 3}"#.utf8)
        let bytes: [UInt8] = units.flatMap { bigEndian ? [0, $0] : [$0, 0] }
        let problem = try #require(refusal(of: bytes), "read")
        #expect(problem.path.isEmpty)
    }

    @Test("a byte order mark is passed over and hides no key that stands twice")
    func byteOrderMark() throws {
        #expect(try IntakeDocument.parse(Array(("\u{FEFF}" + #"{"age": 41}"#).utf8)).age == 41)
        #expect(refusal(of: "\u{FEFF}" + #"{"age": 41, "age": 3}"#)?.path == "age")
    }

    @Test("one byte over the limit is refused before anything is read")
    func tooLarge() throws {
        let filling = IntakeDocument.maximumBytes - 2
        #expect(refusal(of: "{" + String(repeating: " ", count: filling) + "}") == nil)
        let problem = try #require(refusal(of: "{" + String(repeating: " ", count: filling + 1) + "}"))
        #expect(problem.path.isEmpty)
        #expect(problem.message.contains("\(IntakeDocument.maximumBytes + 1)"))
        #expect(problem.allowed.contains("\(IntakeDocument.maximumBytes)"))
    }

    @Test(
        "a key that stands twice in one object is refused with its path",
        arguments: [
            (#"{"age": 41, "age": 41}"#, "age"),
            (#"{"age": 41, "\u0061ge": 3}"#, "age"),
            (#"{"\u0061\u0067e": 41, "age": 3}"#, "age"),
            (#"{"answers": {"sitting_long": "worse", "sitting_long": "better"}}"#, "answers.sitting_long"),
            (#"{"answers": {"saddle_numbness": "no", "saddle\u005fnumbness": "yes"}}"#, "answers.saddle_numbness"),
            (#"{"drawing": [{"region": "a", "side": "left", "side": "right"}]}"#, "drawing[0].side"),
            (#"{"drawing": [{"region": "a", "side": "left"}, {"side": "left", "side": "left"}]}"#, "drawing[1].side"),
            (#" { "id" : "}{,\"" , "age" : [ [ ] , { } ] , "id" : 1 } "#, "id"),
            (#"{"id": "\\", "id": "a"}"#, "id"),
        ])
    func duplicateKey(text: String, path: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(problem.path == path)
        #expect(problem.message.contains("twice"))
        #expect(problem.allowed.contains("once"))
    }

    @Test("equal keys in different objects are no repetition")
    func sameKeyElsewhere() {
        let text = #"{"id": "side", "drawing": [{"region": "a", "side": "left"}, {"region": "a", "side": "right"}]}"#
        #expect(refusal(of: text) == nil)
    }

    @Test(
        "deep nesting is refused and does not exhaust the stack",
        arguments: [
            (String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
            String(repeating: "[", count: 300_000),
            String(repeating: #"{"a":"#, count: 10_000) + "1" + String(repeating: "}", count: 10_000),
            #"{"drawing": "# + String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000) + "}",
            #"{"drawing": "# + String(repeating: "[", count: 500) + String(repeating: "]", count: 500) + "}",
            String(repeating: #"[{"a":"#, count: 250) + "1e999" + String(repeating: "}]", count: 250),
        ])
    func deepNesting(text: String) throws {
        let problem = try #require(refusal(of: text), "read")
        #expect(!problem.message.isEmpty)
        #expect(!problem.allowed.isEmpty)
    }
}
