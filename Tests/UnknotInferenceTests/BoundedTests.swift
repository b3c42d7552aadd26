import Numerics
import SeededRandom
import Testing
import UnknotInference

@Suite("Bounded posterior")
struct BoundedTests {
    /// A network in which every finding overlaps with every other, and evidence with many of them present.
    private func tangle(seed: UInt64) throws -> (network: NoisyOrNetwork, evidence: Evidence, truth: Posterior) {
        var random = SplitMix64(seed: seed)
        let network = try NoisyOrNetwork.random(hypotheses: 14, findings: 9, using: &random)
        let evidence = Observed.random(network, using: &random).evidence(for: network)
        return (network, evidence, try network.posterior(given: evidence, budget: .unlimited))
    }

    @Test("holds the exact answer and its own estimate between its bounds", arguments: 0..<300)
    func holdsTruth(seed: UInt64) throws {
        guard let (network, evidence, truth) = try? tangle(seed: seed) else { return }
        for operations in [1, 300, 2_000] {
            let rough = try network.posterior(given: evidence, budget: Budget(operations: operations, tableEntries: 64))
            guard case .bounded(let bounds) = rough.exactness else { continue }
            let lower = bounds.lower + bounds.lowerGroups
            let upper = bounds.upper + bounds.upperGroups
            let exact = truth.marginals + truth.groupMarginals
            let guess = rough.marginals + rough.groupMarginals
            for index in exact.indices {
                #expect((lower[index] - 1e-9...upper[index] + 1e-9).contains(exact[index]))
                #expect((lower[index]...upper[index]).contains(guess[index]))
            }
        }
    }

    @Test("is exact up to rounding when a single finding is left out")
    func singleFinding() throws {
        var checked = 0
        for seed in 0..<400 as Range<UInt64> {
            guard let (network, evidence, truth) = try? tangle(seed: seed) else { continue }
            for operations in [2_000, 4_000, 8_000] {
                let rough = try network.posterior(
                    given: evidence, budget: Budget(operations: operations, tableEntries: 1 << 20))
                guard case .bounded(let bounds) = rough.exactness, bounds.leftOut.count == 1 else { continue }
                checked += 1
                for index in truth.marginals.indices {
                    #expect(abs(rough.marginals[index] - truth.marginals[index]) < 1e-9)
                }
                #expect(abs(rough.logEvidence - truth.logEvidence) < 1e-9)
            }
        }
        #expect(checked > 20)
    }

    @Test("keeps the work near the budget")
    func keepsBudget() throws {
        var random = SplitMix64(seed: 1)
        let network = try NoisyOrNetwork(
            priors: (0..<120).map { _ in .random(in: 0.01...0.1, using: &random) },
            findings: (0..<40).map { _ in
                .init(
                    leak: 0.05,
                    links: (0..<120).filter { _ in Bool.random(using: &random) }
                        .map { .init(hypothesis: $0, strength: .random(in: 0.1...0.7, using: &random)) })
            })
        var evidence = Evidence(for: network)
        for finding in 0..<40 { evidence[finding: finding] = .present }
        let budget = Budget(operations: 4_000_000, tableEntries: 1 << 14)
        let posterior = try network.posterior(given: evidence, budget: budget)
        guard case .bounded(let bounds) = posterior.exactness else {
            Issue.record("forty tangled findings cannot be exact within \(budget.operations) operations")
            return
        }
        #expect((1..<40).contains(bounds.leftOut.count))
        #expect(posterior.work < budget.operations * 3 / 2)
    }

    @Test("knows that a finding left out cannot be absent when another says the same")
    func impliedFinding() throws {
        let sure = NoisyOrNetwork.Finding(
            leak: 0, links: [.init(hypothesis: 0, strength: 1), .init(hypothesis: 1, strength: 1)])
        let network = try NoisyOrNetwork(priors: [0.1, 0.2], findings: [sure, sure], groups: [[0, 1]])
        var evidence = Evidence(for: network)
        evidence[finding: 0] = .present
        evidence[finding: 1] = .present
        let rough = try network.posterior(given: evidence, budget: Budget(operations: 20, tableEntries: 1 << 20))
        guard case .bounded(let bounds) = rough.exactness else {
            Issue.record("two coupled findings need more than 20 operations")
            return
        }
        #expect(bounds.leftOut.count == 1)
        expectEqual(rough.marginals, [0.1 / 0.28, 0.2 / 0.28])
        expectEqual(bounds.lower, [0.1 / 0.28, 0.2 / 0.28])
        expectEqual(bounds.upper, [0.1 / 0.28, 0.2 / 0.28])
        expectEqual(rough.groupMarginals, [1])
    }
}
