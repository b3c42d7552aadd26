/// How hard a run was.
public struct RunStatistics: Hashable, Sendable {
    /// Steps that were kept.
    public var steps = 0
    /// Steps thrown away because their error was too large.
    public var rejectedForError = 0
    /// Steps thrown away because they left the box.
    public var rejectedForBox = 0
    /// The smallest step that was kept and was not cut off by the end of a segment.
    public var smallestStep = Double.infinity
    /// The largest step that was kept.
    public var largestStep = 0.0
    /// Evaluations of the derivative, those that came with a Jacobian included.
    public var evaluations = 0

    /// Nothing yet.
    public init() {}

    /// Steps that were tried: each took one Jacobian and one factorisation.
    public var attempts: Int { steps + rejectedForError + rejectedForBox }

    /// The sum of two runs.
    public static func + (left: Self, right: Self) -> Self {
        var sum = left
        sum.steps += right.steps
        sum.rejectedForError += right.rejectedForError
        sum.rejectedForBox += right.rejectedForBox
        sum.smallestStep = min(left.smallestStep, right.smallestStep)
        sum.largestStep = max(left.largestStep, right.largestStep)
        sum.evaluations += right.evaluations
        return sum
    }
}
