import RealModule
import UnknotAtlas
import UnknotInference
import UnknotRecord
import UnknotSafety

/// Turns an intake into evidence of the network.
struct EvidenceBuilder: Sendable {
    let atlas: Atlas
    let knots: KnotNetwork
    let presses: PressLikelihood
    private let causesByMuscle: [MuscleID: Set<CauseID>]
    private let patternRegions: [PointID: Set<RegionID>]
    private let differential: Differential
    private let activeRows: [FindingLikelihood]
    private let painShifts: [Int: Double]

    init(_ atlas: Atlas, _ knots: KnotNetwork) throws(LocatorError) {
        self.atlas = atlas
        self.knots = knots
        presses = try PressLikelihood(atlas, knots.parameters)
        var causes: [MuscleID: Set<CauseID>] = [:]
        for link in atlas.causeLinks {
            if let muscle = link.muscle { causes[muscle, default: []].insert(link.cause) }
        }
        causesByMuscle = causes
        patternRegions = Dictionary(grouping: atlas.referrals, by: \.point).mapValues { Set($0.map(\.region)) }
        painShifts = Dictionary(
            uniqueKeysWithValues: knots.sourceIndex.values.map { ($0, knots.painShift(ofSource: $0)) })
        differential = Differential(atlas)
        activeRows = atlas.likelihoods.filter { row in
            row.hypothesis == "active_trp" && atlas.question(row.finding)?.kind == .answer
        }
    }

    /// Gathers all evidence of an intake.
    func evidence(_ intake: Intake, facts: KnownFacts, sources: [SourceAssessment]) -> Evidence {
        var evidence = Evidence(for: knots.network)
        addDrawing(intake, to: &evidence)
        addMovements(intake, to: &evidence)
        addQuality(facts, to: &evidence)
        addSources(sources, to: &evidence)
        for (group, muscle) in knots.muscles.enumerated() {
            let shift = causeShift(of: muscle.muscle, intake)
            guard shift > 0 else { continue }
            for index in knots.network.groups[group] {
                evidence.weigh(hypothesis: index, ifActive: .exp(shift), ifInactive: 1)
            }
        }
        for press in intake.presses {
            guard let index = pointIndex(of: press) else { continue }
            evidence[finding: knots.pointFinding(index)] = .soft(
                ifPresent: .exp(logRatio(of: press)), ifAbsent: 1)
        }
        return evidence
    }

    /// How an area was marked: main, lesser, or drawn without saying.
    static func strength(of mark: PainMark, worst: Double?) -> MarkStrength? {
        if let strength = mark.strength { return strength }
        guard let intensity = mark.intensity, let worst, worst > 0 else { return nil }
        // Within two points of the worst counts as worst: smaller steps are noise on a scale of 0 to 10.
        return intensity >= worst - 2 ? .main : .lesser
    }

    /// The findings of the drawn places, for leaving one out.
    func findings(of mark: PainMark) -> [Int] {
        guard let place = knots.placeIndex[mark.place] else { return [] }
        return [knots.mainFinding(place), knots.lesserFinding(place), knots.anyFinding(place)]
    }

    private func addDrawing(_ intake: Intake, to evidence: inout Evidence) {
        let worst = intake.drawing.compactMap(\.intensity).max()
        var drawn: Set<BodyPlace> = []
        for mark in intake.painfulMarks {
            guard let place = knots.placeIndex[mark.place] else { continue }
            drawn.insert(mark.place)
            switch Self.strength(of: mark, worst: worst) {
            case .main:
                evidence[finding: knots.mainFinding(place)] = .present
            case .lesser:
                evidence[finding: knots.mainFinding(place)] = .absent
                evidence[finding: knots.lesserFinding(place)] = .present
            case nil:
                evidence[finding: knots.anyFinding(place)] = .present
            }
        }
        for (index, place) in knots.places.enumerated() where !drawn.contains(place) {
            let isDenied = intake.drawing.contains { $0.place == place && $0.intensity == 0 }
            if intake.drawingComplete || isDenied { evidence[finding: knots.blankFinding(index)] = .absent }
        }
    }

    private func addMovements(_ intake: Intake, to evidence: inout Evidence) {
        for (id, answer) in intake.answers {
            guard case .effect(let effect) = answer else { continue }
            for asked in [MovementEffect.worse, .restricted, .better] {
                let finding = KnotNetwork.MovementFinding(movement: MovementID(id), effect: asked)
                guard let index = knots.finding(finding) else { continue }
                if asked == effect {
                    evidence[finding: index] = .present
                } else if Self.excludes(effect, asked) {
                    evidence[finding: index] = .absent
                }
            }
        }
    }

    /// Which effect an answer denies. "Worse" and "restricted" overlap so much that one denial must not count twice.
    private static func excludes(_ said: MovementEffect, _ other: MovementEffect) -> Bool {
        switch said {
        case .worse, .restricted: other == .better
        case .better, .noEffect: other == .worse
        }
    }

    /// Answers about the kind of pain bear on "some trigger point is active", not on any one of them.
    private func addQuality(_ facts: KnownFacts, to evidence: inout Evidence) {
        let logRatio = differential.evidence(from: activeRows, facts).reduce(0) { $0 + $1.weight }
        guard logRatio != 0 else { return }
        evidence[finding: knots.anyActiveFinding] = .soft(ifPresent: .exp(logRatio), ifAbsent: 1)
    }

    /// Other sources enter with what the answers made of their priors; those not considered are ruled out.
    private func addSources(_ sources: [SourceAssessment], to evidence: inout Evidence) {
        var probabilities: [Int: Double] = [:]
        for source in sources {
            let variable = KnotNetwork.SourceVariable(hypothesis: source.hypothesis, side: source.side)
            if let index = knots.sourceIndex[variable] { probabilities[index] = source.probability }
        }
        for index in knots.sourceIndex.values {
            let probability = probabilities[index] ?? 0
            let shift = Double.exp(-(painShifts[index] ?? 0))
            evidence.weigh(hypothesis: index, ifActive: probability * shift, ifInactive: 1 - probability)
        }
    }

    /// The log odds by which what the person does or went through favours a muscle.
    func causeShift(of muscle: MuscleID, _ intake: Intake) -> Double {
        let count = causes(of: muscle, intake).count
        let parameters = knots.parameters
        return min(Double(count) * .log(parameters.causeOdds), .log(parameters.causeOddsMost))
    }

    /// The causes given that the atlas lists for a muscle by name.
    func causes(of muscle: MuscleID, _ intake: Intake) -> [CauseID] {
        let listed = causesByMuscle[muscle] ?? []
        return intake.causes.filter(listed.contains).sorted()
    }

    /// The log likelihood ratio of a press for its own point.
    func logRatio(of press: Press) -> Double {
        presses.logRatio(of: press, pattern: patternRegions[press.point] ?? [])
    }

    func pointIndex(of press: Press) -> Int? {
        atlas.point(press.point).flatMap {
            knots.pointIndex[KnotNetwork.PointVariable(point: $0.id, muscle: $0.muscle, side: press.side)]
        }
    }
}
