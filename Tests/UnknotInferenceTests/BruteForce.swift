import Numerics
import UnknotInference

/// The definition, summed over all states of all hypotheses: slow, and plainly right.
struct BruteForce {
    let marginals: [Double]
    let groupMarginals: [Double]
    /// The probability of the evidence; zero for a contradiction.
    let evidence: Double

    init(_ network: NoisyOrNetwork, _ observed: Observed) {
        let count = network.priors.count
        var active = [Double](repeating: 0, count: count)
        var some = [Double](repeating: 0, count: network.groups.count)
        var total = 0.0
        for state in 0..<(1 << count) {
            let mass = Self.mass(of: state, network, observed)
            guard mass > 0 else { continue }
            total += mass
            for hypothesis in 0..<count where state >> hypothesis & 1 == 1 { active[hypothesis] += mass }
            for (group, members) in network.groups.enumerated()
            where members.contains(where: { state >> $0 & 1 == 1 }) {
                some[group] += mass
            }
        }
        marginals = active.map { $0 / total }
        groupMarginals = some.map { $0 / total }
        evidence = total
    }

    private static func mass(of state: Int, _ network: NoisyOrNetwork, _ observed: Observed) -> Double {
        var mass = 1.0
        for (hypothesis, prior) in network.priors.enumerated() {
            mass *= state >> hypothesis & 1 == 1 ? prior : 1 - prior
        }
        for (hypothesis, ifActive, ifInactive) in observed.weights {
            mass *= state >> hypothesis & 1 == 1 ? ifActive : ifInactive
        }
        for (index, observation) in observed.findings {
            let logAbsent = network.findings[index].links.reduce(
                Double.log(onePlus: -network.findings[index].leak)
            ) { sum, link in
                state >> link.hypothesis & 1 == 1 ? sum + .log(onePlus: -link.strength) : sum
            }
            switch observation {
            case .absent: mass *= .exp(logAbsent)
            case .present: mass *= -.expMinusOne(logAbsent)
            case .soft(let ifPresent, let ifAbsent):
                mass *= ifPresent * -.expMinusOne(logAbsent) + ifAbsent * .exp(logAbsent)
            }
        }
        return mass
    }
}

/// Evidence as a plain list, so that the oracle does not share the engine's representation.
struct Observed {
    var findings: [(index: Int, observation: Observation)] = []
    var weights: [(hypothesis: Int, ifActive: Double, ifInactive: Double)] = []

    func evidence(for network: NoisyOrNetwork) -> Evidence {
        var evidence = Evidence(for: network)
        for (index, observation) in findings { evidence[finding: index] = observation }
        for (hypothesis, ifActive, ifInactive) in weights {
            evidence.weigh(hypothesis: hypothesis, ifActive: ifActive, ifInactive: ifInactive)
        }
        return evidence
    }
}
