import Foundation
import Testing

@Suite("unknot fair-test and evaluate --fair-tests, as processes")
struct FairTestProcessTests {
    @Test
    func `answers a line a line, in order, and ends with 2 if any was wrong`() throws {
        let lines = [#"{"id": "1", "x": [1, 0], "y": [4, null]}"#, #"{"id": "2", "x": [1], "y": [12]}"#]
        let run = try Program.run(["fair-test", "--lines"], input: lines.joined(separator: "\n"))
        #expect(run.status == 2)
        let answers = run.text.split(separator: "\n")
        #expect(answers.count == 2)
        #expect(answers.first?.contains(#""id":"1""#) == true && answers.first?.contains(#""verdict""#) == true)
        #expect(answers.last?.contains(#""path":"y[0]""#) == true && answers.last?.contains(#""id":"2""#) == true)
    }

    @Test
    func `not sure yet and no verdict yet are normal ends`() throws {
        let days = (0..<32).map { "\($0 / 4 % 2)" }.joined(separator: ",")
        // A point less on every other day with the routine.
        let ratings = (0..<32).map { "\([3, 6, 4, 5, 2][$0 * 7 % 5] - $0 / 4 % 2 * ($0 % 2))" }.joined(separator: ",")
        let run = try Program.run(["fair-test", "--json"], input: "{\"x\": [\(days)], \"y\": [\(ratings)]}")
        #expect(run.status == 0)
        #expect((try run.object()["verdict"] as? String)?.hasPrefix("Not sure yet: between") == true)
        let empty = try Program.run(["fair-test"], input: #"{"x": [], "y": []}"#)
        #expect(empty.status == 2 && empty.errors.contains("Error in x") && empty.errors.contains("at least one"))
    }

    @Test
    func `says in words what is wrong`() throws {
        let run = try Program.run(["fair-test"], input: #"{"x": [1], "y": [4, 5]}"#)
        #expect(run.status == 2 && run.text.isEmpty)
        #expect(run.errors.contains("Error in y") && run.errors.contains("as many as in x"))
        let json = try Program.run(["fair-test", "--json"], input: "{")
        #expect(json.status == 2)
        #expect(try json.error()["path"] as? String == "")
    }

    @Test
    func `figures stand beside the published ones and are the same for a seed`() throws {
        let one = try Program.run(["evaluate", "--fair-tests", "--runs", "2", "--seed", "4"])
        #expect(one.status == 0 && one.errors.isEmpty)
        #expect(one.text.contains("effect −1: finds it") && one.text.contains("69.0 %"))
        #expect(try Program.run(["evaluate", "--fair-tests", "--runs", "2", "--seed", "4"]).text == one.text)
        let bad = try Program.run(["evaluate", "--fair-tests", "--runs", "0"])
        #expect(bad.status == 2 && bad.errors.contains("--runs"))
    }
}
