/// Why numbers and links do not make a noisy-OR network.
public enum NetworkError: Error, Hashable, Sendable {
    /// A prior was not a number in `0...1`.
    case priorOutOfRange(hypothesis: Int, prior: Double)
    /// A leak was not a number in `0...1`.
    case leakOutOfRange(finding: Int, leak: Double)
    /// A link strength was not a number in `0...1`.
    case strengthOutOfRange(finding: Int, hypothesis: Int, strength: Double)
    /// A link named a hypothesis that the network does not have.
    case unknownHypothesis(finding: Int, hypothesis: Int)
    /// A finding named the same hypothesis twice.
    case duplicateLink(finding: Int, hypothesis: Int)
    /// A group named a hypothesis that the network does not have.
    case unknownMember(group: Int, hypothesis: Int)
    /// A hypothesis was named twice among the groups, which must be disjoint.
    case overlappingGroups(hypothesis: Int)
}
