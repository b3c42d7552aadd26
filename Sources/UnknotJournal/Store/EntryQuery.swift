public import UnknotRecord

/// Which entries are wanted. What is left out does not restrict.
public struct EntryQuery: Hashable, Sendable {
    /// Of which kinds; all when nil. Retractions are never given unless `includesReplaced`.
    public var kinds: Set<EntryKind>?
    /// That happened from here on.
    public var from: Moment?
    /// That happened before here.
    public var before: Moment?
    /// Whether those are given too that were corrected or taken away.
    public var includesReplaced: Bool
    /// Newest first, or oldest first.
    public var newestFirst: Bool
    /// The most entries.
    public var limit: Int?

    /// Describes what is wanted.
    public init(
        kinds: Set<EntryKind>? = nil, from: Moment? = nil, before: Moment? = nil, includesReplaced: Bool = false,
        newestFirst: Bool = true, limit: Int? = nil
    ) {
        self.kinds = kinds
        self.from = from
        self.before = before
        self.includesReplaced = includesReplaced
        self.newestFirst = newestFirst
        self.limit = limit
    }
}

/// What a journal holds, in numbers. Only entries in effect are counted by kind.
public struct JournalStatistics: Hashable, Sendable {
    /// Entries in effect, by kind.
    public var counts: [EntryKind: Int]
    /// All entries ever written, replaced ones and retractions included.
    public var written: Int
    /// When the first entry in effect happened.
    public var first: Moment?
    /// When the last entry in effect happened.
    public var last: Moment?

    /// Describes a journal.
    public init(counts: [EntryKind: Int] = [:], written: Int = 0, first: Moment? = nil, last: Moment? = nil) {
        self.counts = counts
        self.written = written
        self.first = first
        self.last = last
    }
}
