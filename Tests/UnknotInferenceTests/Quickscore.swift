import UnknotInference

/// Heckerman's sum over subsets of the present findings (UAI 1989), one marginal at a time.
///
/// Another algorithm than the engine's, for networks too large to enumerate. It cancels when the evidence is
/// improbable, so it is an oracle only for evidence that is not.
struct Quickscore {
    let network: NoisyOrNetwork
    let present: [Int]
    let absent: [Int]

    /// The probability of the evidence, with one hypothesis fixed or none.
    func evidence(active fixed: Int? = nil) -> Double {
        var strengths = network.findings.map { _ in [Double](repeating: 0, count: network.priors.count) }
        for (index, finding) in network.findings.enumerated() {
            for link in finding.links { strengths[index][link.hypothesis] = link.strength }
        }
        var total = 0.0
        for subset in 0..<(1 << present.count) {
            let chosen = absent + present.indices.filter { subset >> $0 & 1 == 1 }.map { present[$0] }
            var term = chosen.reduce(1) { $0 * (1 - network.findings[$1].leak) }
            for (hypothesis, prior) in network.priors.enumerated() {
                let fails = chosen.reduce(prior) { $0 * (1 - strengths[$1][hypothesis]) }
                term *= hypothesis == fixed ? fails : fails + 1 - prior
            }
            total += subset.nonzeroBitCount.isMultiple(of: 2) ? term : -term
        }
        return total
    }
}
