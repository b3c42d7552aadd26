import Testing
import UnknotExchange

@Suite("Cutting a stream into lines")
struct LineCutterTests {
    private func cut(_ text: String, pieces: Int, limit: Int = 10) -> [NumberedLine] {
        var cutter = LineCutter(limit: limit)
        let bytes = Array(text.utf8)
        var lines: [NumberedLine] = []
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            lines += cutter.feed(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        if let last = cutter.finish() { lines.append(last) }
        return lines
    }

    @Test(arguments: 1...9)
    func `gives the same lines whatever the pieces`(pieces: Int) {
        let lines = cut("a\n\n  \r\nbc\r\n0123456789\n0123456789x\nend", pieces: pieces)
        #expect(lines.map(\.number) == [1, 4, 5, 6, 7])
        #expect(
            lines.map { $0.bytes.map { String(decoding: $0, as: UTF8.self) } }
                == ["a", "bc\r", "0123456789", nil, "end"])
    }

    @Test func `nothing gives nothing`() {
        #expect(cut("", pieces: 1).isEmpty)
        #expect(cut("\n\n", pieces: 1).isEmpty)
    }
}

@Suite("Taking a list apart")
struct ObjectListTests {
    @Test func `gives each item as it stands`() throws {
        let items = try ObjectList.objects(in: Array(#" [ {"a": [1, "]"]} , {} ,4] "#.utf8))
        #expect(items.map { String(decoding: $0, as: UTF8.self) } == [#"{"a": [1, "]"]}"#, "{}", "4"])
        #expect(try ObjectList.objects(in: Array("[]".utf8)).isEmpty)
    }

    @Test(arguments: ["", "{}", "[", "[1,]", "[1 2]", "[1],2", #"[1],"x":[2]"#, "[1]}", "[,]"])
    func `refuses what is no list`(text: String) {
        #expect(throws: (any Error).self) { try ObjectList.objects(in: Array(text.utf8)) }
    }
}
