import Foundation
import Testing
import Unknot

@Suite("unknot plan, as a process")
struct PlanProcessTests {
    private static let sore = #"{"intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}}"#

    @Test
    func `answers a line a line, in order, and ends with 2 if any was wrong`() throws {
        let lines = [
            #"{"id": "1", "intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}}"#, "nonsense",
            #"{"id": "3", "intake": {"drawing": [{"region": "shoulder_top", "side": "left"}]}, "tools": ["hammer"]}"#,
        ]
        let run = try Program.run(["plan", "--lines"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(run.status == 2)
        let answers = run.text.split(separator: "\n")
        #expect(answers.count == 3)
        #expect(answers.first?.contains(#""status":"ask_first""#) == true)
        #expect(answers.first?.contains(#""id":"1""#) == true)
        #expect(answers.dropFirst().first?.contains(#""error""#) == true)
        #expect(answers.last?.contains(#""path":"tools[0]""#) == true && answers.last?.contains(#""id":"3""#) == true)
    }

    @Test
    func `reads a file as well as standard input`() throws {
        try Program.withFolder { folder in
            let file = folder.appending(path: "me.json")
            try Data(Self.sore.utf8).write(to: file)
            let fromFile = try Program.run(["plan", file.path, "--json"])
            let fromInput = try Program.run(["plan", "--json"], input: Data(Self.sore.utf8))
            #expect(fromFile.status == 0)
            #expect(fromFile.output == fromInput.output)
            #expect(fromFile.text.contains("saddle_numbness"))
        }
    }

    @Test
    func `says in words what is wrong`() throws {
        let run = try Program.run(["plan"], input: Data(#"{"intake": {}, "minuets": 3}"#.utf8))
        #expect(run.status == 2)
        #expect(run.text.isEmpty)
        #expect(run.errors.contains("minuets"))
        #expect(run.errors.contains("minutes"))
    }
}
