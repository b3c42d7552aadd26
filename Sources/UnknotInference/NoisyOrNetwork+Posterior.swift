extension NoisyOrNetwork {
    /// The exact marginals of all hypotheses and groups given the evidence, or bounds where that is over budget.
    ///
    /// Absent findings cost next to nothing. Present ones are swept (see `Sweep`): the cost grows exponentially in
    /// how many of them must be kept in mind at once, which for findings with neighbouring causes is far fewer than
    /// there are. Over budget some present findings are left out and the answer says how far that can matter.
    ///
    /// - Throws: `InferenceError.contradiction` when the evidence has probability zero, and the cases for malformed
    ///   evidence.
    /// - Complexity: O(links) plus the sweep, about (2·effects + 5)·2^(open findings) for each hypothesis; never
    ///   much over `budget`.
    public func posterior(
        given evidence: Evidence, budget: Budget = .standard
    ) throws(InferenceError) -> Posterior {
        try posterior(given: evidence, budget: budget, like: nil)
    }

    /// The same, starting the search for a good order from that of a similar question.
    func posterior(
        given evidence: Evidence, budget: Budget, like similar: Posterior?
    ) throws(InferenceError) -> Posterior {
        let reduction = try Reduction(self, evidence: evidence)
        var plan = InferencePlan(self, reduction, like: similar)
        if !budget.allows(plan.cost, runs: 1), similar != nil { plan = InferencePlan(self, reduction, like: nil) }
        if budget.allows(plan.cost, runs: 1) { return try plan.carryOut(self) }

        var leftOut: [Int] = []
        while !budget.allows(plan.cost, runs: leftOut.count + 1), let costly = plan.findingToLeaveOut() {
            leftOut.append(costly)
            plan = InferencePlan(self, try Reduction(self, evidence: evidence, ignoring: leftOut), like: nil)
        }
        return try plan.carryOut(self).bounded(self, evidence: evidence, leftOut: leftOut.sorted())
    }
}

extension Budget {
    /// Whether that many runs of a predicted cost stay within the budget.
    fileprivate func allows(_ cost: OpeningProblem.Cost, runs: Int) -> Bool {
        cost.operations * Double(runs) <= Double(operations)
            && Double(sign: .plus, exponent: cost.peak, significand: 1) <= Double(tableEntries)
    }
}
