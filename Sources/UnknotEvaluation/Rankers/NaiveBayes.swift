import RealModule
import Unknot

/// Baseline: exactly one muscle is the culprit, all are equally likely before, and regions and movements are
/// independent given the culprit.
struct NaiveBayes: MuscleRanker {
    let atlas: Atlas
    let name = "Naive Bayes, one culprit"

    /// Link strengths that the atlas suggests as a start, and the leaks.
    private static let essential = 0.8
    private static let spillover = 0.3
    private static let leak = 0.02
    private static let movement = 0.5
    private static let movementLeak = 0.25

    func rank(_ intake: Intake) -> [RankedMuscle] {
        let drawn = Set(intake.painfulMarks.map(\.place))
        var scores: [RankedMuscle] = []
        for muscle in atlas.muscles {
            for side in BodySide.allCases {
                let score = logDrawing(muscle.id, side, drawn, intake) + logMovements(muscle.id, intake)
                scores.append(RankedMuscle(muscle: muscle.id, side: side, probability: score))
            }
        }
        let best = scores.map(\.probability).max() ?? 0
        let weights = scores.map { Double.exp($0.probability - best) }
        let total = weights.reduce(0, +)
        return zip(scores, weights)
            .map { RankedMuscle(muscle: $0.muscle, side: $0.side, probability: $1 / total) }
            .sorted { ($1.probability, $0.muscle, $0.side) < ($0.probability, $1.muscle, $1.side) }
    }

    private func logDrawing(
        _ muscle: MuscleID,
        _ side: BodySide,
        _ drawn: Set<BodyPlace>,
        _ intake: Intake
    ) -> Double {
        var strength: [BodyPlace: Double] = [:]
        for point in atlas.points(of: muscle) {
            for referral in atlas.referrals(of: point.id) {
                let value = referral.zone == .essential ? Self.essential : Self.spillover
                for place in referral.places(for: side) { strength[place] = max(strength[place] ?? 0, value) }
            }
        }
        var sum = drawn.reduce(0.0) { $0 + .log(strength[$1] ?? Self.leak) }
        if intake.drawingComplete {
            for (place, value) in strength.sorted(by: { $0.key < $1.key }) where !drawn.contains(place) {
                sum += .log(onePlus: -value)
            }
        }
        return sum
    }

    private func logMovements(_ muscle: MuscleID, _ intake: Intake) -> Double {
        intake.answers.sorted { $0.key < $1.key }.reduce(0) { sum, item in
            guard case .effect(let effect) = item.value, effect != .noEffect else { return sum }
            let isListed = atlas.movementLinks.contains {
                $0.muscle == muscle && $0.movement.rawValue == item.key && $0.effect == effect
            }
            return sum + .log(isListed ? Self.movement : Self.movementLeak)
        }
    }
}
