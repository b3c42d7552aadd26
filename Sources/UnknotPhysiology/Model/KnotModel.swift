import UnknotDynamics

/// The equations of a knot with one choice of constants.
///
/// A model of a contested mechanism, not a measurement.
public struct KnotModel: Sendable {
    /// The constants.
    public var parameters: KnotParameters

    /// Uses the nominal constants or others.
    public init(_ parameters: KnotParameters = .nominal) {
        self.parameters = parameters
    }

    /// The nominal constants of a version.
    public init(version: KnotModelVersion) {
        self.init(KnotParameters(version))
    }

    /// The change of each state per hour.
    public func derivative(at state: KnotState, _ inputs: KnotInputs) -> KnotState {
        let coefficients = KnotCoefficients(parameters, inputs)
        guard parameters.hasNominalExponents else {
            return KnotSystem<Double, FreePowers>(coefficients: coefficients).derivative(at: state)
        }
        return KnotSystem<Double, NominalPowers>(coefficients: coefficients).derivative(at: state)
    }

    /// What a person can notice.
    public func outputs(at state: KnotState, _ inputs: KnotInputs) -> KnotOutputs {
        KnotOutputs(state, inputs, parameters)
    }

    /// The hidden quantities.
    public func diagnostics(at state: KnotState, _ inputs: KnotInputs) -> KnotDiagnostics {
        KnotDiagnostics(state, inputs, parameters)
    }
}
