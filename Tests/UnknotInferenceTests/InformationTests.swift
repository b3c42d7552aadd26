import Numerics
import SeededRandom
import Testing
import UnknotInference

@Suite("Contribution, prediction and expected information")
struct InformationTests {
    /// A random network with some findings observed and the first one not.
    private func example(seed: UInt64) throws -> (network: NoisyOrNetwork, observed: Observed)? {
        var random = SplitMix64(seed: seed)
        let network = try NoisyOrNetwork.random(hypotheses: 8, findings: 7, using: &random)
        var observed = Observed.random(network, using: &random)
        observed.findings.removeAll { $0.index == 0 }
        return BruteForce(network, observed).evidence > 1e-12 ? (network, observed) : nil
    }

    private func adding(_ observation: Observation, to observed: Observed) -> Observed {
        Observed(findings: observed.findings + [(0, observation)], weights: observed.weights)
    }

    /// Entropy in bits of a yes-or-no belief.
    private func entropy(_ belief: Double) -> Double {
        [belief, 1 - belief].reduce(0) { $1 > 0 ? $0 - $1 * .log2($1) : $0 }
    }

    @Test("prediction agrees with brute force", arguments: 0..<100 as Range<UInt64>)
    func prediction(seed: UInt64) throws {
        guard let (network, observed) = try example(seed: seed) else { return }
        let expected =
            BruteForce(network, adding(.present, to: observed)).evidence / BruteForce(network, observed).evidence
        let found = try network.predictive(of: 0, given: adding(.present, to: observed).evidence(for: network))
        #expect(abs(found - expected) < 1e-9)
    }

    @Test("a contribution is the difference of two runs of the oracle", arguments: 0..<100 as Range<UInt64>)
    func contribution(seed: UInt64) throws {
        guard let (network, observed) = try example(seed: seed) else { return }
        let full = adding(.present, to: observed)
        let (with, without) = (BruteForce(network, full), BruteForce(network, observed))
        guard with.evidence > 1e-12 else { return }
        let found = try network.contribution(of: 0, given: full.evidence(for: network))
        func check(_ found: Double, _ with: Double, _ without: Double) {
            guard (1e-6...1 - 1e-6).contains(with), (1e-6...1 - 1e-6).contains(without) else { return }
            let change = Double.log(with / (1 - with)) - .log(without / (1 - without))
            #expect(abs(found - change) < 1e-8)
        }
        for index in network.priors.indices {
            check(found.hypotheses[index], with.marginals[index], without.marginals[index])
        }
        for index in network.groups.indices {
            check(found.groups[index], with.groupMarginals[index], without.groupMarginals[index])
        }
    }

    @Test("a finding that was not observed contributes nothing")
    func noContribution() throws {
        guard let (network, observed) = try example(seed: 1) else { return }
        let contribution = try network.contribution(of: 0, given: observed.evidence(for: network))
        #expect(contribution.hypotheses.allSatisfy { $0 == 0 })
    }

    @Test("information of a finding agrees with brute force", arguments: 0..<100 as Range<UInt64>)
    func findingInformation(seed: UInt64) throws {
        guard let (network, observed) = try example(seed: seed) else { return }
        let base = BruteForce(network, observed)
        let answers = [Observation.present, .absent].map { BruteForce(network, adding($0, to: observed)) }
        let found = try network.expectedInformation(ofFinding: 0, given: observed.evidence(for: network))
        for index in network.priors.indices {
            let left = answers.reduce(0) {
                $1.evidence > 0 ? $0 + $1.evidence / base.evidence * entropy($1.marginals[index]) : $0
            }
            #expect(abs(found.hypothesisBits[index] - (entropy(base.marginals[index]) - left)) < 1e-9)
            #expect(found.hypothesisBits[index] >= 0)
        }
        for (outcome, answer) in zip(found.outcomes, answers) where answer.evidence / base.evidence > 1e-5 {
            #expect(abs(outcome.probability - answer.evidence / base.evidence) < 1e-9)
            expectEqual(outcome.groupMarginals, answer.groupMarginals)
            expectEqual(outcome.marginals, answer.marginals)
        }
    }

    @Test("information of a look at a hypothesis agrees with brute force", arguments: 0..<100 as Range<UInt64>)
    func hypothesisInformation(seed: UInt64) throws {
        guard let (network, observed) = try example(seed: seed) else { return }
        let base = BruteForce(network, observed)
        let likelihoods = [(0.6, 0.1), (0.3, 0.2), (0.1, 0.7)]
        let found = try network.expectedInformation(
            ofHypothesis: 2, outcomes: likelihoods.map { .init(ifActive: $0.0, ifInactive: $0.1) },
            given: observed.evidence(for: network))
        var left = Array(repeating: 0.0, count: network.groups.count)
        for (outcome, likelihood) in zip(found.outcomes, likelihoods) {
            let answer = BruteForce(
                network,
                Observed(
                    findings: observed.findings, weights: observed.weights + [(2, likelihood.0, likelihood.1)]))
            #expect(abs(outcome.probability - answer.evidence / base.evidence) < 1e-9)
            expectEqual(outcome.marginals, answer.marginals)
            expectEqual(outcome.groupMarginals, answer.groupMarginals)
            for group in left.indices { left[group] += outcome.probability * entropy(answer.groupMarginals[group]) }
        }
        for group in left.indices {
            #expect(abs(found.groupBits[group] - (entropy(base.groupMarginals[group]) - left[group])) < 1e-9)
            #expect(found.groupBits[group] >= 0)
        }
    }

    @Test("what is certain teaches nothing", arguments: [0.0, 1.0])
    func certainty(prior: Double) throws {
        let network = try NoisyOrNetwork(
            priors: [prior, 0.5],
            findings: [.init(leak: prior, links: []), .init(leak: 0, links: [.init(hypothesis: 1, strength: 1)])],
            groups: [[0], [1]])
        let evidence = Evidence(for: network)
        let sure = try network.expectedInformation(ofFinding: 0, given: evidence)
        #expect(sure.outcomes.map(\.probability) == [prior, 1 - prior])
        #expect(sure.hypothesisBits == [0, 0])
        let known = try network.expectedInformation(
            ofHypothesis: 0, outcomes: [.init(ifActive: 1, ifInactive: 0), .init(ifActive: 0, ifInactive: 1)],
            given: evidence)
        #expect(known.outcomes.map(\.probability) == [prior, 1 - prior])
        #expect(known.groupBits == [0, 0])
        #expect(try network.predictive(of: 0, given: evidence) == prior)
    }

    @Test("a finding that mirrors a fair hypothesis teaches one bit")
    func oneBit() throws {
        let network = try NoisyOrNetwork(
            priors: [0.5], findings: [.init(leak: 0, links: [.init(hypothesis: 0, strength: 1)])], groups: [[0]])
        let found = try network.expectedInformation(ofFinding: 0, given: Evidence(for: network))
        #expect(found.hypothesisBits[0].isApproximatelyEqual(to: 1, relativeTolerance: 1e-12))
        #expect(found.groupBits[0].isApproximatelyEqual(to: 1, relativeTolerance: 1e-12))
    }
}
