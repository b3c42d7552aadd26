/// Hidden causes that are on or off, and findings that any active cause can bring about on its own.
///
///     P(finding absent | causes) = (1 − leak) · Π over active causes (1 − strength)
///
/// The hypotheses are independent before anything is observed. A network is checked once, when it is made; after
/// that every number in it is known to be good.
///
/// Reference: Pearl, "Probabilistic Reasoning in Intelligent Systems", 1988, section 4.3.2; with leak: Henrion, UAI 1987.
public struct NoisyOrNetwork: Hashable, Sendable {
    /// One arrow of the network: how readily one hypothesis brings about a finding.
    public struct Link: Hashable, Sendable {
        /// Position of the cause in `NoisyOrNetwork.priors`.
        public let hypothesis: Int
        /// The chance, in `0...1`, that the active hypothesis alone makes the finding present.
        public let strength: Double

        /// Creates a link; the network it is given to checks the numbers.
        public init(hypothesis: Int, strength: Double) {
            self.hypothesis = hypothesis
            self.strength = strength
        }
    }

    /// Something that can be observed, with everything that can cause it.
    public struct Finding: Hashable, Sendable {
        /// The chance, in `0...1`, that the finding is present although no hypothesis caused it.
        public let leak: Double
        /// The causes, each named at most once, in any order.
        public let links: [Link]

        /// Creates a finding; the network it is given to checks the numbers.
        public init(leak: Double, links: [Link]) {
            self.leak = leak
            self.links = links
        }
    }

    /// For each hypothesis the chance, in `0...1`, that it is active before anything is observed.
    public let priors: [Double]
    /// What can be observed.
    public let findings: [Finding]
    /// Disjoint sets of hypotheses of which "at least one is active" is a question of interest.
    public let groups: [[Int]]

    /// For each hypothesis the position in `groups` of the group that holds it, or −1.
    let groupOfHypothesis: [Int]

    /// Creates a network, rejecting any number that is not a probability and any index that leads nowhere.
    ///
    /// - Complexity: O(number of hypotheses + links).
    public init(priors: [Double], findings: [Finding], groups: [[Int]] = []) throws(NetworkError) {
        for (hypothesis, prior) in priors.enumerated() where !(0...1).contains(prior) {
            throw .priorOutOfRange(hypothesis: hypothesis, prior: prior)
        }
        var lastFinding = [Int](repeating: -1, count: priors.count)
        for (index, finding) in findings.enumerated() {
            guard (0...1).contains(finding.leak) else { throw .leakOutOfRange(finding: index, leak: finding.leak) }
            for link in finding.links {
                guard priors.indices.contains(link.hypothesis) else {
                    throw .unknownHypothesis(finding: index, hypothesis: link.hypothesis)
                }
                guard (0...1).contains(link.strength) else {
                    throw .strengthOutOfRange(finding: index, hypothesis: link.hypothesis, strength: link.strength)
                }
                guard lastFinding[link.hypothesis] != index else {
                    throw .duplicateLink(finding: index, hypothesis: link.hypothesis)
                }
                lastFinding[link.hypothesis] = index
            }
        }
        groupOfHypothesis = try Self.membership(of: groups, hypotheses: priors.count)
        self.priors = priors
        self.findings = findings
        self.groups = groups
    }

    private static func membership(of groups: [[Int]], hypotheses: Int) throws(NetworkError) -> [Int] {
        var membership = [Int](repeating: -1, count: hypotheses)
        for (group, members) in groups.enumerated() {
            for hypothesis in members {
                guard membership.indices.contains(hypothesis) else {
                    throw .unknownMember(group: group, hypothesis: hypothesis)
                }
                guard membership[hypothesis] < 0 else {
                    throw .overlappingGroups(hypothesis: hypothesis)
                }
                membership[hypothesis] = group
            }
        }
        return membership
    }
}
