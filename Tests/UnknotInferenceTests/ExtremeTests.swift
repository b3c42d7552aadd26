import Numerics
import Testing
import UnknotInference

@Suite("Extreme evidence")
struct ExtremeTests {
    /// Twenty present findings, each with two rare causes of its own, and thirty absent ones, each tied to one cause.
    ///
    /// The pairs are independent, so the answer for each follows from four states by hand.
    @Test("twenty present and thirty absent findings keep full relative precision")
    func independentPairs() throws {
        let (rare, rarer, leak) = (1e-9, 3e-10, 1e-12)
        let network = try NoisyOrNetwork(
            priors: (0..<40).map { $0.isMultiple(of: 2) ? rare : rarer },
            findings: (0..<20).map { pair in
                .init(
                    leak: leak,
                    links: [.init(hypothesis: 2 * pair, strength: 1), .init(hypothesis: 2 * pair + 1, strength: 0.5)])
            } + (0..<30).map { .init(leak: 0.1, links: [.init(hypothesis: $0, strength: 0.999)]) })
        var evidence = Evidence(for: network)
        for finding in 0..<20 { evidence[finding: finding] = .present }
        for finding in 20..<50 { evidence[finding: finding] = .absent }
        let posterior = try network.posterior(given: evidence)

        var logEvidence = 30 * Double.log(0.9)
        for pair in 0..<20 {
            let (first, second) = pair < 15 ? (rare * 0.001, rarer * 0.001) : (rare, rarer)
            let (notFirst, notSecond) = (1 - rare, 1 - rarer)
            let onlySecond = notFirst * second * (leak + (1 - leak) * 0.5)
            let mass = first * (second + notSecond) + onlySecond + notFirst * notSecond * leak
            logEvidence += .log(mass)
            #expect(
                posterior.marginals[2 * pair].isApproximatelyEqual(
                    to: first * (second + notSecond) / mass, relativeTolerance: 1e-12))
            #expect(
                posterior.marginals[2 * pair + 1].isApproximatelyEqual(
                    to: (onlySecond + first * second) / mass, relativeTolerance: 1e-12))
        }
        #expect(posterior.logEvidence.isApproximatelyEqual(to: logEvidence, relativeTolerance: 1e-12))
    }

    /// A chain couples twenty present findings: cause k brings about findings k and k + 1 for sure, without leak.
    ///
    /// Counted in log space by a two-state recursion over "was the previous cause active".
    @Test("a deterministic chain with priors of one in a billion stays exact")
    func deterministicChain() throws {
        let (prior, count) = (1e-9, 20)
        let network = try NoisyOrNetwork(
            priors: Array(repeating: prior, count: count + 1),
            findings: (0..<count).map { index in
                .init(
                    leak: 0, links: [.init(hypothesis: index, strength: 1), .init(hypothesis: index + 1, strength: 1)])
            })
        var evidence = Evidence(for: network)
        for finding in 0..<count { evidence[finding: finding] = .present }
        let posterior = try network.posterior(given: evidence)

        let (logActive, logInactive) = (Double.log(prior), Double.log(onePlus: -prior))
        func logSum(_ first: Double, _ second: Double) -> Double {
            let top = max(first, second)
            return top + .log(.exp(first - top) + .exp(second - top))
        }
        var (active, inactive) = (logActive, logInactive)
        for _ in 0..<count {
            (active, inactive) = (logSum(active, inactive) + logActive, active + logInactive)
        }
        #expect(posterior.logEvidence.isApproximatelyEqual(to: logSum(active, inactive), relativeTolerance: 1e-12))
        #expect(
            posterior.marginals[count].isApproximatelyEqual(
                to: .exp(active - logSum(active, inactive)), relativeTolerance: 1e-9))
    }

    /// One finding set of twelve, each with its own almost impossible cause and one common, impossibly rare one.
    @Test("sets of many rare events do not underflow")
    func noUnderflow() throws {
        let (own, common, count) = (1e-30, 1e-200, 12)
        let network = try NoisyOrNetwork(
            priors: Array(repeating: own, count: count) + [common],
            findings: (0..<count).map { index in
                .init(leak: 0, links: [.init(hypothesis: index, strength: 1), .init(hypothesis: count, strength: 1)])
            })
        var evidence = Evidence(for: network)
        for finding in 0..<count { evidence[finding: finding] = .present }
        let posterior = try network.posterior(given: evidence)
        // The common cause has 1e-200; all own causes together only 1e-360, below the smallest Double.
        #expect(posterior.logEvidence.isApproximatelyEqual(to: .log(common), relativeTolerance: 1e-12))
        #expect(
            posterior.logOdds(ofHypothesis: count).isApproximatelyEqual(
                to: -200 * .log(10) + 360 * .log(10), relativeTolerance: 1e-9))
    }

    @Test("log odds stay accurate next to certainty")
    func logOddsNearOne() throws {
        let network = try NoisyOrNetwork(priors: [0.5], findings: [], groups: [[0]])
        var evidence = Evidence(for: network)
        for _ in 0..<10 { evidence.weigh(hypothesis: 0, ifActive: 1, ifInactive: 1e-5) }
        let posterior = try network.posterior(given: evidence)
        #expect(posterior.marginals[0] == 1)
        #expect(posterior.logOdds(ofHypothesis: 0).isApproximatelyEqual(to: 50 * .log(10), relativeTolerance: 1e-12))
        #expect(posterior.logOdds(ofGroup: 0).isApproximatelyEqual(to: 50 * .log(10), relativeTolerance: 1e-12))
    }

    @Test("weights and likelihoods of any size only shift the log evidence")
    func extremeScales() throws {
        let finding = NoisyOrNetwork.Finding(
            leak: 0.1, links: [.init(hypothesis: 0, strength: 0.5), .init(hypothesis: 1, strength: 0.5)])
        let network = try NoisyOrNetwork(priors: [0.2, 0.3], findings: [finding])
        var plain = Evidence(for: network)
        plain[finding: 0] = .soft(ifPresent: 0.9, ifAbsent: 0.3)
        var scaled = Evidence(for: network)
        scaled[finding: 0] = .soft(ifPresent: 0.9e290, ifAbsent: 0.3e290)
        for _ in 0..<10 { scaled.weigh(hypothesis: 0, ifActive: 1e-90, ifInactive: 1e-90) }
        let (first, second) = (try network.posterior(given: plain), try network.posterior(given: scaled))
        expectEqual(second.marginals, first.marginals)
        #expect(
            (second.logEvidence - first.logEvidence).isApproximatelyEqual(
                to: (290 - 900) * .log(10), relativeTolerance: 1e-12))
    }
}
