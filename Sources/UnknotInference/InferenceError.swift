/// Why a question to a noisy-OR network has no answer.
public enum InferenceError: Error, Hashable, Sendable {
    /// The evidence cannot have happened: its probability is zero.
    case contradiction
    /// An observation of this finding has likelihoods that are negative, not finite, or both zero.
    case invalidObservation(finding: Int)
    /// The weights of this hypothesis are negative or not finite.
    case invalidWeights(hypothesis: Int)
    /// The outcomes offered for an observation do not form likelihoods that add up to one, whether active or not.
    case invalidOutcomes(hypothesis: Int)
    /// The evidence, or the posterior handed in, was made for a network of another size.
    case differentNetwork
    /// The finding asked about is already part of the evidence.
    case alreadyObserved(finding: Int)
    /// The network has no finding at this position.
    case unknownFinding(Int)
    /// The network has no hypothesis at this position.
    case unknownHypothesis(Int)
}
