/// Unnormalised beliefs: how much of the evidence's probability goes with each state.
///
/// The two numbers of a pair share an unknown common factor, so only their ratio means something.
struct Masses {
    var active: [Double]
    var inactive: [Double]
    /// Mass with which at least one member of the group's block is active.
    var some: [Double]
    /// Mass with which no member of the group's block is active.
    var none: [Double]

    /// Starts from the weights: right for every hypothesis that no open finding couples with others.
    init(_ reduction: Reduction, groups: Int) {
        active = reduction.active
        inactive = reduction.inactive
        some = Array(repeating: 0, count: groups)
        none = Array(repeating: 1, count: groups)
    }

    /// Brings every pair to the sum one, and adds to the groups the members that no block holds.
    mutating func finish(_ network: NoisyOrNetwork, _ map: CauseMap) {
        for hypothesis in active.indices {
            normalise(&active[hypothesis], &inactive[hypothesis])
        }
        for (group, members) in network.groups.enumerated() {
            normalise(&some[group], &none[group])
            for hypothesis in members where map.effects(of: hypothesis).isEmpty {
                some[group] += none[group] * active[hypothesis]
                none[group] *= inactive[hypothesis]
            }
            normalise(&some[group], &none[group])
        }
    }

    private func normalise(_ yes: inout Double, _ no: inout Double) {
        let total = yes + no
        yes /= total
        no /= total
    }
}
