import RealModule

/// What an observation that was not made yet is expected to teach.
public struct ExpectedInformation: Hashable, Sendable {
    /// One possible answer and the beliefs that it would lead to.
    public struct Outcome: Hashable, Sendable {
        /// How probable this answer is, given the evidence so far.
        public let probability: Double
        /// For each hypothesis the probability that it is active, after this answer.
        public let marginals: [Double]
        /// For each group the probability that at least one member is active, after this answer.
        public let groupMarginals: [Double]
    }

    /// The possible answers. Their probabilities add up to one.
    public let outcomes: [Outcome]
    /// For each hypothesis the mutual information with the answer, in bits, at least zero.
    public let hypothesisBits: [Double]
    /// For each group the mutual information between the answer and "at least one member is active", in bits.
    public let groupBits: [Double]

    init(outcomes: [Outcome], base: Posterior) {
        self.outcomes = outcomes
        hypothesisBits = base.marginals.indices.map { index in
            outcomes.reduce(0) { bits, outcome in
                bits + outcome.probability * divergence(of: outcome.marginals[index], from: base.marginals[index])
            }
        }
        groupBits = base.groupMarginals.indices.map { index in
            outcomes.reduce(0) { bits, outcome in
                bits + outcome.probability
                    * divergence(of: outcome.groupMarginals[index], from: base.groupMarginals[index])
            }
        }
    }
}

/// How likely one answer of an observation is, depending on the one hypothesis that it looks at.
public struct OutcomeLikelihood: Hashable, Sendable {
    /// The chance of the answer when the hypothesis is active, in `0...1`.
    public let ifActive: Double
    /// The chance of the answer when the hypothesis is inactive, in `0...1`.
    public let ifInactive: Double

    /// Creates the likelihood of one answer.
    public init(ifActive: Double, ifInactive: Double) {
        self.ifActive = ifActive
        self.ifInactive = ifInactive
    }
}

/// The Kullback–Leibler divergence in bits of one yes-or-no belief from another; never negative.
private func divergence(of new: Double, from old: Double) -> Double {
    guard new != old else { return 0 }
    let yes = new > 0 && old > 0 ? new * Double.log2(new / old) : 0
    let no = new < 1 && old < 1 ? (1 - new) * Double.log2((1 - new) / (1 - old)) : 0
    return max(0, yes + no)
}
