import UnknotDynamics

/// One member whose samples are kept.
struct TrajectoryLoad<Powers: PowerLaw>: Workload {
    typealias System = KnotSystem<Double, Powers>

    private let parameters: KnotParameters
    private let scenario: KnotScenario
    private let progress: (Double) -> Bool
    private var samples: [KnotTrajectory.Sample] = []
    /// Seconds before the present segment: whole seconds add up without rounding.
    private var secondsBefore = 0.0
    private var outcome: Result<RunStatistics, SolverFailure> = .failure(.cancelled)

    private init(_ parameters: KnotParameters, _ scenario: KnotScenario, _ progress: @escaping (Double) -> Bool) {
        self.parameters = parameters
        self.scenario = scenario
        self.progress = progress
        samples.reserveCapacity(scenario.sampleCount)
        samples.append(KnotTrajectory.Sample(hours: 0, segment: 0, state: scenario.initial))
    }

    static func run(
        _ parameters: KnotParameters, _ scenario: KnotScenario, _ settings: SolverSettings,
        _ progress: @escaping (Double) -> Bool
    ) -> Result<KnotTrajectory, SolverFailure> {
        var load = Self(parameters, scenario, progress)
        let system = System(coefficients: KnotCoefficients(parameters, scenario.segments[0].inputs))
        switch settings.method {
        case .rodas4:
            var integrator = LaneIntegrator<Self, Rodas4>(system, members: 0..<1, settings: settings)
            integrator.run(&load)
        case .rodas5P:
            var integrator = LaneIntegrator<Self, Rodas5P>(system, members: 0..<1, settings: settings)
            integrator.run(&load)
        }
        let samples = load.samples
        return load.outcome.map { KnotTrajectory(samples: samples, statistics: $0) }
    }

    func segments(of member: Int) -> Int { scenario.segments.count }
    func duration(of segment: Int, member: Int) -> Double { scenario.segments[segment].hours }
    func samples(in segment: Int, member: Int) -> Int { scenario.segments[segment].samples }
    func start(of member: Int) -> KnotState { scenario.initial }

    func prepare(_ system: inout System, lane: Int, member: Int, segment: Int) {
        system.coefficients = KnotCoefficients(parameters, scenario.segments[segment].inputs)
    }

    mutating func record(_ state: KnotState, member: Int, segment: Int, sample: Int) {
        let part = scenario.segments[segment]
        let hours = (secondsBefore + part.seconds * (Double(sample) / Double(part.samples))) / 3_600
        samples.append(KnotTrajectory.Sample(hours: hours, segment: segment, state: state))
        if sample == part.samples { secondsBefore += part.seconds }
    }

    mutating func finish(_ member: Int, _ outcome: Result<RunStatistics, SolverFailure>) -> Bool {
        self.outcome = outcome
        return true
    }

    mutating func goesOn(after segment: Int, member: Int) -> Bool {
        progress(Double(segment + 1) / Double(scenario.segments.count))
    }
}
