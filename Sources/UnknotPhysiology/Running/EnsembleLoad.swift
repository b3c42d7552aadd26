import UnknotDynamics

/// Members side by side, in the lanes of one vector.
struct EnsembleLoad<Element: Lane, Powers: PowerLaw>: Workload {
    typealias System = KnotSystem<Element, Powers>

    private let members: [KnotEnsemble.Member]
    /// Positions in `members` of those that run here.
    private let chosen: [Int]
    private let take: (KnotEnsemble.Sample) -> Void
    private let done: (Int, Result<RunStatistics, SolverFailure>) -> Bool
    /// For each chosen member the number of samples before its present segment.
    private var samplesBefore: [Int]
    private var goesOn = true

    /// Runs the chosen members.
    ///
    /// - Returns: Whether to go on with other members.
    static func run(
        _ members: [KnotEnsemble.Member], _ chosen: [Int], _ settings: SolverSettings,
        _ take: @escaping (KnotEnsemble.Sample) -> Void,
        _ done: @escaping (Int, Result<RunStatistics, SolverFailure>) -> Bool
    ) -> Bool {
        guard let first = chosen.first else { return true }
        let start = KnotCoefficients(members[first].parameters, members[first].scenario.segments[0].inputs)
        let system = System(coefficients: KnotCoefficients<Element>(everywhere: start))
        var load = Self(
            members: members, chosen: chosen, take: take, done: done,
            samplesBefore: Array(repeating: 0, count: chosen.count))
        switch settings.method {
        case .rodas4:
            var integrator = LaneIntegrator<Self, Rodas4>(system, members: 0..<chosen.count, settings: settings)
            integrator.run(&load)
        case .rodas5P:
            var integrator = LaneIntegrator<Self, Rodas5P>(system, members: 0..<chosen.count, settings: settings)
            integrator.run(&load)
        }
        return load.goesOn
    }

    func segments(of member: Int) -> Int { members[chosen[member]].scenario.segments.count }
    func duration(of segment: Int, member: Int) -> Double {
        members[chosen[member]].scenario.segments[segment].hours
    }
    func samples(in segment: Int, member: Int) -> Int {
        members[chosen[member]].scenario.segments[segment].samples
    }
    func start(of member: Int) -> KnotState { members[chosen[member]].scenario.initial }

    func prepare(_ system: inout System, lane: Int, member: Int, segment: Int) {
        let chosen = members[chosen[member]]
        system.coefficients.set(
            lane: lane, to: KnotCoefficients(chosen.parameters, chosen.scenario.segments[segment].inputs))
    }

    mutating func record(_ state: KnotState, member: Int, segment: Int, sample: Int) {
        let index = samplesBefore[member] + sample
        take(KnotEnsemble.Sample(member: chosen[member], segment: segment, index: index, state: state))
        if sample == samples(in: segment, member: member) { samplesBefore[member] += sample }
    }

    mutating func finish(_ member: Int, _ outcome: Result<RunStatistics, SolverFailure>) -> Bool {
        goesOn = done(chosen[member], outcome)
        return goesOn
    }
}
