import Unknot

/// Something that ranks muscles for an intake: the locator or a baseline.
protocol MuscleRanker: Sendable {
    /// Its name in the table.
    var name: String { get }
    /// Muscles with a score, best first; equal scores are ties.
    func rank(_ intake: Intake) throws -> [RankedMuscle]
}

/// The locator itself.
struct LocatorRanker: MuscleRanker {
    let engine: Engine
    let name = "Unknot"

    func rank(_ intake: Intake) throws -> [RankedMuscle] {
        try engine.locator.rankedMuscles(intake)
    }
}

/// Baseline: each drawn region is a vote for every muscle that sends pain there.
struct RegionVotes: MuscleRanker {
    let atlas: Atlas
    let name = "Region votes"

    func rank(_ intake: Intake) -> [RankedMuscle] {
        let drawn = Set(intake.painfulMarks.map(\.place))
        var votes: [RankedMuscle] = []
        for muscle in atlas.muscles {
            for side in BodySide.allCases {
                let reached = atlas.points(of: muscle.id).flatMap { point in
                    atlas.referrals(of: point.id).flatMap { $0.places(for: side) }
                }
                let count = drawn.intersection(reached).count
                if count > 0 {
                    votes.append(RankedMuscle(muscle: muscle.id, side: side, probability: Double(count)))
                }
            }
        }
        return votes.sorted { ($1.probability, $0.muscle, $0.side) < ($0.probability, $1.muscle, $1.side) }
    }
}
