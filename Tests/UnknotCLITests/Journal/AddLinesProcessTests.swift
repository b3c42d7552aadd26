import Foundation
import Testing

@Suite("unknot journal add --lines, as a process")
struct AddLinesProcessTests {
    private static func pain(_ now: Int, _ fields: String = "") -> String {
        #"{"kind": "pain", "at": "2026-03-01T08:00:00+01:00", "payload": {"now": \#(now)}\#(fields)}"# + "\n"
    }

    @Test func `every line is answered in order, bad ones with what is wrong`() throws {
        try JournalFolder.with { journal throws in
            let id = "0190b6a1-7c3e-7abc-8def-00000000000a"
            let input =
                Self.pain(1) + "\n" + Self.pain(11) + Self.pain(2, #", "id": "\#(id)""#) + "no JSON\n"
                + Self.pain(3, #", "id": "\#(id)""#) + Self.pain(2, #", "id": "\#(id)""#)
                + Self.pain(4).dropLast()
            let outcome = try journal("add", "--lines", input: input)
            #expect(outcome.status == 2)
            let answers = outcome.text.split(separator: "\n").map(String.init)
            #expect(answers.map { $0.hasPrefix("{") } == [false, true, false, true, true, false, false])
            #expect(answers[2] == id && answers[5] == id)
            #expect(answers[1].contains("payload.now") && answers[4].contains(id))
            let kept = try journal.list().compactMap { $0["id"] as? String }
            #expect(Set(kept) == Set(answers.filter { !$0.hasPrefix("{") }))
        }
    }

    @Test func `an answer comes before the next line is sent, and what is answered is on the disk`() throws {
        try JournalFolder.with { journal throws in
            let process = try Program.process(
                ["journal", "add", "--lines"], ["UNKNOT_DATA": journal.folder.path, "HOME": "/"])
            let (input, output) = (Pipe(), Pipe())
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            var ids: [String] = []
            for now in 0..<5 {
                try input.fileHandleForWriting.write(contentsOf: Data(Self.pain(now).utf8))
                var line = Data()
                while line.last != UInt8(ascii: "\n") {
                    let piece = output.fileHandleForReading.availableData
                    if piece.isEmpty { break }
                    line += piece
                }
                ids.append(String(decoding: line.dropLast(), as: UTF8.self))
            }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(try journal.list().compactMap { $0["id"] as? String } == ids.reversed())
        }
    }

    @Test func `many lines are quick`() throws {
        try JournalFolder.with { journal throws in
            let clock = ContinuousClock()
            let input = (0..<5_000).map { Self.pain($0 % 11) }.joined()
            var outcome: Program.Outcome?
            let time = try clock.measure { outcome = try journal("add", "--lines", input: input) }
            #expect(outcome?.status == 0)
            #expect(outcome?.text.split(separator: "\n").count == 5_000)
            #expect(try journal("stats", "--json").object()["written"] as? Int == 5_000)
            // One transaction a line would take far longer; the speed itself is for the benchmarks.
            #expect(time < .seconds(30))
        }
    }
}
