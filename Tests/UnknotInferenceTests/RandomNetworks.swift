import SeededRandom
import UnknotInference

extension NoisyOrNetwork {
    /// A network of random shape, with a fair share of zeros, ones, tiny numbers, groups and unconnected nodes.
    static func random(hypotheses: Int, findings: Int, using random: inout SplitMix64) throws -> NoisyOrNetwork {
        let density = Double.random(in: 0.1...0.7, using: &random)
        return try NoisyOrNetwork(
            priors: (0..<hypotheses).map { _ in probability(using: &random) },
            findings: (0..<findings).map { _ in
                Finding(
                    leak: Int.random(in: 0..<4, using: &random) == 0 ? 0 : .random(in: 0...0.3, using: &random),
                    links: (0..<hypotheses)
                        .filter { _ in Double.random(in: 0...1, using: &random) < density }
                        .map { Link(hypothesis: $0, strength: probability(using: &random)) })
            },
            groups: groups(hypotheses: hypotheses, using: &random))
    }

    private static func probability(using random: inout SplitMix64) -> Double {
        switch Int.random(in: 0..<40, using: &random) {
        case 0: 0
        case 1: 1
        case 2, 3: .random(in: 0...1e-6, using: &random)
        default: .random(in: 0.01...0.95, using: &random)
        }
    }

    private static func groups(hypotheses: Int, using random: inout SplitMix64) -> [[Int]] {
        var shuffled = (0..<hypotheses).shuffled(using: &random)[...]
        var groups: [[Int]] = []
        while shuffled.count > hypotheses / 3 {
            groups.append(Array(shuffled.prefix(.random(in: 1...4, using: &random))))
            shuffled = shuffled.dropFirst(groups.last?.count ?? 0)
        }
        return groups
    }
}

extension Observed {
    /// Observations of every kind on about three in four findings, weights on some hypotheses.
    static func random(_ network: NoisyOrNetwork, using random: inout SplitMix64) -> Observed {
        var observed = Observed()
        for index in network.findings.indices {
            let soft = Observation.soft(
                ifPresent: .random(in: 0...1, using: &random), ifAbsent: .random(in: 0...1, using: &random))
            switch Int.random(in: 0..<8, using: &random) {
            case 0, 1: continue
            case 2: observed.findings.append((index, .absent))
            case 3: observed.findings.append((index, soft))
            default: observed.findings.append((index, .present))
            }
        }
        for hypothesis in network.priors.indices where Int.random(in: 0..<4, using: &random) == 0 {
            observed.weights.append(
                (hypothesis, .random(in: 0...1, using: &random), .random(in: 0...1, using: &random)))
        }
        return observed
    }
}
