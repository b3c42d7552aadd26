import UnknotDynamics

/// The equations with fixed parameters and inputs, for other solvers and for studies of stability.
public struct KnotEquations: Sendable {
    private let system: KnotSystem<Double, NominalPowers>

    /// Works out what does not depend on the state.
    ///
    /// - Returns: nil unless the exponents are the nominal ones.
    public init?(_ parameters: KnotParameters, _ inputs: KnotInputs) {
        guard parameters.hasNominalExponents else { return nil }
        system = KnotSystem(coefficients: KnotCoefficients(parameters, inputs))
    }

    /// The change of each state per hour.
    public func derivative(at state: KnotState) -> KnotState {
        system.derivative(at: state)
    }

    /// The entries of the Jacobian that are not zero for every state, row after row.
    public func jacobian(at state: KnotState, _ take: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
        let j = system.linearised(at: state).jacobian
        take(0, 0, j.fF)
        take(1, 1, j.hH)
        take(12, 12, j.xX)
        take(13, 13, j.gG)
        take(2, 0, j.oF)
        take(2, 1, j.oH)
        take(2, 2, j.oO)
        take(2, 3, j.oE)
        take(2, 6, j.oC)
        take(3, 0, j.eF)
        take(3, 2, j.eO)
        take(3, 3, j.eE)
        take(3, 6, j.eC)
        take(4, 0, j.lF)
        take(4, 1, j.lH)
        take(4, 2, j.lO)
        take(4, 3, j.lE)
        take(4, 6, j.lC)
        take(4, 4, j.lL)
        take(5, 0, j.aF)
        take(5, 1, j.aH)
        take(5, 13, j.aG)
        take(5, 2, j.aO)
        take(5, 3, j.aE)
        take(5, 4, j.aL)
        take(5, 6, j.aC)
        take(5, 7, j.aD)
        take(5, 8, j.aM)
        take(5, 9, j.aS)
        take(5, 10, j.aZ)
        take(5, 5, j.aA)
        take(6, 5, j.cA)
        take(6, 6, j.cC)
        take(6, 3, j.cE)
        take(6, 11, j.cK)
        take(7, 1, j.dH)
        take(7, 13, j.dG)
        take(7, 6, j.dC)
        take(7, 8, j.dM)
        take(7, 9, j.dS)
        take(7, 10, j.dZ)
        take(7, 7, j.dD)
        take(8, 7, j.mD)
        take(8, 2, j.mO)
        take(8, 9, j.mS)
        take(8, 10, j.mZ)
        take(8, 8, j.mM)
        take(9, 8, j.sM)
        take(9, 9, j.sS)
        take(10, 13, j.zG)
        take(10, 2, j.zO)
        take(10, 8, j.zM)
        take(10, 9, j.zS)
        take(10, 10, j.zZ)
        take(11, 6, j.kC)
        take(11, 11, j.kK)
    }
}
