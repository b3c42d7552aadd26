import UnknotJournal
import UnknotRecord

/// A store that forgets at the end of the test and keeps the promises of the protocol in the plainest way.
actor MemoryStore: JournalStore {
    private var people: [Person] = []
    private var entries: [Entry] = []
    /// Called before every write, so that a test can let something else happen in between or fail.
    private var beforeAppend: (@Sendable () async throws -> Void)?

    init(_ person: PersonID? = nil) {
        if let person { people = [Person(id: person, name: "Me", createdAt: Moment(milliseconds: 0))] }
    }

    func intercept(_ action: (@Sendable () async throws -> Void)?) {
        beforeAppend = action
    }

    func add(_ person: Person) throws {
        guard !people.contains(where: { $0.id == person.id }) else {
            throw JournalError.alreadyKept(person.id.description)
        }
        people.append(person)
    }

    func persons() -> [Person] { people }

    func rename(_ person: PersonID, to name: String) throws {
        guard let index = people.firstIndex(where: { $0.id == person }) else { throw JournalError.noSuchPerson(person) }
        people[index].name = name
    }

    func erase(_ person: PersonID) -> Int {
        let before = entries.count
        people.removeAll { $0.id == person }
        entries.removeAll { $0.person == person }
        return before - entries.count
    }

    func append(_ new: [Entry]) async throws {
        let action = beforeAppend
        beforeAppend = nil
        try await action?()
        var all = entries
        for entry in new {
            guard people.contains(where: { $0.id == entry.person }) else {
                throw JournalError.noSuchPerson(entry.person)
            }
            if let kept = all.first(where: { $0.person == entry.person && $0.id == entry.id }) {
                guard kept == entry else { throw JournalError.alreadyKept(entry.id.description) }
                continue
            }
            if let replaced = entry.replaces {
                guard (all + new).contains(where: { $0.person == entry.person && $0.id == replaced }) else {
                    throw JournalError.noSuchEntry(replaced)
                }
                if let other = all.first(where: { $0.person == entry.person && $0.replaces == replaced }) {
                    throw JournalError.alreadyReplaced(replaced, by: other.id)
                }
            }
            all.append(entry)
        }
        entries = all
    }

    /// Puts an entry in as another program or a newer version might have left it.
    func plant(_ entry: Entry) { entries.append(entry) }

    func entry(_ id: EntryID, of person: PersonID) -> Entry? {
        entries.first { $0.person == person && $0.id == id }
    }

    func replacement(of id: EntryID, of person: PersonID) -> Entry? {
        entries.first { $0.person == person && $0.replaces == id }
    }

    func entries(of person: PersonID, _ query: EntryQuery) -> [Entry] {
        let replaced = Set(entries.filter { $0.person == person }.compactMap(\.replaces))
        let found = entries.filter { entry in
            entry.person == person && (query.kinds?.contains(entry.kind) ?? true)
                && (query.includesReplaced || (!replaced.contains(entry.id) && entry.kind != .retraction))
                && (query.from.map { entry.happenedAt >= $0 } ?? true)
                && (query.before.map { entry.happenedAt < $0 } ?? true)
        }
        .sorted { ($0.happenedAt, $0.id) < ($1.happenedAt, $1.id) }
        let ordered = query.newestFirst ? found.reversed() : found
        return Array(ordered.prefix(query.limit ?? .max))
    }

    func record(of person: PersonID, after last: Entry?, limit: Int) -> [Entry] {
        let sorted = entries.filter { $0.person == person }.sorted { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) }
        guard let last else { return Array(sorted.prefix(limit)) }
        return Array(sorted.filter { ($0.recordedAt, $0.id) > (last.recordedAt, last.id) }.prefix(limit))
    }

    func lastRecorded(of person: PersonID) -> Entry? {
        record(of: person, after: nil, limit: .max).last
    }

    func statistics(of person: PersonID) -> JournalStatistics {
        let current = entries(of: person, EntryQuery(newestFirst: false))
        return JournalStatistics(
            counts: Dictionary(grouping: current, by: \.kind).mapValues(\.count),
            written: entries.count { $0.person == person }, first: current.first?.happenedAt,
            last: current.last?.happenedAt)
    }

    func verify() throws {
        for entry in entries where Noted(entry).problem != nil {
            throw JournalError.damaged("the entry \(entry.id) cannot be read")
        }
    }

    func isReady() -> Bool { true }
    func backUp(to path: String) throws { throw JournalError.notPossible(path) }
    func close() {}
}
