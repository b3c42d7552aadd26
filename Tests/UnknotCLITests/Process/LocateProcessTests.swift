import Foundation
import Testing

@Suite("unknot locate, as a process")
struct LocateProcessTests {
    static let good = #"{"id": "g", "drawing": [{"region": "paraspinal_l4_s1", "side": "left"}]}"#

    /// An input that must be refused.
    struct Bad: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: Data
        let path: String
        let allowed: String

        init(_ name: String, _ input: String, path: String, allowed: String) {
            self.init(name, Data(input.utf8), path: path, allowed: allowed)
        }

        init(_ name: String, _ input: Data, path: String, allowed: String) {
            testDescription = name
            self.input = input
            self.path = path
            self.allowed = allowed
        }
    }

    static let bad: [Bad] = [
        Bad(
            "an unknown region", #"{"drawing": [{"region": "paraspinal_l4_s2", "side": "left"}]}"#,
            path: "drawing[0].region", allowed: "paraspinal_l4_s1"),
        Bad(
            "a side on a midline region", #"{"drawing": [{"region": "spine_midline_lumbar", "side": "left"}]}"#,
            path: "drawing[0].side", allowed: "midline"),
        Bad(
            "intensity 11", #"{"drawing": [{"region": "sacrum", "side": "midline", "intensity": 11}]}"#,
            path: "drawing[0].intensity", allowed: "0 to 10"),
        Bad(
            "tenderness in words",
            #"{"presses": [{"point": "quadratus_lumborum_deep_upper", "side": "left", "tenderness": "high"}]}"#,
            path: "presses[0].tenderness", allowed: "0 to 10"),
        Bad("an empty drawing without a warning sign", #"{"drawing": []}"#, path: "drawing", allowed: "warning sign"),
        Bad(
            "5 MB of JSON", #"{"id": ""# + String(repeating: "x", count: 5_000_000) + #""}"#, path: "",
            allowed: "1048576"),
        Bad(
            "invalid UTF-8", Data(#"{"id": ""#.utf8) + Data([0xFF, 0xFE]) + Data(#""}"#.utf8), path: "",
            allowed: "UTF-8"),
        Bad(
            "the same place twice",
            #"{"drawing": [{"region": "sacrum", "side": "midline"}, {"region": "sacrum", "side": "midline"}]}"#,
            path: "drawing[1]", allowed: "once"),
        Bad("a key twice", #"{"age": 4, "age": 5}"#, path: "age", allowed: "once"),
        Bad("a wrong type", #"{"drawing": "left"}"#, path: "drawing", allowed: "list"),
        Bad("an unknown key", #"{"drawings": []}"#, path: "drawings", allowed: "drawing"),
        Bad(
            "an answer of the wrong kind", #"{"answers": {"sitting_long": "yes"}}"#, path: "answers.sitting_long",
            allowed: "worse"),
        Bad("trailing text", good + " and more", path: "", allowed: "one JSON object"),
        Bad("two objects", good + good, path: "", allowed: "one JSON object"),
        Bad("a list", "[]", path: "", allowed: "object"),
        Bad("nothing", "", path: "", allowed: "JSON object"),
        Bad("blanks", " \n ", path: "", allowed: "JSON object"),
    ]

    @Test("refuses in words, naming the field and what is allowed", arguments: bad)
    func refusesInWords(_ bad: Bad) throws {
        let outcome = try Program.run(["locate"], input: bad.input)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        let lines = outcome.errors.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains(bad.path.isEmpty ? "the input" : "\(bad.path):") == true, "\(lines)")
        #expect(lines.last?.hasPrefix("Allowed: ") == true)
        #expect(lines.last?.contains(bad.allowed) == true, "\(lines)")
    }

    @Test("refuses in JSON with --json", arguments: bad)
    func refusesInJSON(_ bad: Bad) throws {
        let outcome = try Program.run(["locate", "--json", "-"], input: bad.input)
        #expect(outcome.status == 2)
        #expect(outcome.errors.isEmpty)
        let error = try outcome.error()
        #expect(error["path"] as? String == bad.path)
        #expect((error["message"] as? String)?.isEmpty == false)
        #expect((error["allowed"] as? String)?.contains(bad.allowed) == true)
    }

    @Test("answers a file, standard input and - alike")
    func sources() throws {
        try Program.withFolder { folder in
            let file = folder.appending(path: "case.json")
            try Data(Self.good.utf8).write(to: file)
            let answers = [
                try Program.run(["locate", file.path, "--json"]),
                try Program.run(["locate", "--json"], input: Self.good),
                try Program.run(["locate", "-", "--json"], input: Self.good),
            ]
            for answer in answers {
                #expect(answer.status == 0)
                #expect(answer.output == answers[0].output)
            }
            #expect(try answers[0].object()["id"] as? String == "g")
        }
    }

    @Test("a missing file and a directory are named", arguments: ["/nowhere/at/all.json", "/"])
    func unreadable(_ path: String) throws {
        let words = try Program.run(["locate", path])
        #expect(words.status == 2)
        #expect(words.errors.contains(path))
        #expect(words.errors.contains("Allowed: a file"))
        let json = try Program.run(["locate", path, "--json"])
        #expect(json.status == 2)
        #expect(try json.error()["path"] as? String == "FILE")
        #expect(try Program.run(["locate", path, "--lines"]).status == 2)
    }

    @Test("is plain when nobody looks, and painted when asked to be")
    func colour() throws {
        #expect(!(try Program.run(["locate"], input: Self.good)).text.contains("\u{1B}"))
        #expect(try Program.run(["locate", "--color", "always"], input: Self.good).text.contains("\u{1B}["))
        #expect(!(try Program.run(["locate", "--color", "never"], input: Self.good)).text.contains("\u{1B}"))
    }

    @Test("a warning sign without a drawing is answered with triage")
    func triageAlone() throws {
        let outcome = try Program.run(["locate", "--json"], input: #"{"answers": {"saddle_numbness": "yes"}}"#)
        #expect(outcome.status == 0)
        #expect((try outcome.object()["triage"] as? [String: Any])?["level"] as? String == "emergency")
    }

    @Test(
        "misuse ends with 2 and says how to do it",
        arguments: [
            ["locate", "--frob"], ["locate", "--lines", "-i"], ["locate", "--save", "x"], ["locate", "-i", "file"],
            ["locate", "--color", "pink"], ["nonsense"], ["atlas", "show"], ["atlas", "show", "nonsense"],
            ["serve", "--port", "many"],
        ])
    func misuse(_ arguments: [String]) throws {
        let outcome = try Program.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test(
        "every command has help with an example",
        arguments: ["locate", "atlas", "serve", "atlas show", "atlas muscles"])
    func help(_ command: String) throws {
        let outcome = try Program.run(command.split(separator: " ").map(String.init) + ["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("Example"))
    }

    @Test("the version is one line")
    func version() throws {
        let outcome = try Program.run(["--version"])
        #expect(outcome.status == 0)
        #expect(outcome.text.split(separator: "\n").count == 1)
    }

    @Test("the atlas is searched by plain words and printed as JSON")
    func atlas() throws {
        let outcome = try Program.run(["atlas", "search", "buttock", "upper", "--json"])
        let rows = try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]]
        #expect(rows?.first?["id"] as? String == "buttock_upper_medial")
        let shown = try Program.run(["atlas", "show", "infraspinatus", "--json"])
        let cards = try JSONSerialization.jsonObject(with: shown.output) as? [[String: Any]]
        #expect(cards?.first?["kind"] as? String == "muscle")
    }
}
