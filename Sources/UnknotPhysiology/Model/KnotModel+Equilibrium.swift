import UnknotDynamics

/// A state that stays as it is while the inputs last, and whether it holds.
public struct KnotEquilibrium: Hashable, Sendable {
    /// The state.
    public let state: KnotState
    /// In how many directions a small push grows: 0 is stable, 1 a watershed between two stable states.
    public let unstableDirections: Int
    /// The largest change of a state per its own time scale; how exactly the equilibrium was found.
    public let residual: Double
}

extension KnotModel {
    /// A named start as this model knows it: `healthy`, `latent` and `active` are stable states of version 1, and the
    /// same states of another version lie close to them. Other states stay as they are.
    public func start(from state: KnotState) -> KnotState {
        guard parameters.version != .one else { return state }
        switch state {
        case .healthy, .latent: return equilibrium(near: state, .ordinary)?.state ?? state
        case .active: return equilibrium(near: state, .perpetuating)?.state ?? state
        default: return state
        }
    }

    /// Finds the equilibrium near a state by Newton's method.
    ///
    /// Stable ones are found from the end of a long run; watersheds need a start close to them.
    ///
    /// - Returns: nil where the method does not settle within the box of the model, or the exponents are not the nominal
    ///   ones.
    /// - Complexity: At most 40 steps of about a microsecond each, and 14³ operations for the stability.
    public func equilibrium(near start: KnotState, _ inputs: KnotInputs) -> KnotEquilibrium? {
        guard parameters.hasNominalExponents else { return nil }
        let system = KnotSystem<Double, NominalPowers>(coefficients: KnotCoefficients(parameters, inputs))
        var state = start
        for _ in 0..<40 {
            let (slope, jacobian) = system.linearised(at: state)
            let change = system.solve(system.factors(jacobian, shift: 0), slope)
            // A long way is gone in parts, so that the state stays where the equations have meaning.
            let length = zip(change.values, state.values).map { abs($0) / (0.1 + abs($1)) }.max() ?? 0
            guard length.isFinite else { return nil }
            state = state.adding(change, times: min(1, 0.2 / max(length, 1e-300)))
            if length < 1e-13 { break }
        }
        let (slope, jacobian) = system.linearised(at: state)
        let matrix = jacobian.dense
        let residual = slope.values.enumerated().map { abs($1) / max(abs(matrix[$0][$0]), 1e-6) }.max() ?? .infinity
        guard residual < 1e-9, system.excess(of: state) < 1e-9 else { return nil }
        return KnotEquilibrium(
            state: state, unstableDirections: MatrixSign.eigenvaluesRightOfZero(matrix), residual: residual)
    }
}
