/// How one piece of evidence moved the beliefs: log odds with it minus log odds without it.
///
/// Positive speaks for, negative against. Explaining away shows as a negative number for a rival cause.
public struct Contribution: Hashable, Sendable {
    /// For each hypothesis the change of its log odds, in nats; infinite where the evidence decides alone.
    public let hypotheses: [Double]
    /// For each group the change of the log odds that at least one member is active.
    public let groups: [Double]

    /// Compares two posteriors of the same network.
    ///
    /// Where the log odds are infinite and equal the change counts as zero.
    ///
    /// - Precondition: Both have the same number of hypotheses and groups.
    public init(with: Posterior, without: Posterior) {
        hypotheses = with.marginals.indices.map {
            Self.change(from: without.logOdds(ofHypothesis: $0), to: with.logOdds(ofHypothesis: $0))
        }
        groups = with.groupMarginals.indices.map {
            Self.change(from: without.logOdds(ofGroup: $0), to: with.logOdds(ofGroup: $0))
        }
    }

    private static func change(from old: Double, to new: Double) -> Double {
        old == new ? 0 : new - old
    }
}

extension NoisyOrNetwork {
    /// What one observed finding contributes, given all the other evidence (leave one out).
    ///
    /// A finding that was not observed contributes nothing.
    ///
    /// - Parameters:
    ///   - finding: A position in `findings`.
    ///   - evidence: Everything observed, with this finding.
    ///   - base: The posterior given `evidence`, if the caller has it already.
    ///   - budget: The limit of work for each of the posteriors.
    /// - Complexity: One posterior, two without `base`.
    public func contribution(
        of finding: Int, given evidence: Evidence, base: Posterior? = nil, budget: Budget = .standard
    ) throws(InferenceError) -> Contribution {
        try check(finding: finding, evidence)
        let with = try basePosterior(base, given: evidence, budget: budget)
        var others = evidence
        others[finding: finding] = nil
        return Contribution(with: with, without: try posterior(given: others, budget: budget, like: with))
    }

    /// Makes sure that a finding exists and that the evidence was made for this network.
    func check(finding: Int, _ evidence: Evidence) throws(InferenceError) {
        guard findings.indices.contains(finding) else { throw .unknownFinding(finding) }
        guard evidence.observations.count == findings.count else { throw .differentNetwork }
    }

    /// The posterior handed in, if it and the evidence fit the network, or else a new one.
    func basePosterior(
        _ base: Posterior?, given evidence: Evidence, budget: Budget
    ) throws(InferenceError) -> Posterior {
        guard let base else { return try posterior(given: evidence, budget: budget) }
        guard base.marginals.count == priors.count, base.groupMarginals.count == groups.count,
            evidence.ifActive.count == priors.count
        else { throw .differentNetwork }
        return base
    }
}
