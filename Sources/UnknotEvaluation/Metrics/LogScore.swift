import RealModule
import Unknot

/// Two logarithmic scores of a ranking, in nats: 0 is perfect, lower is worse. Both are proper: nobody can expect a
/// better score than by saying what one believes (Gneiting and Raftery, J Am Stat Assoc 2007).
struct LogScore: Hashable, Sendable {
    /// The muscles as rivals for being the culprit: the mean, over the primary muscles of the case, of the logarithm of
    /// the share that the fitting muscles and sides have in the sum of all probabilities.
    let culprit: Double
    /// Each muscle by itself: the logarithms, summed, of the probability that was given to what turned out to be so. A
    /// primary muscle is held to be active, its alternatives taken together as one event; secondary muscles are left out,
    /// as nothing is known of when they began; all others are held to be inactive, which a published case implies but
    /// does not say.
    let muscles: Double

    /// Rankings leave out what is less probable than 0.001, so less than that is never held against them.
    private static let smallest = 0.001

    init(
        _ ranking: [RankedMuscle],
        primary: [EvaluationCase.ExpectedMuscle],
        secondary: [EvaluationCase.ExpectedMuscle],
        ignoringSide: Bool
    ) {
        func fits(_ ranked: RankedMuscle, _ expected: [EvaluationCase.ExpectedMuscle]) -> Bool {
            expected.contains { $0.fits(ranked, ignoringSide: ignoringSide) }
        }
        let total = ranking.reduce(0) { $0 + $1.probability }
        var culprit = 0.0
        var muscles = 0.0
        for expected in primary {
            let right = ranking.filter { fits($0, [expected]) }.map(\.probability)
            let share = total > 0 ? right.reduce(0, +) / total : 0
            culprit += .log(max(share, Self.smallest))
            let none = right.reduce(1) { $0 * (1 - $1) }
            muscles += .log(max(1 - none, Self.smallest))
        }
        for other in ranking where !fits(other, primary) && !fits(other, secondary) {
            muscles += .log(max(1 - other.probability, Self.smallest))
        }
        self.culprit = culprit / Double(max(primary.count, 1))
        self.muscles = muscles
    }

    init(culprit: Double, muscles: Double) {
        self.culprit = culprit
        self.muscles = muscles
    }
}
