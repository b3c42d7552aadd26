import Foundation
import Numerics
import SeededRandom
import Testing
import UnknotInference

@Suite("Posterior against brute force")
struct BruteForceTests {
    /// 10,000 networks with UNKNOT_SOAK=1, else 1,500 of mostly small size.
    static let soak = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] == "1"
    static let batches: [UInt64] = Array(0..<(soak ? 100 : 15))

    @Test("agrees in every marginal, group and log evidence", arguments: batches)
    func agrees(batch: UInt64) throws {
        for seed in batch * 100..<batch * 100 + 100 {
            var random = SplitMix64(seed: seed)
            let largest = Self.soak ? 16 : seed % 50 == 0 ? 12 : 8
            let network = try NoisyOrNetwork.random(
                hypotheses: .random(in: 1...largest, using: &random), findings: .random(in: 0...10, using: &random),
                using: &random)
            try check(network, .random(network, using: &random), seed: seed)
        }
    }

    private func check(_ network: NoisyOrNetwork, _ observed: Observed, seed: UInt64) throws {
        let truth = BruteForce(network, observed)
        guard truth.evidence > 0 else {
            #expect(throws: InferenceError.contradiction, "seed \(seed)") {
                try network.posterior(given: observed.evidence(for: network))
            }
            return
        }
        let posterior = try network.posterior(given: observed.evidence(for: network))
        #expect(posterior.exactness == .exact)
        #expect(abs(posterior.logEvidence - .log(truth.evidence)) < 1e-9, "seed \(seed)")
        for (found, expected) in zip(
            posterior.marginals + posterior.groupMarginals, truth.marginals + truth.groupMarginals)
        {
            #expect(abs(found - expected) < 1e-9, "seed \(seed)")
        }
    }

    @Test("agrees with quickscore where enumeration is out of reach", arguments: 0..<6 as Range<UInt64>)
    func quickscore(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let network = try NoisyOrNetwork(
            priors: (0..<40).map { _ in .random(in: 0.05...0.3, using: &random) },
            findings: (0..<38).map { _ in
                .init(
                    leak: .random(in: 0.05...0.3, using: &random),
                    links: (0..<40).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
                        .map { .init(hypothesis: $0, strength: .random(in: 0.1...0.9, using: &random)) })
            })
        let oracle = Quickscore(network: network, present: Array(0..<8), absent: Array(8..<38))
        var evidence = Evidence(for: network)
        for finding in oracle.present { evidence[finding: finding] = .present }
        for finding in oracle.absent { evidence[finding: finding] = .absent }
        let posterior = try network.posterior(given: evidence)
        // The absent findings alone make the evidence improbable; what cancels is the sum over the present ones.
        let total = oracle.evidence()
        #expect(abs(posterior.logEvidence - .log(total)) < 1e-6)
        for hypothesis in stride(from: 0, to: 40, by: 7) {
            #expect(abs(posterior.marginals[hypothesis] - oracle.evidence(active: hypothesis) / total) < 1e-6)
        }
    }
}
