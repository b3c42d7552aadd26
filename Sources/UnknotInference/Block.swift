/// Hypotheses that are swept together because a joint question is asked about them.
///
/// A group makes one block; a hypothesis without a group makes its own.
struct Block {
    /// Undecided hypotheses with at least one open finding.
    var members: [Int]
    /// The group they belong to, or −1.
    let group: Int
    /// The open findings that any member can cause, ascending, as positions in `Reduction.open`.
    var findings: [Int]
}

/// The reduced network seen from the hypotheses: what each can still cause, and which belong together.
struct CauseMap {
    /// A finding that a hypothesis can cause.
    struct Effect {
        /// Position in `Reduction.open`.
        let finding: Int
        let gain: Double
        let keep: Double
    }

    /// For each hypothesis its open effects are `effects[start[h]..<start[h + 1]]`.
    private(set) var start: [Int]
    private(set) var effects: [Effect] = []
    /// Blocks that couple at least two findings.
    private(set) var coupling: [Block] = []
    /// For each open finding the blocks that can cause nothing else.
    private(set) var leaves: [[Block]]

    init(_ reduction: Reduction, network: NoisyOrNetwork) {
        let hypotheses = network.priors.count
        start = Array(repeating: 0, count: hypotheses + 1)
        leaves = Array(repeating: [], count: reduction.open.count)
        collectEffects(reduction)

        var blockOfGroup = [Int](repeating: -1, count: network.groups.count)
        var blocks: [Block] = []
        for hypothesis in 0..<hypotheses where start[hypothesis] < start[hypothesis + 1] {
            let group = network.groupOfHypothesis[hypothesis]
            let findings = effects[start[hypothesis]..<start[hypothesis + 1]].map { $0.finding }
            if group >= 0, blockOfGroup[group] >= 0 {
                blocks[blockOfGroup[group]].members.append(hypothesis)
                blocks[blockOfGroup[group]].findings.formSortedUnion(findings)
            } else {
                if group >= 0 { blockOfGroup[group] = blocks.count }
                blocks.append(Block(members: [hypothesis], group: group, findings: findings))
            }
        }
        for block in blocks {
            if block.findings.count == 1 {
                leaves[block.findings[0]].append(block)
            } else {
                coupling.append(block)
            }
        }
    }

    /// The open effects of a hypothesis, by ascending finding.
    func effects(of hypothesis: Int) -> ArraySlice<Effect> {
        effects[start[hypothesis]..<start[hypothesis + 1]]
    }

    private mutating func collectEffects(_ reduction: Reduction) {
        for finding in reduction.open {
            for link in finding.links { start[link.hypothesis + 1] += 1 }
        }
        for hypothesis in 1..<max(1, start.count) { start[hypothesis] += start[hypothesis - 1] }
        var next = start
        effects = Array(repeating: Effect(finding: 0, gain: 0, keep: 1), count: start.last ?? 0)
        for (position, finding) in reduction.open.enumerated() {
            for link in finding.links {
                effects[next[link.hypothesis]] = Effect(finding: position, gain: link.gain, keep: link.keep)
                next[link.hypothesis] += 1
            }
        }
    }
}

extension [Int] {
    /// Adds the elements of another ascending array that are not there yet, keeping the order.
    fileprivate mutating func formSortedUnion(_ other: [Int]) {
        for element in other where !contains(element) { append(element) }
        sort()
    }
}
