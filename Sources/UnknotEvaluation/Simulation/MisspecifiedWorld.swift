import RealModule
import SeededRandom
public import Unknot
import UnknotInference

/// Draws people from a world that differs from the locator's model, to see whether its probabilities can be trusted
/// where the model is wrong.
///
/// For each person every link strength is drawn anew within 0.15 of ours and all leaks are halved or doubled. One drawn
/// region in three is moved to a neighbour, and a third of the answers about movements is missing.
public struct MisspecifiedWorld: Sendable {
    /// One simulated person: the intake, and the muscles that truly hold an active point.
    public struct Person: Sendable {
        /// What the person says.
        public let intake: Intake
        let active: Set<RankedMuscle>
    }

    private let engine: Engine
    private let strengthError = 0.15
    private let moved = 1.0 / 3
    private let missing = 1.0 / 3
    private let sourceShifts: [Int: Double]
    /// Movements asked about, as many as an interview would.
    private let asked = 8

    /// Uses the network of an engine.
    public init(_ engine: Engine) {
        self.engine = engine
        let knots = engine.locator.network
        sourceShifts = Dictionary(
            uniqueKeysWithValues: knots.hidden.indices.compactMap { index in
                guard case .source = knots.hidden[index] else { return nil }
                return (index, knots.painShift(ofSource: index))
            })
    }

    /// The calibration of the leading muscle over simulated people who mark at least one region.
    ///
    /// People are drawn in blocks with a generator of their own, so that the result does not depend on how the work is
    /// shared between cores.
    public func calibration(
        people: Int,
        seed: UInt64,
        progress: @Sendable (Double) -> Void = { _ in }
    ) async throws -> Calibration {
        let blocks = stride(from: 0, to: people, by: Self.blockSize).map { min(Self.blockSize, people - $0) }
        let predictions = try await Parallel.map(blocks, progress: progress) { index, count in
            var random = SplitMix64(seed: seed &+ UInt64(index) &* 0x9E37_79B9)
            return try (0..<count).compactMap { _ in try predict(draw(&random)) }
        }
        return Calibration(predictions.flatMap { $0 })
    }

    private static let blockSize = 25

    private func predict(_ person: Person) throws -> (probability: Double, cameTrue: Bool)? {
        guard let first = try engine.locator.rankedMuscles(person.intake).first else { return nil }
        let isRight = person.active.contains { $0.muscle == first.muscle && $0.side == first.side }
        return (first.probability, isRight)
    }

    /// Draws people until one has pain to mark.
    func draw(_ random: inout SplitMix64) -> Person {
        while true {
            let person = attempt(&random)
            if !person.intake.drawing.isEmpty { return person }
        }
    }

    private func attempt(_ random: inout SplitMix64) -> Person {
        let knots = engine.locator.network
        let active = drawHidden(knots, &random)
        let leakFactor = Bool.random(using: &random) ? 0.5 : 2.0
        let marks = drawMarks(active, leakFactor, knots, &random)
        var intake = Intake(drawing: marks.sorted { $0.key < $1.key }.map { PainMark($0.key, strength: $0.value) })
        for movement in engine.atlas.movements.shuffled(using: &random).prefix(asked) {
            let finding = KnotNetwork.MovementFinding(movement: movement.id, effect: .worse)
            guard Double.random(in: 0..<1, using: &random) >= missing, let index = knots.finding(finding) else {
                continue
            }
            let hurts = happens(index, active, leakFactor, knots, &random)
            intake.answers[movement.id.rawValue] = .effect(hurts ? .worse : .noEffect)
        }
        let muscles = knots.muscles.enumerated().filter { index, _ in
            knots.network.groups[index].contains { active[$0] }
        }
        return Person(
            intake: intake,
            active: Set(muscles.map { RankedMuscle(muscle: $1.muscle, side: $1.side, probability: 1) }))
    }

    /// Knots at their priors; other sources at theirs, shared between the sides and before any pain is known.
    private func drawHidden(_ knots: KnotNetwork, _ random: inout SplitMix64) -> [Bool] {
        knots.hidden.enumerated().map { index, hidden in
            let prior: Double
            if case .source(let source) = hidden {
                let whole = engine.atlas.hypothesis(source.hypothesis)?.prior ?? 0
                let share = source.side == nil ? whole : whole / 2
                let odds = share / (1 - share) * .exp(-sourceShifts[index, default: 0])
                prior = odds / (1 + odds)
            } else {
                prior = knots.network.priors[index]
            }
            return Double.random(in: 0..<1, using: &random) < prior
        }
    }

    /// What hurts, each region at most at its stronger level, and where the person marks it.
    private func drawMarks(
        _ active: [Bool],
        _ leakFactor: Double,
        _ knots: KnotNetwork,
        _ random: inout SplitMix64
    ) -> [BodyPlace: MarkStrength] {
        let leak = knots.parameters.leak
        var levels: [BodyPlace: MarkStrength] = [:]
        func feel(_ place: BodyPlace, any: Double, main: Double) {
            let level = Double.random(in: 0..<1, using: &random)
            if level < main {
                levels[place] = .main
            } else if level < any, levels[place] == nil {
                levels[place] = .lesser
            }
        }
        for place in knots.places { feel(place, any: leak.any * leakFactor, main: leak.main * leakFactor) }
        for index in active.indices where active[index] {
            for (place, strength) in knots.patterns[index].felt.sorted(by: { $0.key < $1.key }) {
                let error = Double.random(in: -strengthError...strengthError, using: &random)
                feel(place, any: strength.any + error, main: strength.main + error)
            }
        }
        var marks: [BodyPlace: MarkStrength] = [:]
        for (place, level) in levels.sorted(by: { $0.key < $1.key }) {
            let drawn = moveByChance(place, &random)
            if level == .main || marks[drawn] == nil { marks[drawn] = level }
        }
        return marks
    }

    /// Whether a movement hurts in this world.
    private func happens(
        _ finding: Int,
        _ active: [Bool],
        _ leakFactor: Double,
        _ knots: KnotNetwork,
        _ random: inout SplitMix64
    ) -> Bool {
        let node = knots.network.findings[finding]
        let absent = node.links.reduce(1 - min(1, node.leak * leakFactor)) { product, link in
            guard active[link.hypothesis] else { return product }
            let strength = link.strength + Double.random(in: -strengthError...strengthError, using: &random)
            return product * (1 - min(max(strength, 0), 1))
        }
        return Double.random(in: 0..<1, using: &random) >= absent
    }

    private func moveByChance(_ place: BodyPlace, _ random: inout SplitMix64) -> BodyPlace {
        guard Double.random(in: 0..<1, using: &random) < moved else { return place }
        return engine.atlas.neighbours(of: place).randomElement(using: &random) ?? place
    }
}
