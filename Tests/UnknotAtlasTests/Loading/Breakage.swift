import Testing
import UnknotAtlas

/// One field of one table put out of order, and what must be said about it, at its own place.
struct Breakage: Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let column: String
    let value: String
    let says: String

    init(_ file: String, _ line: Int, _ column: String, _ value: String, says: String) {
        self.file = file
        self.line = line
        self.column = column
        self.value = value
        self.says = says
    }

    var description: String { "\(file):\(line) \(column) = “\(value)”" }

    /// What is said about the tiny tables once the field is broken.
    func problems() throws -> [TableProblem] { try broken().problems }

    /// Breaks the tiny tables and expects one problem exactly where the field stands.
    func expectRefused(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let (problems, start) = try broken()
        #expect(
            problems.contains { $0.file == file && $0.line == line && $0.column == start && $0.reason.contains(says) },
            "expected \(file):\(line):\(start), got \(problems)", sourceLocation: sourceLocation)
    }

    /// The problems, and the column of the text in which the field stands.
    private func broken() throws -> (problems: [TableProblem], start: Int) {
        var lines = try #require(TinyTables.files[file]).split(separator: "\n", omittingEmptySubsequences: false)
        // The rows that tests break have no comma inside of a field before the broken one.
        var fields = lines[line - 1].split(separator: ",", omittingEmptySubsequences: false)
        let index = try #require(lines[0].split(separator: ",").firstIndex { $0 == column })
        let start = 1 + fields[..<index].reduce(0) { $0 + $1.count + 1 }
        try #require(fields[index] != value, "the field is already like that")
        fields[index] = Substring(value)
        lines[line - 1] = Substring(fields.joined(separator: ","))
        let text = lines.joined(separator: "\n")
        return (TinyTables.problems(file) { _ in text }, start)
    }
}
