public import UnknotRecord

/// A line of an archive that cannot be taken.
public struct ArchiveRefusal: Error, Hashable, Sendable {
    /// The line, from 1; 0 when the entry comes from a store and not from a file.
    public let line: Int
    /// What is wrong with it.
    public let problem: IntakeProblem

    /// States a refusal.
    public init(line: Int, problem: IntakeProblem) {
        self.line = line
        self.problem = problem
    }
}
