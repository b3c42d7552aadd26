import UnknotJournal
import UnknotRecord

/// What a store must do, said as plainly as possible: lists, searched from one end to the other.
struct Model {
    var persons: [Person] = []
    var entries: [Entry] = []

    func record(of person: PersonID) -> [Entry] {
        entries.filter { $0.person == person }.sorted { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) }
    }

    func replacement(of entry: Entry) -> Entry? {
        entries.first { $0.person == entry.person && $0.replaces == entry.id }
    }

    func isInEffect(_ entry: Entry) -> Bool {
        entry.kind != .retraction && replacement(of: entry) == nil
    }

    func answer(_ query: EntryQuery, of person: PersonID) -> [Entry] {
        let found = entries.filter { entry in
            entry.person == person && query.kinds?.contains(entry.kind) ?? true
                && query.from.map { entry.happenedAt >= $0 } ?? true
                && query.before.map { entry.happenedAt < $0 } ?? true
                && (query.includesReplaced || isInEffect(entry))
        }
        let sorted = found.sorted { ($0.happenedAt, $0.id) < ($1.happenedAt, $1.id) }
        let ordered = query.newestFirst ? sorted.reversed() : sorted
        return query.limit.map { Array(ordered.prefix($0)) } ?? ordered
    }

    func statistics(of person: PersonID) -> JournalStatistics {
        let effective = entries.filter { $0.person == person && isInEffect($0) }
        return JournalStatistics(
            counts: Dictionary(effective.map { ($0.kind, 1) }, uniquingKeysWith: +),
            written: entries.count { $0.person == person }, first: effective.map(\.happenedAt).min(),
            last: effective.map(\.happenedAt).max())
    }
}
