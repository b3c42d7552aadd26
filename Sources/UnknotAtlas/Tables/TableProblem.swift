/// One thing that is wrong in a table of the knowledge base.
public struct TableProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file, such as `muscles.csv`.
    public let file: String
    /// The line in the file, from 1.
    public let line: Int
    /// The character in that line at which the field starts, from 1.
    public let column: Int
    /// What is wrong, with the offending text.
    public let reason: String

    /// States a problem.
    public init(file: String, line: Int, column: Int, reason: String) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

    /// `file:line:column: reason`, as compilers print it.
    public var description: String { "\(file):\(line):\(column): \(reason)" }
}

/// The knowledge base cannot be used; every bad row is named.
public struct AtlasError: Error, Hashable, Sendable, CustomStringConvertible {
    /// All that is wrong, in the order of the files.
    public let problems: [TableProblem]

    /// Wraps the problems of a load.
    public init(problems: [TableProblem]) {
        self.problems = problems
    }

    /// One problem a line.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
