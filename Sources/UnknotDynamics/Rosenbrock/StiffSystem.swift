/// An autonomous system of ordinary differential equations, dy/dt = f(y).
///
/// What depends on time enters as inputs that are constant between breakpoints (`Workload`), so that f does not.
/// The system also solves its own linear equations: a small system knows best which entries of its Jacobian are zero.
public protocol StiffSystem: Sendable {
    /// The vector y.
    associatedtype State: LaneVector
    /// Whatever the system keeps of ∂f/∂y.
    associatedtype Jacobian
    /// What it needs to solve with `shift · I − ∂f/∂y`.
    associatedtype Factors

    /// f(y).
    func derivative(at state: State) -> State
    /// f(y) and its Jacobian; f has the same bits as `derivative(at:)`.
    func linearised(at state: State) -> (derivative: State, jacobian: Jacobian)
    /// Prepares solving with `shift · I − jacobian`.
    func factors(_ jacobian: Jacobian, shift: State.Element) -> Factors
    /// Solves for one right-hand side.
    func solve(_ factors: Factors, _ rightHandSide: State) -> State
    /// How far the state lies outside of the box in which it must stay, in the worst component; at most 0 inside.
    func excess(of state: State) -> State.Element
}

extension StiffSystem {
    /// No box: every state is allowed.
    @inlinable
    public func excess(of state: State) -> State.Element { State.Element(everywhere: 0) }
}
