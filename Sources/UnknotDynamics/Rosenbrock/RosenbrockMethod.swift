/// A Rosenbrock method: each step solves a few linear systems with one matrix, and no nonlinear ones.
public protocol RosenbrockMethod: Sendable {
    /// The order with which the error of the result falls.
    static var order: Int { get }
    /// Evaluations of f in one step.
    static var stages: Int { get }
    /// One step; with the polynomial within it only if `dense`.
    static func step<System: StiffSystem>(
        _ system: System, from start: System.State, by step: System.State.Element, dense: Bool
    ) -> RosenbrockStep<System.State>
}

/// What one step found.
public struct RosenbrockStep<State: LaneVector>: Sendable {
    /// The state at its end.
    public var end: State
    /// The difference to the embedded result of one order less.
    public var error: State
    /// Coefficients of the polynomial within the step, if they were asked for.
    public var dense: DenseCoefficients<State>?

    @inlinable
    init(end: State, error: State, dense: DenseCoefficients<State>?) {
        self.end = end
        self.error = error
        self.dense = dense
    }
}

/// The polynomial within a step: y₀(1 − θ) + θ(y₁ + (1 − θ)(first + θ(second + θ·third))).
public struct DenseCoefficients<State: LaneVector>: Sendable {
    @usableFromInline var first: State
    @usableFromInline var second: State
    @usableFromInline var third: State

    @inlinable
    init(first: State, second: State, third: State) {
        self.first = first
        self.second = second
        self.third = third
    }

    /// The coefficients of one member.
    @inlinable
    subscript(lane lane: Int) -> DenseCoefficients<State.Single> {
        DenseCoefficients<State.Single>(first: first[lane: lane], second: second[lane: lane], third: third[lane: lane])
    }

    /// The state at a fraction of the step.
    @inlinable
    func state(at fraction: State.Element, from start: State, to end: State) -> State {
        let rest = 1.0 - fraction
        let inner = first.adding(second.adding(third, times: fraction), times: fraction)
        return State(everywhere: 0).adding(start, times: rest).adding(end, times: fraction)
            .adding(inner, times: fraction * rest)
    }
}
