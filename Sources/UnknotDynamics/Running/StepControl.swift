/// Chooses the next step from the error of the last one.
@usableFromInline
struct StepControl: Sendable {
    /// Steps are made this much shorter than the error would allow.
    @usableFromInline static let safety = 0.9
    /// The most that a step may shrink at once.
    @usableFromInline static let shrink = 0.2
    /// The most that a step may grow at once.
    @usableFromInline static let growth = 8.0

    /// How much a step shrinks that left the box.
    @usableFromInline static let boxFactor = 0.5

    /// By what to multiply the step; the error is in units of what is allowed.
    ///
    /// The error of the embedded result falls with the power of the order of the method, so that is the root taken.
    @inlinable
    static func factor(error: Double, order: Int) -> Double {
        guard error < .infinity else { return shrink }
        guard error > 1e-12 else { return growth }
        let half = error.squareRoot()
        let root = order == 4 ? half.squareRoot() : (error.logarithm * (1 / Double(order))).exponential
        return min(growth, max(shrink, safety / root))
    }
}
