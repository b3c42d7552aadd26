import SeededRandom
public import UnknotRecord

/// What the next entry of a kind has to bear, where each depends on the ones before it: a list that is written anew, or
/// something of which one at a time may run.
///
/// Take the turn first, then read, decide, and add under its id. The id follows from all entries of the kind that there
/// ever were, so two writers that read the same get the same id, and a store keeps an id once: the second one gets
/// ``JournalError/alreadyKept(_:)``, also from another process or another machine, and reads again. Nothing is locked, so
/// nothing can stay locked.
public struct Turn: Hashable, Sendable {
    /// The id of the next entry; it sorts after all before it.
    public let id: EntryID
    /// When the last entry of the kind happened: the next one must not happen before it, whatever a clock says, or it
    /// would not be the latest.
    public let notBefore: Moment
}

extension Journal {
    /// The turn of a kind.
    public func turn(of kind: EntryKind) async throws -> Turn {
        let former = try await store.entries(of: person, EntryQuery(kinds: [kind], includesReplaced: true))
        let ids = former.map(\.id).sorted()
        // FNV-1a of 64 bits: ids are random, so nothing but the same entries gives the same number.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in ([person.description, kind.rawValue] + ids.map(\.description)).joined(separator: " ").utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        var random = SplitMix64(seed: hash)
        let recorded = former.map(\.recordedAt).max() ?? Moment(milliseconds: 0)
        let id =
            ids.last.map { EntryID(after: $0, at: recorded, using: &random) } ?? EntryID(at: recorded, using: &random)
        return Turn(id: id, notBefore: former.map(\.happenedAt).max() ?? Moment.allowed.lowerBound)
    }
}
