import Testing

@testable import UnknotCLI

@Suite("Line splitter")
struct LineSplitterTests {
    private static func lines(_ text: String, limit: Int = 100, piece: Int) -> [LineSplitter.Line] {
        var splitter = LineSplitter(limit: limit)
        var lines: [LineSplitter.Line] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: piece) {
            splitter.feed(Array(bytes[start..<min(start + piece, bytes.count)])) { lines.append($0) }
        }
        splitter.finish { lines.append($0) }
        return lines
    }

    @Test("the lines do not depend on how the bytes arrive", arguments: [1, 2, 3, 5, 64])
    func pieces(_ piece: Int) {
        let found = Self.lines("one\n\n  \r\ntwo\nthree", piece: piece)
        #expect(found == ["one", "two", "three"].map { .text(Array($0.utf8)) })
    }

    @Test("a line above the limit is let go and the next one is whole", arguments: [1, 4, 64])
    func tooLong(_ piece: Int) {
        let found = Self.lines("12345678\n123456789\nok\n", limit: 8, piece: piece)
        #expect(found == [.text(Array("12345678".utf8)), .tooLong, .text(Array("ok".utf8))])
    }

    @Test("nothing gives no line")
    func empty() {
        #expect(Self.lines("", piece: 1).isEmpty)
        #expect(Self.lines("\n\n", piece: 1).isEmpty)
    }
}
