import Unknot

/// Answers the presses that the locator asks for: points of the true muscle are always tender and familiar, others
/// tender with probability 0.5 and familiar with 0.2.
struct PressOracle {
    let engine: Engine
    let mostPresses = 6

    /// Presses what `next` asks for, "don't know" to every question, until the stop rule or six presses.
    func press(_ item: EvaluationCase, seed: UInt64) throws -> (intake: Intake, presses: Int) {
        var random = SplitMix64(seed: seed)
        var intake = item.intake
        var skipped: Set<String> = []
        while intake.presses.count < mostPresses {
            guard let next = try engine.locator.locate(intake, skipping: skipped).next else { break }
            guard case .press(let point, let side) = next.kind else {
                skipped.insert(next.id)
                continue
            }
            let isTrue = isTrueMuscle(point, side, item)
            let isTender = isTrue || Double.random(in: 0..<1, using: &random) < 0.5
            let isFamiliar = isTrue || Double.random(in: 0..<1, using: &random) < 0.2
            intake.presses.append(Press(point, side, tenderness: isTender ? 7 : 1, isFamiliar: isFamiliar))
        }
        return (intake, intake.presses.count)
    }

    private func isTrueMuscle(_ point: PointID, _ side: BodySide, _ item: EvaluationCase) -> Bool {
        guard let muscle = engine.atlas.point(point)?.muscle else { return false }
        let candidate = RankedMuscle(muscle: muscle, side: side, probability: 0)
        return item.primary.contains { $0.fits(candidate, ignoringSide: false) }
    }
}
