import RealModule

/// What was observed of one finding.
public enum Observation: Hashable, Sendable {
    /// The finding was looked for and is not there.
    case absent
    /// The finding is there.
    case present
    /// An unsure observation: how likely it is if the finding is truly present, and if it is truly absent.
    ///
    /// Both are at least zero, finite and known up to a common factor; not both are zero.
    case soft(ifPresent: Double, ifAbsent: Double)

    /// The two likelihoods that the case stands for.
    var likelihoods: (ifPresent: Double, ifAbsent: Double) {
        switch self {
        case .absent: (0, 1)
        case .present: (1, 0)
        case .soft(let ifPresent, let ifAbsent): (ifPresent, ifAbsent)
        }
    }
}

/// Everything observed so far about the findings and hypotheses of one network.
///
/// A finding without an observation was not asked about, which is not the same as absent.
public struct Evidence: Hashable, Sendable {
    private(set) var observations: [Observation?]
    private(set) var ifActive: [Double]
    private(set) var ifInactive: [Double]
    /// The log of the common factors taken out of the weights to keep them from underflowing.
    private(set) var logScale: Double = 0

    /// Creates evidence that says nothing yet.
    ///
    /// - Complexity: O(number of findings + hypotheses).
    public init(for network: NoisyOrNetwork) {
        observations = Array(repeating: nil, count: network.findings.count)
        ifActive = Array(repeating: 1, count: network.priors.count)
        ifInactive = Array(repeating: 1, count: network.priors.count)
    }

    /// The observation of a finding, or nil while it was not observed.
    ///
    /// - Precondition: `index` is a position in the network's findings.
    public subscript(finding index: Int) -> Observation? {
        get { observations[index] }
        set { observations[index] = newValue }
    }

    /// The evidence that bears on one hypothesis alone, up to a common factor.
    ///
    /// - Precondition: `index` is a position in the network's priors.
    public func weights(ofHypothesis index: Int) -> (ifActive: Double, ifInactive: Double) {
        (ifActive[index], ifInactive[index])
    }

    /// Adds evidence that bears on one hypothesis alone, such as a press on the very spot.
    ///
    /// The likelihoods count up to a common factor and multiply into what was there before. Zero for one of them
    /// rules that state out. Numbers that are negative or not finite make every later question throw
    /// `InferenceError.invalidWeights`.
    ///
    /// - Parameters:
    ///   - hypothesis: A position in the network's priors.
    ///   - active: How likely the observation is when the hypothesis is active.
    ///   - inactive: How likely the observation is when it is not.
    public mutating func weigh(hypothesis: Int, ifActive active: Double, ifInactive inactive: Double) {
        ifActive[hypothesis] *= active
        ifInactive[hypothesis] *= inactive
        let largest = max(ifActive[hypothesis], ifInactive[hypothesis])
        if largest > 0, largest < 1e-100 || largest > 1e100, largest.isFinite {
            ifActive[hypothesis] /= largest
            ifInactive[hypothesis] /= largest
            logScale += .log(largest)
        }
    }
}
