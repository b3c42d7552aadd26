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
        system.linearised(at: state).jacobian.entries(take)
    }
}

extension KnotJacobian where Element == Double {
    /// The entries that are not zero for every state, row after row.
    func entries(_ take: (_ row: Int, _ column: Int, _ value: Double) -> Void) {
        take(0, 0, fF)
        take(1, 1, hH)
        take(12, 12, xX)
        take(13, 13, gG)
        take(2, 0, oF)
        take(2, 1, oH)
        take(2, 2, oO)
        take(2, 3, oE)
        take(2, 6, oC)
        take(3, 0, eF)
        take(3, 2, eO)
        take(3, 3, eE)
        take(3, 6, eC)
        take(4, 0, lF)
        take(4, 1, lH)
        take(4, 2, lO)
        take(4, 3, lE)
        take(4, 6, lC)
        take(4, 4, lL)
        take(4, 13, lG)
        take(5, 0, aF)
        take(5, 1, aH)
        take(5, 13, aG)
        take(5, 2, aO)
        take(5, 3, aE)
        take(5, 4, aL)
        take(5, 6, aC)
        take(5, 7, aD)
        take(5, 8, aM)
        take(5, 9, aS)
        take(5, 10, aZ)
        take(5, 5, aA)
        take(6, 5, cA)
        take(6, 6, cC)
        take(6, 3, cE)
        take(6, 11, cK)
        take(7, 1, dH)
        take(7, 13, dG)
        take(7, 6, dC)
        take(7, 8, dM)
        take(7, 9, dS)
        take(7, 10, dZ)
        take(7, 7, dD)
        take(8, 7, mD)
        take(8, 2, mO)
        take(8, 9, mS)
        take(8, 10, mZ)
        take(8, 8, mM)
        take(9, 8, sM)
        take(9, 9, sS)
        take(10, 13, zG)
        take(10, 2, zO)
        take(10, 8, zM)
        take(10, 9, zS)
        take(10, 10, zZ)
        take(11, 6, kC)
        take(11, 11, kK)
    }

    /// All entries.
    var dense: [[Double]] {
        var rows = Array(repeating: Array(repeating: 0.0, count: KnotState.count), count: KnotState.count)
        entries { row, column, value in rows[row][column] = value }
        return rows
    }
}
