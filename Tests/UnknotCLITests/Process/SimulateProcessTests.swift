import Foundation
import Testing

@Suite("unknot simulate")
struct SimulateProcessTests {
    private static let reference = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Reference")

    private static func rows(_ text: String) -> [[String]] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test("a reference scenario as a table has the reference's columns, times, labels and numbers")
    func table() throws {
        let file = Self.reference.appending(path: "doms.json").path
        let run = try Program.run(["simulate", file, "--csv", "--rtol", "1e-9"])
        #expect(run.status == 0)
        let found = Self.rows(run.text)
        let exact = Self.rows(
            try String(contentsOf: Self.reference.appending(path: "doms.csv"), encoding: .utf8))
        #expect(found.count == exact.count)
        #expect(found[0] == exact[0])
        for (row, other) in zip(found, exact).dropFirst() {
            #expect(row.last == other.last)
            for (number, expected) in zip(row, other).dropLast() {
                let value = try #require(Double(number))
                let target = try #require(Double(expected))
                #expect(abs(value - target) <= 1e-6 * max(1, abs(target)))
            }
        }
    }

    @Test("programmes, comparison, ensemble, JSON and SVG")
    func shapes() throws {
        let words = try Program.run(["simulate", "press", "--start", "latent", "--compare", "roll,heat-pack"])
        #expect(words.status == 0)
        #expect(words.text.contains("not a measurement"))
        let single = try Program.run(["simulate", "press", "--json"]).object()
        let runs = try #require(single["runs"] as? [[String: Any]])
        #expect((runs.first?["samples"] as? [Any])?.count == 3)
        let ensemble = try Program.run(["simulate", "press", "--json", "--ensemble", "5"])
        let bands = try #require((ensemble.object()["runs"] as? [[String: Any]])?.first?["bands"] as? [String: Any])
        #expect(Set(bands.keys) == ["pain", "PPT", "stiffness", "ROM"])
        #expect(try Program.run(["simulate", "press", "--json", "--ensemble", "5"]).output == ensemble.output)
        let plot = try Program.run(["simulate", "press", "--svg"])
        let document = try XMLCheck.isWellFormed(plot.output)
        #expect(document)
        #expect(try Program.run(["simulate", "--list"]).text.contains("desk-day"))
    }

    @Test("the calibration says of every target whether it is met", arguments: [(1, 51), (2, 52)])
    func calibration(version: Int, inside: Int) throws {
        let document = try Program.run(["simulate", "--calibration", "--json", "--model", "\(version)"]).object()
        #expect(document["model"] as? Int == version)
        #expect(document["inside"] as? Int == inside)
        let targets = try #require(document["targets"] as? [[String: Any]])
        #expect(targets.count == 52 && targets.filter { $0["inside"] as? Bool == true }.count == inside)
        let words = try Program.run(["simulate", "--calibration", "--model", "\(version)"])
        #expect(words.status == 0)
        #expect(words.text.contains("t25b") && words.text.contains("\(inside) of 52"))
    }

    @Test("version 1 runs unless version 2 is asked for")
    func versions() throws {
        let usual = try Program.run(["simulate", "press", "--start", "latent", "--csv"])
        #expect(
            try Program.run(["simulate", "press", "--start", "latent", "--csv", "--model", "1"]).output == usual.output)
        #expect(
            try Program.run(["simulate", "press", "--start", "latent", "--csv", "--model", "2"]).output != usual.output)
    }

    @Test(
        "what cannot be simulated ends with 2 and says what is allowed",
        arguments: [
            ["simulate"], ["simulate", "massage"], ["simulate", "press*0"], ["simulate", "none.json"],
            ["simulate", "press", "--start", "sore"], ["simulate", "press", "--rtol", "0"],
            ["simulate", "press", "--ensemble", "1"], ["simulate", "press", "--csv", "--json"],
            ["simulate", "--calibration", "press"], ["simulate", "--calibration", "--csv"],
            ["simulate", "press", "--model", "3"], ["simulate", "press", "--model", "2", "--ensemble", "9"],
        ])
    func refused(arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(!run.errors.isEmpty)
    }

    @Test("a bad scenario names the path on standard error")
    func badScenario() throws {
        let run = try Program.run(
            ["simulate", "-"], input: #"{"initial": "healthy", "segments": [{"seconds": 60, "inputs": {"load": 7}}]}"#)
        #expect(run.status == 2)
        #expect(run.errors.contains("segments[0].inputs.load"))
        #expect(run.errors.contains("0 to 1"))
    }
}

/// Whether a text is XML.
private enum XMLCheck {
    static func isWellFormed(_ data: Data) throws -> Bool {
        let text = String(decoding: data, as: UTF8.self)
        let opened = text.matches(of: /<(svg|text|title)\b/).count
        let closed = text.matches(of: /<\/(svg|text|title)>/).count
        return text.hasPrefix("<svg") && opened == closed && opened > 5
    }
}
