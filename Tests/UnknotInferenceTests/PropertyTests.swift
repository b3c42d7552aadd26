import Numerics
import SeededRandom
import Testing
import UnknotInference

@Suite("Properties of the posterior")
struct PropertyTests {
    /// A random network with evidence that does not contradict itself.
    private func example(seed: UInt64) throws -> (network: NoisyOrNetwork, observed: Observed, posterior: Posterior)? {
        var random = SplitMix64(seed: seed)
        let network = try NoisyOrNetwork.random(hypotheses: 10, findings: 8, using: &random)
        let observed = Observed.random(network, using: &random)
        guard let posterior = try? network.posterior(given: observed.evidence(for: network)) else { return nil }
        return (network, observed, posterior)
    }

    @Test("a present finding never lowers the odds of its only cause", arguments: 0..<50 as Range<UInt64>)
    func monotone(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let prior = Double.random(in: 0...1, using: &random)
        let finding = NoisyOrNetwork.Finding(
            leak: .random(in: 0...1, using: &random),
            links: [.init(hypothesis: 0, strength: .random(in: 0...1, using: &random))])
        let network = try NoisyOrNetwork(priors: [prior], findings: [finding])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        #expect(try network.posterior(given: evidence).marginals[0] >= prior * (1 - 1e-15))
    }

    /// By hand: P(present) = 0.2134, of which 0.0829 with the first cause, 0.036 with neither.
    @Test("two causes of one finding come out as worked by hand")
    func workedExample() throws {
        let ache = NoisyOrNetwork.Finding(
            leak: 0.05, links: [.init(hypothesis: 0, strength: 0.8), .init(hypothesis: 1, strength: 0.5)])
        let network = try NoisyOrNetwork(priors: [0.1, 0.2], findings: [ache], groups: [[0, 1]])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        let posterior = try network.posterior(given: evidence)
        expectEqual(posterior.marginals, [0.0829 / 0.2134, 0.1126 / 0.2134])
        expectEqual(posterior.groupMarginals, [1 - 0.036 / 0.2134])
        expectEqual([posterior.logEvidence], [.log(0.2134)])
    }

    @Test("the order of hypotheses and findings does not matter", arguments: 0..<50 as Range<UInt64>)
    func orderFree(seed: UInt64) throws {
        guard let (network, observed, posterior) = try example(seed: seed) else { return }
        let (last, lastFinding) = (network.priors.count - 1, network.findings.count - 1)
        let mirrored = try NoisyOrNetwork(
            priors: network.priors.reversed(),
            findings: network.findings.reversed().map { finding in
                .init(
                    leak: finding.leak,
                    links: finding.links.reversed().map {
                        .init(hypothesis: last - $0.hypothesis, strength: $0.strength)
                    })
            },
            groups: network.groups.reversed().map { $0.map { last - $0 } })
        let evidence = Observed(
            findings: observed.findings.map { (lastFinding - $0.index, $0.observation) },
            weights: observed.weights.map { (last - $0.hypothesis, $0.ifActive, $0.ifInactive) }
        ).evidence(for: mirrored)
        let other = try mirrored.posterior(given: evidence)
        expectEqual(other.marginals.reversed(), posterior.marginals)
        expectEqual(other.groupMarginals.reversed(), posterior.groupMarginals)
    }

    @Test("disconnected parts do not influence each other", arguments: 0..<50 as Range<UInt64>)
    func independentParts(seed: UInt64) throws {
        guard let (first, seen, alone) = try example(seed: seed),
            let (second, alsoSeen, other) = try example(seed: seed + 1_000)
        else { return }
        let (shift, findingShift) = (first.priors.count, first.findings.count)
        let both = try NoisyOrNetwork(
            priors: first.priors + second.priors,
            findings: first.findings
                + second.findings.map { finding in
                    .init(
                        leak: finding.leak,
                        links: finding.links.map {
                            .init(hypothesis: $0.hypothesis + shift, strength: $0.strength)
                        })
                },
            groups: first.groups + second.groups.map { $0.map { $0 + shift } })
        let together = try both.posterior(
            given: Observed(
                findings: seen.findings + alsoSeen.findings.map { ($0.index + findingShift, $0.observation) },
                weights: seen.weights + alsoSeen.weights.map { ($0.hypothesis + shift, $0.ifActive, $0.ifInactive) }
            ).evidence(for: both))
        expectEqual(together.marginals, alone.marginals + other.marginals)
        expectEqual(together.groupMarginals, alone.groupMarginals + other.groupMarginals)
        #expect(abs(together.logEvidence - alone.logEvidence - other.logEvidence) < 1e-9)
    }

    @Test("evidence for one cause explains the other away")
    func explainingAway() throws {
        let network = try NoisyOrNetwork(
            priors: [0.1, 0.1],
            findings: [
                .init(leak: 0.01, links: [.init(hypothesis: 0, strength: 0.8), .init(hypothesis: 1, strength: 0.8)])
            ])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        let before = try network.posterior(given: evidence)
        evidence.weigh(hypothesis: 0, ifActive: 0.9, ifInactive: 0.1)
        let after = try network.posterior(given: evidence)
        #expect(after.marginals[0] > before.marginals[0])
        #expect(after.marginals[1] < before.marginals[1])
    }

    @Test("soft evidence of one and one changes nothing", arguments: 0..<30 as Range<UInt64>)
    func emptySoftEvidence(seed: UInt64) throws {
        guard let (network, observed, posterior) = try example(seed: seed) else { return }
        var evidence = observed.evidence(for: network)
        for finding in network.findings.indices where evidence[finding: finding] == nil {
            evidence[finding: finding] = .soft(ifPresent: 1, ifAbsent: 1)
        }
        expectEqual(try network.posterior(given: evidence).marginals, posterior.marginals)
    }

    @Test("certain soft evidence is the same as present or absent", arguments: 0..<30 as Range<UInt64>)
    func certainSoftEvidence(seed: UInt64) throws {
        guard let (network, observed, posterior) = try example(seed: seed) else { return }
        var evidence = observed.evidence(for: network)
        for finding in network.findings.indices {
            switch evidence[finding: finding] {
            case .present: evidence[finding: finding] = .soft(ifPresent: 1, ifAbsent: 0)
            case .absent: evidence[finding: finding] = .soft(ifPresent: 0, ifAbsent: 1)
            case .soft, nil: continue
            }
        }
        expectEqual(try network.posterior(given: evidence).marginals, posterior.marginals)
    }

    @Test("the work reported for more present findings is not less than for none")
    func workCounts() throws {
        guard let (network, _, _) = try example(seed: 3) else { return }
        var evidence = Evidence(for: network)
        #expect(try network.posterior(given: evidence).work == 0)
        for finding in network.findings.indices { evidence[finding: finding] = .soft(ifPresent: 1, ifAbsent: 0.1) }
        #expect(try network.posterior(given: evidence).work > 0)
    }
}

/// Expects two lists to agree to 1e-9, far above the rounding of sums of this size and far below what matters.
func expectEqual(
    _ found: some Sequence<Double>, _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation
) {
    let found = Array(found)
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (one, other) in zip(found, expected) {
        #expect(abs(one - other) < 1e-9, sourceLocation: sourceLocation)
    }
}
