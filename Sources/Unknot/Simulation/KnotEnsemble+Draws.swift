public import UnknotPhysiology

extension KnotEnsemble {
    /// An ensemble that goes through one scenario with constants drawn at random.
    ///
    /// - Parameters:
    ///   - count: How many members; a member is the same in ensembles of any size.
    ///   - scenario: What happens to all of them.
    ///   - seed: Where the draws begin.
    ///   - spread: How far the draws spread; 1 is the specification's range.
    public init(drawing count: Int, through scenario: KnotScenario, seed: UInt64 = 1, spread: Double = 1) {
        self.init(
            (0..<count).map { position in
                var random = MemberRandom(seed: seed, member: position)
                return Member(.drawn(spread: spread, using: &random), scenario)
            })
    }
}

/// A small seeded generator for one member (SplitMix64), so that a member is the same in ensembles of any size.
private struct MemberRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, member: Int) {
        state = seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(truncatingIfNeeded: member) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<4 { _ = next() }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
