import RealModule

extension NoisyOrNetwork {
    /// What asking about a finding is expected to teach.
    ///
    /// The first outcome is "present", the second "absent". The posterior for "absent" is computed, which is cheap
    /// because negative findings only change priors; that for "present" follows from the law of total probability,
    /// clamped against rounding. It is therefore coarse when "present" is less probable than about 1e-9.
    ///
    /// - Parameters:
    ///   - finding: A position in `findings` without an observation in `evidence`.
    ///   - evidence: Everything observed so far.
    ///   - base: The posterior given `evidence`, if the caller has it already.
    ///   - budget: The limit of work for each posterior.
    /// - Complexity: One posterior, two without `base`.
    public func expectedInformation(
        ofFinding finding: Int, given evidence: Evidence, base: Posterior? = nil, budget: Budget = .standard
    ) throws(InferenceError) -> ExpectedInformation {
        try check(finding: finding, evidence)
        guard evidence[finding: finding] == nil else { throw .alreadyObserved(finding: finding) }
        let base = try basePosterior(base, given: evidence, budget: budget)
        guard
            let absent = try posteriorIfPossible(
                given: evidence.with(.absent, of: finding), budget: budget, like: base
            )
        else {
            return ExpectedInformation(outcomes: [base.outcome(1), base.outcome(0)], base: base)
        }
        let probabilityAbsent = min(1, Double.exp(absent.logEvidence - base.logEvidence))
        let probabilityPresent = min(1, max(0, -.expMinusOne(absent.logEvidence - base.logEvidence)))
        let present = base.outcome(probabilityPresent, without: absent, of: probabilityAbsent)
        return ExpectedInformation(outcomes: [present, absent.outcome(probabilityAbsent)], base: base)
    }

    /// What looking at one hypothesis directly, such as a press on its spot, is expected to teach.
    ///
    /// - Parameters:
    ///   - hypothesis: A position in `priors`.
    ///   - outcomes: The possible answers; over all answers `ifActive` adds up to one, and so does `ifInactive`.
    ///   - evidence: Everything observed so far.
    ///   - base: The posterior given `evidence`, if the caller has it already.
    ///   - budget: The limit of work for each posterior.
    /// - Returns: One outcome for each likelihood, in the same order.
    /// - Complexity: One posterior, two without `base`.
    public func expectedInformation(
        ofHypothesis hypothesis: Int, outcomes: [OutcomeLikelihood], given evidence: Evidence,
        base: Posterior? = nil, budget: Budget = .standard
    ) throws(InferenceError) -> ExpectedInformation {
        guard priors.indices.contains(hypothesis) else { throw .unknownHypothesis(hypothesis) }
        guard outcomes.formDistributions else { throw .invalidOutcomes(hypothesis: hypothesis) }
        let base = try basePosterior(base, given: evidence, budget: budget)
        let active = base.marginals[hypothesis]
        let inactive = base.complements[hypothesis]

        // The less probable state is clamped and the other derived: dividing by at least a half loses no digits.
        var clamped = evidence
        clamped.weigh(
            hypothesis: hypothesis, ifActive: active <= inactive ? 1 : 0, ifInactive: active <= inactive ? 0 : 1)
        let rarer = min(active, inactive)
        let rare =
            try posteriorIfPossible(given: clamped, budget: budget, like: base)?.outcome(rarer)
            ?? base.outcome(0)
        let common = base.outcome(1 - rarer, without: rare)
        let (whenActive, whenInactive) = active <= inactive ? (rare, common) : (common, rare)
        return ExpectedInformation(
            outcomes: outcomes.map { .mixture(of: whenActive, $0.ifActive, and: whenInactive, $0.ifInactive) },
            base: base)
    }

    /// The probability that a finding is present, given evidence about the others.
    ///
    /// An observation of the finding itself is disregarded. The absolute error is about 1e-15.
    ///
    /// - Parameters:
    ///   - finding: A position in `findings`.
    ///   - evidence: Everything observed so far.
    ///   - base: The posterior given `evidence` without this finding, if the caller has it already.
    ///   - budget: The limit of work for each posterior.
    /// - Complexity: One posterior, two without `base`.
    public func predictive(
        of finding: Int, given evidence: Evidence, base: Posterior? = nil, budget: Budget = .standard
    ) throws(InferenceError) -> Double {
        try check(finding: finding, evidence)
        let others = evidence.with(nil, of: finding)
        let base = try basePosterior(base, given: others, budget: budget)
        guard
            let absent = try posteriorIfPossible(
                given: others.with(.absent, of: finding), budget: budget, like: base
            )
        else { return 1 }
        return min(1, max(0, -.expMinusOne(absent.logEvidence - base.logEvidence)))
    }

    /// The posterior, or nil when the evidence contradicts itself.
    private func posteriorIfPossible(
        given evidence: Evidence, budget: Budget, like base: Posterior
    ) throws(InferenceError) -> Posterior? {
        do throws(InferenceError) {
            return try posterior(given: evidence, budget: budget, like: base)
        } catch {
            guard error == .contradiction else { throw error }
            return nil
        }
    }
}

extension Evidence {
    fileprivate func with(_ observation: Observation?, of finding: Int) -> Evidence {
        var copy = self
        copy[finding: finding] = observation
        return copy
    }
}

extension [OutcomeLikelihood] {
    /// Whether the answers exclude each other and cover everything, up to rounding.
    fileprivate var formDistributions: Bool {
        guard allSatisfy({ (0...1).contains($0.ifActive) && (0...1).contains($0.ifInactive) }) else { return false }
        let active = reduce(0) { $0 + $1.ifActive }
        let inactive = reduce(0) { $0 + $1.ifInactive }
        return abs(active - 1) < 1e-9 && abs(inactive - 1) < 1e-9
    }
}

extension Posterior {
    fileprivate func outcome(_ probability: Double) -> ExpectedInformation.Outcome {
        .init(probability: probability, marginals: marginals, groupMarginals: groupMarginals)
    }

    /// What remains of these beliefs when one outcome of known probability is taken out.
    fileprivate func outcome(
        _ probability: Double, without other: ExpectedInformation.Outcome
    ) -> ExpectedInformation.Outcome {
        func rest(_ all: Double, _ part: Double) -> Double {
            probability > 0 ? min(1, max(0, (all - part * other.probability) / probability)) : all
        }
        return .init(
            probability: probability,
            marginals: marginals.indices.map { rest(marginals[$0], other.marginals[$0]) },
            groupMarginals: groupMarginals.indices.map { rest(groupMarginals[$0], other.groupMarginals[$0]) })
    }

    fileprivate func outcome(
        _ probability: Double, without other: Posterior, of otherProbability: Double
    ) -> ExpectedInformation.Outcome {
        outcome(probability, without: other.outcome(otherProbability))
    }
}

extension ExpectedInformation.Outcome {
    /// The beliefs after an answer that is only likely, not certain, to tell two cases apart.
    fileprivate static func mixture(of first: Self, _ ifFirst: Double, and second: Self, _ ifSecond: Double) -> Self {
        let firstWeight = first.probability * ifFirst
        let secondWeight = second.probability * ifSecond
        let total = firstWeight + secondWeight
        let share = total > 0 ? firstWeight / total : 0.5
        func mix(_ one: Double, _ two: Double) -> Double { two + share * (one - two) }
        return .init(
            probability: total,
            marginals: first.marginals.indices.map { mix(first.marginals[$0], second.marginals[$0]) },
            groupMarginals: first.groupMarginals.indices.map {
                mix(first.groupMarginals[$0], second.groupMarginals[$0])
            })
    }
}
