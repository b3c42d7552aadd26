import RealModule
import UnknotAtlas
import UnknotInference
import UnknotRecord

/// Says what each point explains, and what speaks for and against it.
struct Explainer {
    let builder: EvidenceBuilder
    let intake: Intake
    let evidence: Evidence
    let posterior: Posterior

    /// Log odds below which a reason is not worth telling.
    private static let smallest = 0.05

    private var knots: KnotNetwork { builder.knots }

    /// The points worth listing, explained.
    ///
    /// - Parameter contributions: What each observed finding contributes, from ``contributions()``.
    func points(_ indices: [Int], _ contributions: [(kind: Reason.Kind, change: Contribution)]) -> [RankedPoint] {
        indices.map { index in
            let variable = knots.points[index]
            let reasons = reasons(for: index, contributions)
            return RankedPoint(
                point: variable.point,
                muscle: variable.muscle,
                side: variable.side,
                probability: probability(of: index),
                state: state(of: index),
                explains: shares(of: index),
                reasonsFor: reasons.filter { $0.weight > 0 },
                reasonsAgainst: reasons.filter { $0.weight < 0 }
            )
        }
    }

    /// What each drawn place and each answered movement contributes, by leaving it out.
    func contributions() throws(InferenceError) -> [(kind: Reason.Kind, change: Contribution)] {
        var result: [(kind: Reason.Kind, change: Contribution)] = []
        let worst = intake.drawing.compactMap(\.intensity).max()
        for mark in intake.painfulMarks {
            let kind = Reason.Kind.drawn(mark.place, EvidenceBuilder.strength(of: mark, worst: worst))
            result.append((kind, try change(without: builder.findings(of: mark))))
        }
        for (id, answer) in intake.answers.sorted(by: { $0.key < $1.key }) {
            guard case .effect(let effect) = answer else { continue }
            let findings = [MovementEffect.worse, .restricted, .better].compactMap {
                knots.finding(KnotNetwork.MovementFinding(movement: MovementID(id), effect: $0))
            }
            result.append((.movement(MovementID(id), effect), try change(without: findings)))
        }
        return result
    }

    private func change(without findings: [Int]) throws(InferenceError) -> Contribution {
        var others = evidence
        for finding in findings { others[finding: finding] = nil }
        let without = try knots.network.posterior(given: others)
        return Contribution(with: posterior, without: without)
    }

    /// The chance that a point is active, alone or with others of its muscle.
    func probability(of index: Int) -> Double {
        let press = intake.presses.first { builder.pointIndex(of: $0) == index }
        return knots.probability(
            ofPoint: index, marginals: posterior.marginals, logRatio: press.map(builder.logRatio) ?? 0)
    }

    private func reasons(
        for index: Int,
        _ contributions: [(kind: Reason.Kind, change: Contribution)]
    ) -> [Reason] {
        let variable = knots.points[index]
        let muscle = KnotNetwork.MuscleVariable(muscle: variable.muscle, side: variable.side)
        var reasons = contributions.compactMap { kind, change -> Reason? in
            // Explaining away by rivals is shown in the ranking; here stands what bears on this point itself.
            guard bears(kind, on: variable, index), let group = knots.muscleIndex[muscle] else { return nil }
            return Reason(kind: kind, weight: change.groups[group])
        }
        reasons += blanks(of: index)
        let causes = builder.causes(of: variable.muscle, intake)
        for cause in causes {
            let weight = builder.causeShift(of: variable.muscle, intake) / Double(causes.count)
            reasons.append(Reason(kind: .cause(cause), weight: weight))
        }
        for press in intake.presses where builder.pointIndex(of: press) == index {
            reasons.append(Reason(kind: .press(press), weight: builder.logRatio(of: press)))
        }
        return
            reasons
            .filter { abs($0.weight) >= Self.smallest }
            .sorted { (abs($1.weight), $0.id, $0.side) < (abs($0.weight), $1.id, $1.side) }
    }

    private func bears(_ kind: Reason.Kind, on variable: KnotNetwork.PointVariable, _ index: Int) -> Bool {
        switch kind {
        case .drawn(let place, _):
            return knots.patterns[index].strengths[place] != nil
        case .movement(let movement, _):
            return builder.atlas.movementLinks.contains {
                $0.muscle == variable.muscle && $0.movement == movement
            } || builder.atlas.muscles(affectedByCausesLike: movement).contains(variable.muscle)
        case .blank, .cause, .press:
            return false
        }
    }

    /// Places of the pattern that were left blank, each with the log likelihood ratio of the gap.
    private func blanks(of index: Int) -> [Reason] {
        knots.patterns[index].strengths.compactMap { place, strength in
            guard let number = knots.placeIndex[place],
                evidence[finding: knots.blankFinding(number)] == .absent
            else { return nil }
            return Reason(kind: .blank(place), weight: knots.parameters.blankWeight * .log(onePlus: -strength.any))
        }
    }

    /// The part of each drawn place that the point accounts for: its expected share among all that could have caused
    /// the pain there, the leak included.
    private func shares(of index: Int) -> [RankedPoint.Share] {
        intake.painfulMarks.compactMap { mark in
            let part = expectedCause(index, at: mark.place) / totalCause(at: mark.place)
            return part >= 0.01 ? RankedPoint.Share(place: mark.place, share: part) : nil
        }
        .sorted { ($1.share, $0.place) < ($0.share, $1.place) }
    }

    /// Drawn places for which the leak accounts for most.
    func unexplained() -> [BodyPlace] {
        intake.painfulMarks.filter { mark in
            knots.parameters.leak.any / totalCause(at: mark.place) > knots.parameters.unexplainedAbove
        }
        .map(\.place).sorted()
    }

    private func expectedCause(_ index: Int, at place: BodyPlace) -> Double {
        probability(of: index) * (knots.patterns[index].strengths[place]?.any ?? 0)
    }

    private func totalCause(at place: BodyPlace) -> Double {
        let ofPoints = knots.points.indices.reduce(0) { $0 + expectedCause($1, at: place) }
        return knots.sourceIndex.values.sorted().reduce(ofPoints + knots.parameters.leak.any) { sum, index in
            sum + posterior.marginals[index] * (knots.patterns[index].strengths[place]?.any ?? 0)
        }
    }

    private func state(of index: Int) -> RankedPoint.State {
        guard let press = intake.presses.first(where: { builder.pointIndex(of: $0) == index }) else { return .notSure }
        switch (press.isFamiliar, builder.presses.isTender(press)) {
        case (true, _): return .active
        case (false, true): return .latent
        case (_, _): return .notSure
        }
    }
}
