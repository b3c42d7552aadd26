import UnknotDynamics

extension KnotVector where Element == Double {
    /// The stable state without a knot at an ordinary day's average.
    public static var healthy: KnotState {
        regime(
            fatigue: 0.000604, oxygen: 29.54127908, energy: 0.9912671085, lactate: 2.56195026, drive: 0.1628587201,
            contracture: 0.004438339931, damage: 3.572408199e-13, mediators: 1.036381628,
            sensitisation: 1.344355277e-07, centralSensitisation: 0.0005494005012)
    }

    /// The stable state with a latent knot at an ordinary day's average.
    public static var latent: KnotState {
        regime(
            fatigue: 0.000604, oxygen: 3.558250004, energy: 0.9081845641, lactate: 4.471057978, drive: 0.5780855214,
            contracture: 0.6620701609, damage: 9.721875726e-12, mediators: 1.627041197, sensitisation: 0.01172326194,
            centralSensitisation: 0.02529122726)
    }

    /// The stable state with an active knot under stress and with lost sleep (`KnotInputs.perpetuating`).
    public static var active: KnotState {
        regime(
            fatigue: 0.002504390244, oxygen: 2.090717284, energy: 0.848338865, lactate: 5.279052444,
            drive: 0.6418907385, contracture: 0.6812438984, damage: 4.299732825e-07, mediators: 4.811407792,
            sensitisation: 0.9418367878, centralSensitisation: 0.7946969281)
    }

    /// A stable state of the reference table `steady_states.csv`: structure follows contracture, the rest is at zero.
    private static func regime(
        fatigue: Double, oxygen: Double, energy: Double, lactate: Double, drive: Double, contracture: Double,
        damage: Double, mediators: Double, sensitisation: Double, centralSensitisation: Double
    ) -> KnotState {
        var state = KnotState(everywhere: 0)
        state.fatigue = fatigue
        state.oxygen = oxygen
        state.energy = energy
        state.lactate = lactate
        state.drive = drive
        state.contracture = contracture
        state.damage = damage
        state.mediators = mediators
        state.sensitisation = sensitisation
        state.centralSensitisation = centralSensitisation
        state.structure = contracture
        return state
    }
}
