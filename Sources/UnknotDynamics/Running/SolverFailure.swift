/// Why a run could not be finished. Times are counted from the start of the segment.
public enum SolverFailure: Error, Hashable, Sendable {
    /// The step would have to be so small that time no longer moves.
    case stepTooSmall(segment: Int, time: Double)
    /// More steps than allowed.
    case tooManySteps(segment: Int, time: Double)
    /// The derivative at the start of a segment is not a number.
    case notFinite(segment: Int)
    /// The caller wanted to stop.
    case cancelled
}
