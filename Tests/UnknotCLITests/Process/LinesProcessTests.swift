import Foundation
import Testing

@Suite("unknot locate --lines, as a process")
struct LinesProcessTests {
    private static func good(_ id: String) -> String {
        #"{"id": "\#(id)", "drawing": [{"region": "paraspinal_l4_s1", "side": "left"}]}"#
    }

    private static func objects(_ outcome: Program.Outcome) throws -> [[String: Any]] {
        try outcome.output.split(separator: UInt8(ascii: "\n")).map {
            try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any] ?? [:]
        }
    }

    @Test("good and bad lines are answered in order, one line each")
    func mixed() throws {
        var input = Data("\(Self.good("a"))\n\n".utf8)
        input += Data(#"{"id": "b", "drawing": [{"region": "nowhere", "side": "left"}]}"#.utf8) + Data("\n".utf8)
        input += Data("{\"id\": \"".utf8) + Data([0xFF]) + Data("\"}\n".utf8)
        input += Data(#"{"id": ""#.utf8) + Data(repeating: 0x78, count: 3 << 20) + Data("\"}\n".utf8)
        input += Data("not json\r\n   \n".utf8)
        input += Data(Self.good("c").utf8)
        let outcome = try Program.run(["locate", "--lines"], input: input)
        let objects = try Self.objects(outcome)
        #expect(outcome.status == 2)
        #expect(outcome.errors.isEmpty)
        #expect(objects.map { $0["id"] as? String } == ["a", "b", nil, nil, nil, "c"])
        #expect(objects.map { $0["error"] != nil } == [false, true, true, true, true, false])
        for object in objects {
            guard let error = object["error"] as? [String: Any] else { continue }
            #expect(Set(error.keys) == ["path", "message", "allowed"])
        }
    }

    @Test("only good lines end with 0, and so does nothing at all")
    func allGood() throws {
        #expect(try Program.run(["locate", "--lines"], input: Self.good("a") + "\n").status == 0)
        let nothing = try Program.run(["locate", "--lines"], input: "\n\n")
        #expect(nothing.status == 0)
        #expect(nothing.output.isEmpty)
    }

    @Test("each line is answered before the next one is sent")
    func streaming() throws {
        let process = try Program.process(["locate", "--lines"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for id in ["a", "b", "c"] {
            try input.fileHandleForWriting.write(contentsOf: Data((Self.good(id) + "\n").utf8))
            let line = Self.line(from: output)
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any]
            #expect(object?["id"] as? String == id)
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("Ctrl-C stops it between two lines")
    func interrupt() throws {
        let process = try Program.process(["locate", "--lines"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data((Self.good("a") + "\n").utf8))
        #expect(Self.line(from: output).last == UInt8(ascii: "\n"))
        process.interrupt()
        // Ends it even if the signal came in the moment before it began to wait.
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
        #expect(output.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }

    @Test("a reader that goes away ends it without a word")
    func brokenPipe() throws {
        try Program.withFolder { folder in
            let input = folder.appending(path: "many.jsonl")
            let lines = (0..<200).map { Self.good("\($0)") + "\n" }.joined()
            try Data(lines.utf8).write(to: input)
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = [
                "-c", #""$0" locate --lines "$1" 2> "$2" | head -n 1"#, try Program.path().path, input.path,
                folder.appending(path: "err").path,
            ]
            let output = Pipe()
            shell.standardOutput = output
            try shell.run()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            shell.waitUntilExit()
            #expect(text.split(separator: UInt8(ascii: "\n")).count == 1)
            #expect(try Data(contentsOf: folder.appending(path: "err")).isEmpty)
        }
    }

    private static func line(from pipe: Pipe) -> Data {
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let piece = pipe.fileHandleForReading.availableData
            if piece.isEmpty { break }
            line += piece
        }
        return line
    }
}
