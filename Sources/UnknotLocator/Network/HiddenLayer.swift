import UnknotAtlas
import UnknotInference
import UnknotRecord

/// The hypotheses of the network in their order: single points, muscles with several points, other sources.
struct HiddenLayer {
    let points: [KnotNetwork.PointVariable]
    let muscles: [KnotNetwork.MuscleVariable]
    let hidden: [KnotNetwork.Hidden]
    let patterns: [PainPattern]
    let priors: [Double]
    /// For each muscle its hypotheses.
    let groups: [[Int]]
    let severalIndex: [KnotNetwork.MuscleVariable: Int]
    let sourceIndex: [KnotNetwork.SourceVariable: Int]

    init(_ atlas: Atlas, _ parameters: LocatorParameters) {
        let points = atlas.points.flatMap { point in
            BodySide.allCases.map { KnotNetwork.PointVariable(point: point.id, muscle: point.muscle, side: $0) }
        }
        let muscles = atlas.muscles.flatMap { muscle in
            BodySide.allCases.map { KnotNetwork.MuscleVariable(muscle: muscle.id, side: $0) }
        }
        let pointPriors = PointPriors(atlas, severalShare: parameters.severalShare)
        var hidden = points.indices.map { KnotNetwork.Hidden.point($0) }
        var patterns = points.compactMap { variable in
            atlas.point(variable.point).map { PainPattern(of: $0, on: variable.side, atlas: atlas, parameters) }
        }
        var priors = points.map { pointPriors.alone($0.point) }
        var groups = muscles.map { muscle in
            points.indices.filter { points[$0].muscle == muscle.muscle && points[$0].side == muscle.side }
        }
        var severalIndex: [KnotNetwork.MuscleVariable: Int] = [:]
        for (index, muscle) in muscles.enumerated() {
            guard let prior = pointPriors.together(muscle.muscle) else { continue }
            severalIndex[muscle] = hidden.count
            let members = groups[index].map { patterns[$0] }
            patterns.append(PainPattern(ofSeveral: members, each: parameters.severalEach))
            groups[index].append(hidden.count)
            hidden.append(.several(muscle))
            priors.append(prior)
        }
        var sourceIndex: [KnotNetwork.SourceVariable: Int] = [:]
        for hypothesis in atlas.hypotheses {
            let sides: [BodySide?] = hypothesis.isSided ? [.left, .right] : [nil]
            for side in sides {
                let variable = KnotNetwork.SourceVariable(hypothesis: hypothesis.id, side: side)
                sourceIndex[variable] = hidden.count
                patterns.append(PainPattern(of: hypothesis, on: side, atlas: atlas, parameters))
                hidden.append(.source(variable))
                // The priors of other sources depend on the person and come in as evidence.
                priors.append(0.5)
            }
        }
        self.points = points
        self.muscles = muscles
        self.hidden = hidden
        self.patterns = patterns
        self.priors = priors
        self.groups = groups
        self.severalIndex = severalIndex
        self.sourceIndex = sourceIndex
    }

    /// The muscle to which a hypothesis belongs.
    func muscle(of index: Int) -> KnotNetwork.MuscleVariable? {
        switch hidden[index] {
        case .point(let point):
            KnotNetwork.MuscleVariable(muscle: points[point].muscle, side: points[point].side)
        case .several(let muscle): muscle
        case .source: nil
        }
    }

    /// For each point the finding that it is active, alone or with others.
    func pointFindings(_ parameters: LocatorParameters) -> [NoisyOrNetwork.Finding] {
        points.indices.map { index in
            var links = [NoisyOrNetwork.Link(hypothesis: index, strength: 1)]
            if let muscle = muscle(of: index), let several = severalIndex[muscle] {
                links.append(NoisyOrNetwork.Link(hypothesis: several, strength: parameters.severalEach))
            }
            return NoisyOrNetwork.Finding(leak: 0, links: links)
        }
    }

    /// The finding that at least one trigger point is active.
    var anyActiveFinding: NoisyOrNetwork.Finding {
        let knots = hidden.indices.filter { muscle(of: $0) != nil }
        return NoisyOrNetwork.Finding(
            leak: 0, links: knots.map { NoisyOrNetwork.Link(hypothesis: $0, strength: 1) })
    }
}
