/// Why an intake was refused: which field, what is wrong with it, and what would be right.
public struct IntakeProblem: Error, Hashable, Sendable {
    /// The field, such as `drawing[0].intensity`; empty when the whole text is meant.
    public let path: String
    /// What is wrong, in one sentence.
    public let message: String
    /// What is allowed instead.
    public let allowed: String
    /// The `id` of the intake, when it could still be read.
    public var id: String?

    /// States a problem.
    public init(path: String, message: String, allowed: String, id: String? = nil) {
        self.path = path
        self.message = message
        self.allowed = allowed
        self.id = id
    }
}
