/// The blocks that can cause one finding and nothing else, folded into the finding's leak.
///
/// It is the sweep in miniature: the table has just the two entries "off" and "on". The finding is opened with the
/// masses after all leaves, and the message that comes back tells each leaf its marginal.
struct LeafChain {
    private struct Leaf {
        let hypothesis: Int
        let active: Double
        let inactive: Double
        let gain: Double
        let keep: Double
        let before: (on: Double, off: Double)
    }

    private var leaves: [Leaf] = []
    private var blocks: [(range: Range<Int>, group: Int)] = []
    /// Mass with the finding turned on by the leak or a leaf, times the finding's scale.
    private(set) var on: Double
    /// Mass with the finding left off.
    private(set) var off: Double

    /// - Parameter scale: A power of two by which "on" is overweighted; see `Sweep`.
    init(_ finding: Reduction.OpenFinding, blocks: [Block], reduction: Reduction, map: CauseMap, scale: Double) {
        on = finding.on * scale
        off = finding.off
        for block in blocks {
            let first = leaves.count
            for hypothesis in block.members {
                guard let effect = map.effects(of: hypothesis).first else { continue }
                let leaf = Leaf(
                    hypothesis: hypothesis, active: reduction.active[hypothesis],
                    inactive: reduction.inactive[hypothesis], gain: effect.gain * scale, keep: effect.keep,
                    before: (on, off))
                on += leaf.active * leaf.gain * off
                off *= leaf.inactive + leaf.active * leaf.keep
                leaves.append(leaf)
            }
            self.blocks.append((first..<leaves.count, block.group))
        }
    }

    /// Settles the leaves, given the masses of everything else with the finding on and off.
    func distribute(ifOn: Double, ifOff: Double, to masses: inout Masses) {
        var (ifOn, ifOff) = (ifOn, ifOff)
        for (range, group) in blocks.reversed() {
            guard let before = range.first.map({ leaves[$0].before }) else { continue }
            var some = 0.0
            let none = before.on * ifOn + before.off * ifOff
            var othersInactive = 1.0
            for index in range.reversed() {
                let leaf = leaves[index]
                let offIfActive = leaf.gain * ifOn + leaf.keep * ifOff
                masses.active[leaf.hypothesis] = leaf.active * (leaf.before.on * ifOn + leaf.before.off * offIfActive)
                masses.inactive[leaf.hypothesis] = leaf.inactive * (leaf.before.on * ifOn + leaf.before.off * ifOff)
                // "This one is active and no earlier one": the earlier factors join as the loop reaches them.
                some = some * leaf.inactive + leaf.active * (before.on * ifOn + before.off * offIfActive)
                othersInactive *= leaf.inactive
                ifOff = leaf.inactive * ifOff + leaf.active * offIfActive
            }
            if group >= 0 {
                masses.some[group] = some
                masses.none[group] = none * othersInactive
            }
        }
    }
}
