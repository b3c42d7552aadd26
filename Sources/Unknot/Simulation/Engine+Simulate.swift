import UnknotPhysiology
import UnknotRecord

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// How a scenario that came from elsewhere is run, as the options of the command line say it.
public struct SimulationOptions: Hashable, Sendable {
    /// How many members with constants drawn at random; nil for one run with the nominal constants.
    public var members: Int?
    /// Where the draws begin.
    public var seed: UInt64
    /// How far the draws spread; 1 is the specification's range.
    public var spread: Double

    /// Creates options.
    public init(members: Int? = nil, seed: UInt64 = 1, spread: Double = 1) {
        self.members = members
        self.seed = seed
        self.spread = spread
    }
}

/// How much one request may ask for, so that it cannot keep others waiting.
public struct SimulationLimits: Hashable, Sendable {
    /// The longest scenario.
    public var days: Double
    /// The most segments.
    public var segments: Int
    /// The most members.
    public var members: Int
    /// The most simulated hours of all members together; a segment counts as ten more, since every one starts anew.
    public var hours: Double

    /// What a server answers within a few seconds.
    public static let served = SimulationLimits(days: 366, segments: 5_000, members: 200, hours: 1_000_000)

    /// Says what is too much.
    func check(_ scenario: KnotScenario, _ options: SimulationOptions) throws(IntakeProblem) {
        guard scenario.segments.count <= segments else {
            throw IntakeProblem(
                path: "segments", message: "There are \(scenario.segments.count) segments, too many for one request.",
                allowed: "at most \(segments)")
        }
        guard scenario.hours <= days * 24 else {
            throw IntakeProblem(
                path: "segments", message: "The scenario is too long for one request.",
                allowed: "at most \(Int(days)) days in all")
        }
        guard (0...2).contains(options.spread) else {
            throw IntakeProblem(path: "spread", message: "This is out of range.", allowed: "a number from 0 to 2")
        }
        guard let count = options.members else { return }
        guard (2...members).contains(count) else {
            throw IntakeProblem(
                path: "ensemble", message: "Found the number \(count).", allowed: "a whole number from 2 to \(members)")
        }
        let effort = Double(count) * (scenario.hours + 10 * Double(scenario.segments.count))
        guard effort <= hours else {
            throw IntakeProblem(
                path: "ensemble", message: "So many members of so long a scenario are too much for one request.",
                allowed: "members × (hours + 10 × segments) of at most \(Int(hours))")
        }
    }
}

extension Engine {
    /// Runs one scenario in JSON; what comes back is what `unknot simulate --json` prints.
    ///
    /// - Parameters:
    ///   - goesOn: Asked now and then; the scenario is refused as too long when it says false.
    /// - Throws: Only what is a fault of the program, never of the input.
    public func simulate(
        json bytes: [UInt8], _ options: SimulationOptions = SimulationOptions(),
        within limits: SimulationLimits = .served, goesOn: () -> Bool = { true }
    ) throws -> Reply {
        do {
            let document = try ScenarioDocument.parse(bytes)
            try limits.check(document.scenario, options)
            return .answer(try Self.run(document, options, goesOn))
        } catch let problem as IntakeProblem {
            return .refused(try json(for: problem), problem)
        } catch let failure as SolverFailure {
            let problem = Self.problem(failure)
            return .refused(try json(for: problem), problem)
        }
    }

    private static func run(
        _ document: ScenarioDocument.Named, _ options: SimulationOptions, _ goesOn: () -> Bool
    ) throws -> Data {
        let name = document.name ?? ""
        guard let members = options.members else {
            let model = KnotModel()
            let settings = SolverSettings(relative: 1e-6, stepLimit: mostSteps)
            let trajectory = try model.simulate(document.scenario, settings) { _ in goesOn() }
            return try SimulationDocument.json([
                KnotRun(name: name, scenario: document.scenario, trajectory: trajectory, model: model)
            ])
        }
        let ensemble = KnotEnsemble(
            drawing: members, through: document.scenario, seed: options.seed, spread: options.spread)
        var isStopped = false
        let results = MemberResult.run(
            0..<members, of: ensemble, SolverSettings(relative: 1e-4, stepLimit: mostSteps)
        ) {
            isStopped = isStopped || !goesOn()
            return !isStopped
        }
        if isStopped { throw SolverFailure.cancelled }
        return try SimulationDocument.json([
            KnotEnsembleRun(
                name: name, scenario: document.scenario, bands: KnotBands(results, of: document.scenario))
        ])
    }

    /// Far more than any segment of the reference scenarios takes.
    private static let mostSteps = 50_000

    private static func problem(_ failure: SolverFailure) -> IntakeProblem {
        switch failure {
        case .cancelled:
            IntakeProblem(
                path: "segments", message: "This took too long to compute and was stopped.",
                allowed: "a shorter scenario, fewer segments or fewer members")
        case .stepTooSmall(let segment, let hours), .tooManySteps(let segment, let hours):
            IntakeProblem(
                path: "segments[\(segment)]", message: "The equations could not be solved after \(hours) hours of it.",
                allowed: "inputs within what people meet")
        case .notFinite(let segment):
            IntakeProblem(
                path: "segments[\(segment)]", message: "The equations have no value there.",
                allowed: "inputs within what people meet")
        }
    }
}
