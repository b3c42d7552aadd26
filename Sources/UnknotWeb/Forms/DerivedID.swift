import Unknot

/// Names of entries made from what they stand for, so that what is sent twice, even at the same time, gets one name.
enum DerivedID {
    /// The name of the entry that belongs to some texts.
    ///
    /// - Parameter moment: Its first 48 bits; the same each time.
    static func entry(_ parts: String..., at moment: Moment) -> EntryID {
        var bits = HashedBits(parts.joined(separator: "\n"))
        return EntryID(at: moment, using: &bits)
    }
}

/// Bits that follow from a text: FNV-1a for its start, SplitMix64 from there. They tell texts apart and guard nothing.
private struct HashedBits: RandomNumberGenerator {
    private var state: UInt64

    init(_ text: String) {
        state = text.utf8.reduce(into: 0xcbf2_9ce4_8422_2325) { $0 = ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}
