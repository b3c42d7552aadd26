public import UnknotPhysiology

/// A scenario that was run once, with its name.
public struct KnotRun: Sendable {
    /// The name for headings.
    public let name: String
    /// What happened.
    public let scenario: KnotScenario
    /// What came of it.
    public let trajectory: KnotTrajectory
    /// The model that was run.
    public let model: KnotModel

    /// Puts a result beside what it is the result of.
    public init(name: String, scenario: KnotScenario, trajectory: KnotTrajectory, model: KnotModel) {
        self.name = name
        self.scenario = scenario
        self.trajectory = trajectory
        self.model = model
    }

    /// What a person can notice at every sample.
    public var outputs: [KnotOutputs] {
        trajectory.samples.map { model.outputs(at: $0.state, scenario.segments[$0.segment].inputs) }
    }
}

/// A scenario that an ensemble went through, with its name.
public struct KnotEnsembleRun: Sendable {
    /// The name for headings.
    public let name: String
    /// What happened.
    public let scenario: KnotScenario
    /// What came of it.
    public let bands: KnotBands

    /// Puts a result beside what it is the result of.
    public init(name: String, scenario: KnotScenario, bands: KnotBands) {
        self.name = name
        self.scenario = scenario
        self.bands = bands
    }
}
