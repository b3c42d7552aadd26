import RealModule

/// What the evidence says about every hypothesis and every group.
public struct Posterior: Hashable, Sendable {
    /// For each hypothesis the probability that it is active.
    public let marginals: [Double]
    /// For each group the probability that at least one of its hypotheses is active, taken jointly.
    public let groupMarginals: [Double]
    /// The log of the probability of the evidence, up to the scale of the soft observations in it.
    public let logEvidence: Double
    /// Whether the numbers are exact or bounded.
    public let exactness: Exactness
    /// Elementary table operations spent, so that a caller can reason about cost.
    public let work: Int

    /// For each hypothesis the probability that it is inactive, kept because `1 − marginal` loses small numbers.
    let complements: [Double]
    /// For each group the probability that no member is active.
    let groupComplements: [Double]
    /// The order in which findings were opened, a good start for the next, similar, question.
    let openingOrder: [Int]

    /// The log odds of a hypothesis, accurate also where the probability is next to 0 or 1.
    ///
    /// - Returns: Minus or plus infinity for a hypothesis that is ruled out or certain.
    public func logOdds(ofHypothesis index: Int) -> Double {
        .log(marginals[index]) - .log(complements[index])
    }

    /// The log odds that at least one member of a group is active.
    public func logOdds(ofGroup index: Int) -> Double {
        .log(groupMarginals[index]) - .log(groupComplements[index])
    }
}

/// Whether a posterior is exact up to rounding, or bounded because exactness was over budget.
public enum Exactness: Hashable, Sendable {
    /// Every number is exact up to rounding.
    case exact
    /// Some findings were too costly to treat exactly; the truth lies within the bounds.
    case bounded(Bounds)

    /// Limits that surely hold the exact answer.
    public struct Bounds: Hashable, Sendable {
        /// For each hypothesis a lower limit of the exact marginal.
        public let lower: [Double]
        /// For each hypothesis an upper limit of the exact marginal.
        public let upper: [Double]
        /// For each group a lower limit of the exact group marginal.
        public let lowerGroups: [Double]
        /// For each group an upper limit of the exact group marginal.
        public let upperGroups: [Double]
        /// The observed findings that were only bounded, in ascending order.
        public let leftOut: [Int]
    }
}
