import Testing
import UnknotInference

@Suite("Refusing wrong input")
struct ValidationTests {
    private static let pair = try? NoisyOrNetwork(
        priors: [0.1, 0.2],
        findings: [.init(leak: 0, links: [.init(hypothesis: 0, strength: 0.5), .init(hypothesis: 1, strength: 0.5)])])

    @Test("a prior outside 0...1 is refused", arguments: [-0.1, 1.1, Double.infinity])
    func prior(value: Double) {
        #expect(throws: NetworkError.priorOutOfRange(hypothesis: 1, prior: value)) {
            try NoisyOrNetwork(priors: [0.5, value], findings: [])
        }
    }

    @Test("not a number is refused everywhere")
    func notANumber() {
        #expect(throws: NetworkError.self) { try NoisyOrNetwork(priors: [.nan], findings: []) }
        #expect(throws: NetworkError.self) { try NoisyOrNetwork(priors: [], findings: [.init(leak: .nan, links: [])]) }
        #expect(throws: NetworkError.self) {
            try NoisyOrNetwork(priors: [0], findings: [.init(leak: 0, links: [.init(hypothesis: 0, strength: .nan)])])
        }
    }

    @Test("a leak or strength outside 0...1 is refused")
    func leakAndStrength() {
        #expect(throws: NetworkError.leakOutOfRange(finding: 0, leak: 2)) {
            try NoisyOrNetwork(priors: [], findings: [.init(leak: 2, links: [])])
        }
        #expect(throws: NetworkError.strengthOutOfRange(finding: 0, hypothesis: 0, strength: -1)) {
            try NoisyOrNetwork(priors: [0], findings: [.init(leak: 0, links: [.init(hypothesis: 0, strength: -1)])])
        }
    }

    @Test("links and groups must lead somewhere, once")
    func indices() {
        #expect(throws: NetworkError.unknownHypothesis(finding: 0, hypothesis: 3)) {
            try NoisyOrNetwork(priors: [0], findings: [.init(leak: 0, links: [.init(hypothesis: 3, strength: 0)])])
        }
        let twice = NoisyOrNetwork.Link(hypothesis: 0, strength: 0.1)
        #expect(throws: NetworkError.duplicateLink(finding: 0, hypothesis: 0)) {
            try NoisyOrNetwork(priors: [0], findings: [.init(leak: 0, links: [twice, twice])])
        }
        #expect(throws: NetworkError.unknownMember(group: 0, hypothesis: -1)) {
            try NoisyOrNetwork(priors: [0], findings: [], groups: [[-1]])
        }
        #expect(throws: NetworkError.overlappingGroups(hypothesis: 0)) {
            try NoisyOrNetwork(priors: [0, 0], findings: [], groups: [[0, 1], [0]])
        }
    }

    @Test(
        "impossible likelihoods are refused",
        arguments: [(-1, 1), (0, 0), (.nan, 1), (1, .infinity)] as [(Double, Double)])
    func observation(ifPresent: Double, ifAbsent: Double) throws {
        let network = try #require(Self.pair)
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .soft(ifPresent: ifPresent, ifAbsent: ifAbsent)
        #expect(throws: InferenceError.invalidObservation(finding: 0)) { try network.posterior(given: evidence) }
    }

    @Test("impossible weights are refused", arguments: [-1, Double.nan, .infinity])
    func weights(value: Double) throws {
        let network = try #require(Self.pair)
        var evidence = Evidence(for: network)
        evidence.weigh(hypothesis: 1, ifActive: value, ifInactive: 1)
        #expect(throws: InferenceError.invalidWeights(hypothesis: 1)) { try network.posterior(given: evidence) }
    }

    @Test("evidence that cannot happen is a contradiction")
    func contradiction() throws {
        let network = try #require(Self.pair)
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        evidence.weigh(hypothesis: 0, ifActive: 0, ifInactive: 1)
        evidence.weigh(hypothesis: 1, ifActive: 0, ifInactive: 1)
        #expect(throws: InferenceError.contradiction) { try network.posterior(given: evidence) }
    }

    @Test("a sure finding cannot be absent")
    func sureFinding() throws {
        let network = try NoisyOrNetwork(priors: [0.5], findings: [.init(leak: 1, links: [])])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .absent
        #expect(throws: InferenceError.contradiction) { try network.posterior(given: evidence) }
    }

    @Test("evidence of another network is refused")
    func otherNetwork() throws {
        let network = try #require(Self.pair)
        let other = try NoisyOrNetwork(priors: [0.5], findings: [])
        #expect(throws: InferenceError.differentNetwork) { try network.posterior(given: Evidence(for: other)) }
        let posterior = try other.posterior(given: Evidence(for: other))
        #expect(throws: InferenceError.differentNetwork) {
            try network.contribution(of: 0, given: Evidence(for: network), base: posterior)
        }
        #expect(throws: InferenceError.differentNetwork) { try network.predictive(of: 0, given: Evidence(for: other)) }
    }

    @Test("a network of nothing has an empty answer")
    func empty() throws {
        let network = try NoisyOrNetwork(priors: [], findings: [], groups: [[]])
        let posterior = try network.posterior(given: Evidence(for: network))
        #expect(posterior.marginals.isEmpty)
        #expect(posterior.groupMarginals == [0])
        #expect(posterior.logEvidence == 0)
    }

    @Test("questions about what does not exist or is known already are refused")
    func wrongQuestions() throws {
        let network = try #require(Self.pair)
        var evidence = Evidence(for: network)
        #expect(throws: InferenceError.unknownFinding(7)) { try network.predictive(of: 7, given: evidence) }
        #expect(throws: InferenceError.unknownFinding(7)) { try network.contribution(of: 7, given: evidence) }
        #expect(throws: InferenceError.unknownFinding(7)) {
            try network.expectedInformation(ofFinding: 7, given: evidence)
        }
        #expect(throws: InferenceError.unknownHypothesis(9)) {
            try network.expectedInformation(ofHypothesis: 9, outcomes: [], given: evidence)
        }
        #expect(throws: InferenceError.invalidOutcomes(hypothesis: 0)) {
            try network.expectedInformation(
                ofHypothesis: 0, outcomes: [.init(ifActive: 0.5, ifInactive: 1)], given: evidence)
        }
        evidence[finding: 0] = .present
        #expect(throws: InferenceError.alreadyObserved(finding: 0)) {
            try network.expectedInformation(ofFinding: 0, given: evidence)
        }
    }
}
