import UnknotDynamics

/// What the experiments of the calibration start from, with the tools they share.
///
/// The protocols are those of the specification's `reference/calibration.py`.
struct CalibrationBench: Sendable {
    /// A knot as a clinic sees it: after twenty minutes without load.
    struct Subject: Sendable {
        let state: KnotState
        /// What acts on it at rest: its usual stress and sleep without load.
        let inputs: KnotInputs
        let outputs: KnotOutputs
        let diagnostics: KnotDiagnostics
    }

    let model: KnotModel
    private let settings: SolverSettings

    /// The stable states before they come to the clinic.
    let settledHealthy: KnotState
    let settledLatent: KnotState
    let settledActive: KnotState
    /// The same at rest, and a young latent knot that is not yet consolidated.
    let healthy: Subject
    let latent: Subject
    let active: Subject
    let young: Subject

    init(_ model: KnotModel, _ settings: SolverSettings) throws(SolverFailure) {
        self.model = model
        self.settings = settings
        let run = Runner(model: model, settings: settings)
        settledHealthy = try run.settledHealthy(.ordinary)
        settledLatent = try run.settledLatent(.ordinary)
        settledActive = try run.settledActive(.perpetuating)
        healthy = try run.atRest(settledHealthy, .ordinary)
        latent = try run.atRest(settledLatent, .ordinary)
        active = try run.atRest(settledActive, .perpetuating)
        var fresh = settledHealthy
        fresh.contracture = 0.6
        fresh.structure = 0.38
        young = try run.atRest(run.end(fresh, days: 2, .ordinary), .ordinary)
    }

    /// The state at the end of a time with constant inputs.
    func end(_ state: KnotState, seconds: Double, _ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        try Runner(model: model, settings: settings).end(state, seconds: seconds, inputs)
    }

    /// The state some days later.
    func end(_ state: KnotState, days: Double, _ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        try end(state, seconds: days * 86_400, inputs)
    }

    /// What a clinic sees twenty minutes later.
    func atRest(_ state: KnotState, _ inputs: KnotInputs) throws(SolverFailure) -> Subject {
        try Runner(model: model, settings: settings).atRest(state, inputs)
    }

    /// The press threshold in kg/cm².
    func threshold(_ state: KnotState, _ inputs: KnotInputs) -> Double {
        model.outputs(at: state, inputs).pressThreshold
    }

    /// A subject pressed for a while and left alone for half a minute, some times over.
    func pressed(
        _ state: KnotState, _ inputs: KnotInputs, pressure: Double = 2.5, seconds: Double = 90, times: Int = 1
    ) throws(SolverFailure) -> KnotState {
        var pressing = inputs
        pressing.press = pressure
        var state = state
        for _ in 0..<times {
            state = try end(state, seconds: seconds, pressing)
            state = try end(state, seconds: 30, inputs)
        }
        return state
    }

    /// How much the threshold has risen a minute and a half after a press, kg/cm².
    func gain(of subject: Subject, seconds: Double = 90) throws(SolverFailure) -> Double {
        let pressed = try pressed(subject.state, subject.inputs, seconds: seconds)
        let later = try end(pressed, seconds: 90, subject.inputs)
        return threshold(later, subject.inputs) - subject.outputs.pressThreshold
    }

    /// kPa in one kg/cm².
    static let kilopascals = 98.0665
}

/// Runs the model; the part of the bench that its own start needs.
private struct Runner {
    let model: KnotModel
    let settings: SolverSettings

    func end(_ state: KnotState, seconds: Double, _ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        let segment = KnotSegment(seconds: seconds, inputs)
        let run = try model.simulate(KnotScenario(initial: state, segments: [segment]), settings)
        return run.samples.last?.state ?? state
    }

    func end(_ state: KnotState, days: Double, _ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        try end(state, seconds: days * 86_400, inputs)
    }

    func atRest(_ state: KnotState, _ inputs: KnotInputs) throws(SolverFailure) -> CalibrationBench.Subject {
        var resting = inputs
        resting.load = 0
        resting.held = 0
        let later = try end(state, seconds: 1_200, resting)
        return CalibrationBench.Subject(
            state: later, inputs: resting, outputs: model.outputs(at: later, resting),
            diagnostics: model.diagnostics(at: later, resting))
    }

    func settledHealthy(_ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        var start = KnotState.healthy
        start.oxygen = 29
        start.energy = 0.995
        start.lactate = 3.1
        start.drive = 0.2
        start.contracture = 0.02
        start.structure = 0.02
        return try end(start, days: 300, inputs)
    }

    func settledLatent(_ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        var start = try settledHealthy(inputs)
        start.contracture = 0.7
        start.structure = 0.65
        return try end(start, days: 500, inputs)
    }

    func settledActive(_ inputs: KnotInputs) throws(SolverFailure) -> KnotState {
        var start = try settledLatent(inputs)
        start.mediators = 5
        start.sensitisation = 0.95
        start.centralSensitisation = 0.8
        return try end(start, days: 500, inputs)
    }
}
