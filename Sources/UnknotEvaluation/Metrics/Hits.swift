import Unknot

/// Whether a ranking puts a right muscle among its first.
enum Hits {
    /// The chance, over the order of ties, that one of the first `top` is right.
    ///
    /// Where the side is unknown, or only a placeholder, the better side of each muscle stands for it.
    static func chance(
        _ ranking: [RankedMuscle],
        of expected: [EvaluationCase.ExpectedMuscle],
        top: Int,
        ignoringSide: Bool
    ) -> Double {
        let entries = ignoringSide ? withoutSides(ranking) : ranking
        func isRight(_ muscle: RankedMuscle) -> Bool {
            expected.contains { $0.fits(muscle, ignoringSide: ignoringSide) }
        }
        var start = 0
        while start < min(top, entries.count) {
            let score = entries[start].probability
            let end = entries[start...].firstIndex { $0.probability != score } ?? entries.count
            let tied = entries[start..<end]
            let right = tied.count(where: isRight)
            if right > 0 {
                return 1 - missChance(tied: tied.count, right: right, drawn: min(top - start, tied.count))
            }
            start = end
        }
        return 0
    }

    /// The chance that none of `drawn` out of `tied` entries in random order is right.
    private static func missChance(tied: Int, right: Int, drawn: Int) -> Double {
        (0..<drawn).reduce(1) { chance, index in
            chance * Double(max(0, tied - right - index)) / Double(tied - index)
        }
    }

    private static func withoutSides(_ ranking: [RankedMuscle]) -> [RankedMuscle] {
        var seen: Set<MuscleID> = []
        return ranking.filter { seen.insert($0.muscle).inserted }
    }
}
