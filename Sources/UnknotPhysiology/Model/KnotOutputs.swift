import UnknotDynamics

/// What a knot may be called.
public enum KnotLabel: String, CaseIterable, Sendable {
    /// Too little contracture to speak of a knot.
    case none
    /// A knot that does not hurt by itself.
    case latent
    /// A knot that hurts by itself.
    case active
}

/// What a person can notice (specification, section 6).
public struct KnotOutputs: Hashable, Sendable {
    /// Spontaneous pain, 0...10.
    public let pain: Double
    /// Pain under the tool, 0...10: about 1.1 at the threshold and 5 at twice that.
    public let evokedPain: Double
    /// The pressure at which pressing starts to hurt (PPT), kg/cm².
    public let pressThreshold: Double
    /// Shear stiffness, kPa.
    public let firmness: Double
    /// Range of side bending, degrees.
    public let range: Double
    /// None, latent or active.
    public let label: KnotLabel

    /// Contracture from which one speaks of a knot.
    public static let knotContracture = 0.25
    /// Pain from which a knot is active.
    public static let activePain = 1.0

    /// The outputs at a state.
    public init(_ y: KnotState, _ u: KnotInputs, _ p: KnotParameters) {
        let share = p[.pM] / (y.oxygen + p[.pM])
        let ischaemia = KnotShapes.hill(share, p[.iH], p[.nI])
        let ready = p[.n0] + (1 - p[.n0]) * y.sensitisation
        let direct = p[.cN] * (y.mediators - 1) * ready + p[.nINoc] * ischaemia
        let nociception = direct * (1 - p[.nG] * y.analgesia)
        let felt = nociception * (1 + p[.painZ] * y.centralSensitisation) * (1 + p[.painHyd] * y.dehydration)
        pain = 10 * KnotShapes.hill(felt, p[.painH], p[.painN])

        let nerves = p[.bS] * y.sensitisation + p[.bZ] * y.centralSensitisation + p[.bM] * (y.mediators - 1)
        let tissue = p[.bC] * y.contracture + p[.bHyd] * y.dehydration + p[.bSl] * u.sleepLoss
        pressThreshold = p[.ppt0] * (1 + p[.bG] * y.analgesia) / (1 + nerves + tissue)
        evokedPain = 10 * KnotShapes.hill(u.press * u.cover / pressThreshold, p[.evH], p[.evN])

        let stiffening = p[.muC] * y.contracture + p[.muK] * y.structure
        firmness = p[.mu0] + stiffening * (1 - p[.muX] * y.creep)
        let shortening = p[.rC] * y.contracture + p[.rK] * y.structure
        range = p[.rom0] - shortening - p[.rPain] * pain + p[.rX] * y.creep
        label = y.contracture < Self.knotContracture ? .none : (pain >= Self.activePain ? .active : .latent)
    }
}

/// The hidden quantities of the model at one state, which nobody can measure in a knot.
public struct KnotDiagnostics: Hashable, Sendable {
    /// Interstitial pH.
    public let acidity: Double
    /// Blood flow relative to rest.
    public let relativeFlow: Double
    /// Pressure in the muscle, mmHg.
    public let musclePressure: Double
    /// Ischaemia index, 0...1.
    public let ischaemia: Double
    /// Nociceptive drive.
    public let nociception: Double
    /// Oxygen uptake, mL/100 g/min.
    public let oxygenUptake: Double
    /// Arteriolar conductance relative to its minimum.
    public let conductance: Double
    /// The drop of PO₂ from venous blood to tissue, mmHg.
    public let kroghDrop: Double

    /// The hidden quantities at a state.
    public init(_ y: KnotState, _ u: KnotInputs, _ p: KnotParameters) {
        let q = KnotAlgebra<Double, FreePowers>(y, KnotCoefficients(p, u))
        acidity = p[.restingPH] - (y.lactate - p[.l0]) / p[.betPH]
        relativeFlow = q.flow
        musclePressure = q.musclePressure
        ischaemia = q.ischaemia.value
        nociception = q.nociception
        oxygenUptake = q.uptake
        conductance = q.conductance
        kroghDrop = q.uptake * q.krogh
    }
}
