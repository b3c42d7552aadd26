import RealModule

/// Pulls what was found for one technique towards what is known of others, so that the best of several is not overrated.
///
/// Only for ranking what to try next; printed verdicts use the sceptical prior and one technique alone.
public enum Shrinkage {
    /// How well the evidence on a technique fits one person, in points.
    public static let evidenceDeviation = 0.5

    /// What is believed of one technique.
    ///
    ///     β̃ = (b/s² + μ/τ²)/(1/s² + 1/τ²),   sd = (1/s² + 1/τ²)^(−½)
    ///
    /// - Parameters:
    ///   - found: What the person's data say.
    ///   - middle: What is expected of the technique, μ.
    ///   - spread: How much people or techniques differ, τ, above 0.
    public static func single(_ found: NormalBelief, towards middle: Double, spread: Double) -> NormalBelief {
        let own = 1 / (found.deviation * found.deviation)
        let shared = 1 / (spread * spread)
        return NormalBelief(
            mean: (found.mean * own + middle * shared) / (own + shared), deviation: .sqrt(1 / (own + shared)))
    }

    /// What is believed of several techniques of one person, each pulled towards their common middle.
    ///
    ///     b_k ~ N(β_k, s_k²)    β_k ~ N(μ, τ²)    μ ~ N(evidence, 0.5²)    τ ~ half-normal(0.7)
    ///
    /// τ is averaged over the grid of the session screen; given τ the answer is exact.
    ///
    /// - Parameters:
    ///   - found: What the data say of each, without a prior (``withoutPrior(_:_:)``).
    ///   - evidence: What is expected of any of them, in points.
    public static func jointly(_ found: [NormalBelief], evidence: Double) -> [NormalMixture] {
        var parts = [[NormalMixture.Part]](repeating: [], count: found.count)
        for (spread, width) in FairTestGrid.spreads {
            // The middle μ given τ: each technique measures it with variance s² + τ².
            var precision = 1 / (evidenceDeviation * evidenceDeviation)
            var sum = evidence * precision
            var log = FairTestGrid.logPrior(spread: spread, width: width)
            for one in found {
                let variance = one.deviation * one.deviation + spread * spread
                // Predicted from those before it; the product is the evidence for τ.
                let predicted = variance + 1 / precision
                let error = one.mean - sum / precision
                log -= 0.5 * (.log(predicted) + error * error / predicted)
                precision += 1 / variance
                sum += one.mean / variance
            }
            for (index, one) in found.enumerated() {
                let given = single(one, towards: sum / precision, spread: spread)
                let pull = given.deviation * given.deviation / (spread * spread)
                parts[index].append(
                    .init(
                        logWeight: log, mean: given.mean,
                        variance: given.deviation * given.deviation + pull * pull / precision))
            }
        }
        return parts.map { NormalMixture($0) }
    }

    /// What the data alone say: a result with its normal prior taken out again.
    ///
    /// - Returns: `nil` when the data said nothing, so that the result is no narrower than the prior.
    public static func withoutPrior(_ result: NormalBelief, _ prior: NormalBelief) -> NormalBelief? {
        let before = 1 / (prior.deviation * prior.deviation)
        let after = 1 / (result.deviation * result.deviation)
        guard after > before * (1 + 1e-9) else { return nil }
        return NormalBelief(
            mean: (result.mean * after - prior.mean * before) / (after - before), deviation: .sqrt(1 / (after - before))
        )
    }
}
