import RealModule
import UnknotAtlas
package import UnknotInference
package import UnknotRecord

/// The noisy-OR network of an atlas, with the positions of everything in it.
///
/// Hidden are, on both sides, every trigger point alone, every muscle with several points active at once (points of one
/// muscle come in company), and the other sources of pain. A place has four findings: it is
/// a main one; it is drawn, given that it is no main one; it is drawn at all (for drawings without strengths). With the
/// first two a place is a noisy-MAX of the levels blank, lesser and main, taken apart into noisy-ORs. A fourth finding
/// stands for "left blank", which weighs less than independence would have it: gaps come in company, since patterns are
/// often felt in part and drawings are often unfinished.
package struct KnotNetwork: Sendable {
    /// A trigger point on one side.
    package struct PointVariable: Hashable, Sendable {
        package let point: PointID
        package let muscle: MuscleID
        package let side: BodySide
    }

    /// A muscle on one side: a group of point variables.
    package struct MuscleVariable: Hashable, Sendable, Comparable {
        package let muscle: MuscleID
        package let side: BodySide

        package static func < (left: Self, right: Self) -> Bool {
            (left.muscle, left.side) < (right.muscle, right.side)
        }
    }

    /// Another source, on one side if it has one.
    package struct SourceVariable: Hashable, Sendable {
        package let hypothesis: HypothesisID
        package let side: BodySide?
    }

    /// A movement and what it does.
    package struct MovementFinding: Hashable, Sendable {
        package let movement: MovementID
        package let effect: MovementEffect

        package init(movement: MovementID, effect: MovementEffect) {
            self.movement = movement
            self.effect = effect
        }
    }

    /// What a hypothesis of the network stands for.
    package enum Hidden: Hashable, Sendable {
        /// One point alone.
        case point(Int)
        /// Several points of a muscle, each with the chance of `several_each`.
        case several(MuscleVariable)
        /// Another source.
        case source(SourceVariable)
    }

    package let network: NoisyOrNetwork
    package let parameters: LocatorParameters
    package let hidden: [Hidden]
    let points: [PointVariable]
    package let muscles: [MuscleVariable]
    package let patterns: [PainPattern]
    package let places: [BodyPlace]
    package let movementFindings: [MovementFinding]
    let pointIndex: [PointVariable: Int]
    let severalIndex: [MuscleVariable: Int]
    let sourceIndex: [SourceVariable: Int]
    let muscleIndex: [MuscleVariable: Int]
    let placeIndex: [BodyPlace: Int]
    let movementIndex: [MovementFinding: Int]

    init(_ atlas: Atlas) throws(LocatorError) {
        let parameters = try LocatorParameters(atlas)
        let hiddenLayer = HiddenLayer(atlas, parameters)
        let places = atlas.regions.flatMap(\.places)
        let movements = atlas.movements.flatMap { movement in
            [MovementEffect.worse, .restricted, .better].map {
                MovementFinding(movement: movement.id, effect: $0)
            }
        }
        var findings = Self.placeFindings(places, hiddenLayer.patterns, parameters)
        findings += Self.movementFindings(movements, hiddenLayer, atlas, parameters)
        findings += hiddenLayer.pointFindings(parameters)
        findings.append(hiddenLayer.anyActiveFinding)
        do {
            network = try NoisyOrNetwork(
                priors: hiddenLayer.priors, findings: findings, groups: hiddenLayer.groups)
        } catch {
            throw LocatorError.invalidNetwork("\(error)")
        }
        self.parameters = parameters
        hidden = hiddenLayer.hidden
        points = hiddenLayer.points
        muscles = hiddenLayer.muscles
        patterns = hiddenLayer.patterns
        self.places = places
        movementFindings = movements
        pointIndex = Self.index(points)
        severalIndex = hiddenLayer.severalIndex
        sourceIndex = hiddenLayer.sourceIndex
        muscleIndex = Self.index(muscles)
        placeIndex = Self.index(places)
        movementIndex = Self.index(movements)
    }

    /// The finding that a place is a main one.
    func mainFinding(_ place: Int) -> Int { 4 * place }
    /// The finding that a place is drawn, given that it is no main one.
    func lesserFinding(_ place: Int) -> Int { 4 * place + 1 }
    /// The finding that a place is drawn at all.
    func anyFinding(_ place: Int) -> Int { 4 * place + 2 }
    /// The finding whose absence stands for a place left blank.
    func blankFinding(_ place: Int) -> Int { 4 * place + 3 }
    /// The finding of a movement and effect.
    package func finding(_ movement: MovementFinding) -> Int? {
        movementIndex[movement].map { 4 * places.count + $0 }
    }
    /// The finding that a point is active, alone or with others.
    func pointFinding(_ point: Int) -> Int { 4 * places.count + movementFindings.count + point }
    /// The finding that at least one trigger point is active.
    var anyActiveFinding: Int { 4 * places.count + movementFindings.count + points.count }

    /// The chance that a point is active, alone or with others, given beliefs.
    ///
    /// - Parameter logRatio: The log likelihood ratio of what was pressed at the point, 0 when nothing was.
    func probability(ofPoint point: Int, marginals: [Double], logRatio: Double) -> Double {
        let variable = points[point]
        let muscle = MuscleVariable(muscle: variable.muscle, side: variable.side)
        guard let several = severalIndex[muscle] else { return marginals[point] }
        let odds = parameters.severalEach / (1 - parameters.severalEach) * .exp(logRatio)
        return 1 - (1 - marginals[point]) * (1 - marginals[several] * odds / (1 + odds))
    }

    /// By how much the log odds of a source that holds among people with pain in its areas exceed those before any pain
    /// is known: log P(some pain there | source) − log P(some pain there | not the source).
    ///
    /// Published shares are shares of people in pain. In the network the drawn pain then counts by itself, so without
    /// this it would count twice. "No pain in any of these places" is a conjunction of absent findings, so both
    /// probabilities are products.
    package func painShift(ofSource index: Int) -> Double {
        let own = patterns[index].strengths
        guard !own.isEmpty else { return 0 }
        let ownPlaces = patterns[index].ordered
        var noneWithout = Double.pow(1 - parameters.leak.any, Double(own.count))
        for other in hidden.indices where severalOrPoint(other) {
            let theirs = patterns[other].strengths
            let missed = ownPlaces.reduce(1) { product, item in
                product * (1 - (theirs[item.key]?.any ?? 0))
            }
            let prior = network.priors[other]
            noneWithout *= 1 - prior + prior * missed
        }
        let noneWith = noneWithout * ownPlaces.reduce(1) { $0 * (1 - $1.value.any) }
        return .log((1 - noneWith) / (1 - noneWithout))
    }

    private func severalOrPoint(_ index: Int) -> Bool {
        if case .source = hidden[index] { return false }
        return true
    }

    private static func placeFindings(
        _ places: [BodyPlace],
        _ patterns: [PainPattern],
        _ parameters: LocatorParameters
    ) -> [NoisyOrNetwork.Finding] {
        let levels: [(LinkStrength) -> Double] = [
            \.main, \.anyGivenNotMain, \.any, { $0.blank(weight: parameters.blankWeight) },
        ]
        return places.flatMap { place in
            levels.map { level in
                let links = patterns.enumerated().compactMap { hypothesis, pattern -> NoisyOrNetwork.Link? in
                    guard let strength = pattern.strengths[place].map(level), strength > 0 else { return nil }
                    return NoisyOrNetwork.Link(hypothesis: hypothesis, strength: strength)
                }
                return NoisyOrNetwork.Finding(leak: level(parameters.leak), links: links)
            }
        }
    }

    private static func movementFindings(
        _ findings: [MovementFinding],
        _ layer: HiddenLayer,
        _ atlas: Atlas,
        _ parameters: LocatorParameters
    ) -> [NoisyOrNetwork.Finding] {
        let muscles = Dictionary(grouping: atlas.movementLinks) {
            MovementFinding(movement: $0.movement, effect: $0.effect)
        }
        return findings.map { finding in
            let numbers =
                switch finding.effect {
                case .worse, .noEffect: parameters.movementWorse
                case .restricted: parameters.movementRestricted
                case .better: parameters.movementBetter
                }
            let affected = Set((muscles[finding] ?? []).map(\.muscle))
            let indirectly = finding.effect == .worse ? atlas.muscles(affectedByCausesLike: finding.movement) : []
            let links = layer.hidden.indices.compactMap { index -> NoisyOrNetwork.Link? in
                guard let muscle = layer.muscle(of: index)?.muscle else { return nil }
                if affected.contains(muscle) {
                    return NoisyOrNetwork.Link(hypothesis: index, strength: numbers.link)
                }
                guard indirectly.contains(muscle) else { return nil }
                return NoisyOrNetwork.Link(hypothesis: index, strength: parameters.movementOfCauseLink)
            }
            return NoisyOrNetwork.Finding(leak: numbers.leak, links: links)
        }
    }

    private static func index<Item: Hashable>(_ items: [Item]) -> [Item: Int] {
        Dictionary(uniqueKeysWithValues: zip(items, items.indices))
    }
}

extension Atlas {
    /// Muscles in which a cause that a movement repeats is said to keep points going.
    func muscles(affectedByCausesLike movement: MovementID) -> Set<MuscleID> {
        let causes = Set(causeMovements.filter { $0.movement == movement }.map(\.cause))
        return Set(causeLinks.filter { causes.contains($0.cause) }.compactMap(\.muscle))
    }
}
