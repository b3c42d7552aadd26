import RealModule

extension Posterior {
    /// Limits and estimates with the findings that this posterior was computed without.
    ///
    /// For a question with answer *a*, the left-out observations multiply the odds by the ratio of the means of
    /// Y = Π likelihoods for "yes" and for "no". Each factor Y_f lies within the range its causes allow, and its mean
    /// E_f is known exactly, so for each answer
    ///
    ///     max_f E_f · Π others' minima ≤ E[Y] ≤ min_f E_f · Π others' maxima,
    ///     E[Y] ≥ Π maxima · (1 − Σ (1 − E_f / max_f))
    ///
    /// With a single finding left out the limits therefore meet. The estimate takes the findings as independent
    /// given the answer.
    func bounded(
        _ network: NoisyOrNetwork, evidence: Evidence, leftOut: [Int]
    ) throws(InferenceError) -> Posterior {
        var findings: [LeftOutFinding] = []
        var (total, spent) = (logEvidence, work)
        for index in leftOut {
            guard let observation = evidence[finding: index] else { continue }
            let (ifPresent, ifAbsent) = observation.likelihoods
            let scale = max(ifPresent, ifAbsent)
            let absent = try posteriorIfAbsent(index, network, evidence: evidence, leftOut: leftOut)
            spent += absent?.work ?? 0
            let finding = LeftOutFinding(
                network.findings[index], likelihoods: (ifPresent / scale, ifAbsent / scale), base: self, absent: absent)
            total += .log(scale) + .log(max(finding.likelihood, .leastNormalMagnitude))
            findings.append(finding)
        }
        let hypotheses = marginals.indices.map { index in
            Question(members: [index], yes: marginals[index], no: complements[index])
                .answer(findings) { $0.shares(ofHypothesis: index) }
        }
        let groups = groupMarginals.indices.map { index in
            Question(members: network.groups[index], yes: groupMarginals[index], no: groupComplements[index])
                .answer(findings) { $0.shares(ofGroup: index) }
        }
        return Posterior(
            marginals: hypotheses.map { $0.yes.guess }, groupMarginals: groups.map { $0.yes.guess }, logEvidence: total,
            exactness: .bounded(
                .init(
                    lower: hypotheses.map { $0.yes.lower }, upper: hypotheses.map { $0.yes.upper },
                    lowerGroups: groups.map { $0.yes.lower }, upperGroups: groups.map { $0.yes.upper }, leftOut: leftOut
                )),
            work: spent, complements: hypotheses.map { $0.no }, groupComplements: groups.map { $0.no },
            openingOrder: openingOrder)
    }

    private func posteriorIfAbsent(
        _ index: Int, _ network: NoisyOrNetwork, evidence: Evidence, leftOut: [Int]
    ) throws(InferenceError) -> Posterior? {
        var changed = evidence
        changed[finding: index] = .absent
        do throws(InferenceError) {
            let reduction = try Reduction(network, evidence: changed, ignoring: leftOut.filter { $0 != index })
            return try InferencePlan(network, reduction, like: self).carryOut(network)
        } catch {
            guard error == .contradiction else { throw error }
            return nil
        }
    }
}

extension Question {
    /// The probability of "yes" with the findings taken into account, and the guess for "no".
    fileprivate func answer(
        _ findings: [LeftOutFinding], shares: (LeftOutFinding) -> (yes: Double, no: Double)
    ) -> (yes: Enclosure, no: Double) {
        let ifYes = product(findings.map { $0.likelihood(self, answer: true, absentShare: shares($0).yes) })
        let ifNo = product(findings.map { $0.likelihood(self, answer: false, absentShare: shares($0).no) })
        func probability(_ yes: Double, _ no: Double, otherwise: Double) -> Double {
            yes + no > 0 ? yes / (yes + no) : otherwise
        }
        let lower = probability(yes * ifYes.lower, no * ifNo.upper, otherwise: 0)
        let upper = probability(yes * ifYes.upper, no * ifNo.lower, otherwise: yes > 0 ? 1 : 0)
        let guess = probability(yes * ifYes.guess, no * ifNo.guess, otherwise: yes)
        let guessNo = probability(no * ifNo.guess, yes * ifYes.guess, otherwise: no)
        let clamped = min(max(guess, lower), upper)
        return (Enclosure(lower: lower, guess: clamped, upper: upper), clamped == guess ? guessNo : 1 - clamped)
    }

    private func product(_ factors: [(range: Enclosure, mean: Enclosure)]) -> Enclosure {
        var result = Enclosure(lower: 1, guess: 1, upper: 1)
        var missing = 0.0
        for factor in factors {
            result.lower *= factor.range.lower
            result.upper *= factor.range.upper
            result.guess *= factor.mean.guess
            missing += factor.range.upper > 0 ? 1 - factor.mean.lower / factor.range.upper : 0
        }
        let union = result.upper * (1 - missing)
        for chosen in factors.indices {
            var (lower, upper) = (factors[chosen].mean.lower, factors[chosen].mean.upper)
            for other in factors.indices where other != chosen {
                lower *= factors[other].range.lower
                upper *= factors[other].range.upper
            }
            result.lower = max(result.lower, lower)
            result.upper = min(result.upper, upper)
        }
        result.lower = max(result.lower, union)
        result.upper = max(result.upper, result.lower)
        return result
    }
}
