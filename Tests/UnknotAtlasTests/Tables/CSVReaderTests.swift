import SeededRandom
import Testing

@testable import UnknotAtlas

@Suite("CSV reader")
struct CSVReaderTests {
    private func fields(_ text: String) throws -> [[String]] {
        try CSVReader.rows(of: text, file: "t.csv").get().map { $0.map(\.text) }
    }

    private func problem(_ text: String) -> TableProblem? {
        guard case .failure(let error) = CSVReader.rows(of: text, file: "t.csv") else { return nil }
        return error.problems.first
    }

    @Test(
        "quotes, line ends and empty fields are read as RFC 4180 says",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
            (",\n,", [["", ""], ["", ""]]),
            ("a\n\"\"\n", [["a"], [""]]),
            ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
            ("\"\"\"\"\n", [["\""]]),
            ("\"two\nlines\",b\n", [["two\nlines", "b"]]),
            ("\"two\r\nlines\",b\r\n", [["two\r\nlines", "b"]]),
            ("é,🙂\n", [["é", "🙂"]]),
            (" a , b \n", [[" a ", " b "]]),
        ])
    func known(text: String, expected: [[String]]) throws {
        #expect(try fields(text) == expected)
    }

    @Test(
        "what could be silently repaired is refused at its place",
        arguments: [
            ("a,b\n\"1,2\n", 2, 1, "never closed"),
            ("a\n\"1\n\n", 2, 1, "never closed"),
            ("a,b\n1,x\"y\n", 2, 4, "quote inside a field"),
            ("a,b\n1,\"x\"y\n", 2, 6, "after a closing quote"),
            ("a,b\n1,\"x\" \n", 2, 6, "after a closing quote"),
            ("a,b\n1,\"x\"\r", 2, 6, "after a closing quote"),
            ("a,b\n1,x\u{0}y\n", 2, 4, "NUL"),
            ("a,b\n1,\"x\u{0}y\"\n", 2, 5, "NUL"),
            ("a,b\n1,x\ry\n", 2, 4, "carriage return"),
            ("a,b\n1,2\r", 2, 4, "carriage return"),
            ("a,b\r1,2\n", 1, 4, "carriage return"),
            ("é🙂,\"x\"y\n", 1, 7, "after a closing quote"),
            ("\"two\nlines\"x\n", 2, 7, "after a closing quote"),
            ("", 1, 1, "empty"),
        ])
    func refused(text: String, line: Int, column: Int, reason: String) throws {
        let problem = try #require(self.problem(text))
        #expect(problem.file == "t.csv")
        #expect(problem.line == line)
        #expect(problem.column == column)
        #expect(problem.reason.contains(reason))
    }

    /// Quotes what must be quoted, and now and then what need not be.
    private func written(_ rows: [[String]], lineEnd: String, _ random: inout SplitMix64) -> String {
        rows.map { row in
            row.map { field in
                let needsQuotes = field.contains { ",\"\n\r\r\n".contains($0) } || Bool.random(using: &random)
                return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
            }.joined(separator: ",")
        }.joined(separator: lineEnd)
    }

    @Test("random fields come back as they were written", arguments: 1...200)
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet = ["a", "b", " ", ",", "\"", "\n", "\r\n", "\r", ";", "|", "é", "🙂", "e\u{301}", "'", "\t"]
        let width = Int.random(in: 1...5, using: &random)
        let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
            (0..<width).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "" }
                    .joined()
            }
        }
        let lineEnd = Bool.random(using: &random) ? "\n" : "\r\n"
        // A last line of one empty field cannot be told from the end of the file.
        let end = rows.last == [""] ? lineEnd + "\"\"" + lineEnd : lineEnd
        let expected = rows.last == [""] ? rows + [[""]] : rows
        let text = written(rows, lineEnd: lineEnd, &random) + end
        let read = try fields(text)
        #expect(read.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
    }

    @Test("fields know their line and column, also after fields of several lines")
    func positions() throws {
        let rows = try CSVReader.rows(of: "a,b\n\"1\n2\",é,x\n3,4\n", file: "t.csv").get()
        #expect(rows[1].map(\.line) == [2, 3, 3])
        #expect(rows[1].map(\.column) == [1, 4, 6])
        #expect(rows[2].map(\.line) == [4, 4])
    }
}
