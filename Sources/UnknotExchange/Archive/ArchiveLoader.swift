public import UnknotJournal
import UnknotRecord

/// Puts what archives hold into a store, in transactions of many entries.
///
/// What is there already, equal in every field, is passed over, so that loading can be repeated after it was broken off.
/// An entry that replaces one which comes later in the archive waits for it.
public struct ArchiveLoader {
    private let store: any JournalStore
    private let batch: Int
    private var persons: [PersonID: Person]
    private var pending: [(entry: Entry, line: Int)] = []
    /// Entries whose replaced entry has not come yet, by that entry.
    private var waiting: [EntryKey: [(entry: Entry, line: Int)]] = [:]
    /// What was handed on so far, in lines.
    public private(set) var handedOn = 0

    /// An id together with its person, since it is unique only there.
    private struct EntryKey: Hashable {
        let person: PersonID
        let id: EntryID

        init(_ entry: Entry) { (person, id) = (entry.person, entry.id) }
        init?(replacedBy entry: Entry) {
            guard let replaces = entry.replaces else { return nil }
            (person, id) = (entry.person, replaces)
        }
    }

    /// - Parameter batch: The most entries in one transaction.
    public init(into store: any JournalStore, batch: Int = 1_000) async throws {
        self.store = store
        self.batch = batch
        persons = Dictionary(uniqueKeysWithValues: try await store.persons().map { ($0.id, $0) })
    }

    /// Adds a person who is not there yet.
    ///
    /// - Throws: ``ArchiveRefusal`` when the store keeps somebody else under this id.
    public mutating func load(_ person: Person, line: Int = 0) async throws {
        if let kept = persons[person.id] {
            guard kept == person else { throw ArchiveRefusal(line: line, problem: EntryProblem.otherPerson) }
        } else {
            try await store.add(person)
            persons[person.id] = person
        }
    }

    /// Takes an entry; it is written with the next full part.
    ///
    /// - Throws: ``ArchiveRefusal`` for an entry that the store cannot take; ``JournalError`` when the store is at fault.
    public mutating func load(_ entry: Entry, line: Int = 0) async throws {
        guard persons[entry.person] != nil else { throw ArchiveRefusal(line: line, problem: EntryProblem.nobody) }
        pending.append((entry, line))
        if pending.count >= batch { try await write() }
    }

    /// Writes what is left.
    public mutating func finish() async throws {
        try await write()
        guard let orphan = waiting.values.flatMap({ $0 }).min(by: { $0.line < $1.line }) else { return }
        throw ArchiveRefusal(line: orphan.line, problem: EntryProblem.nothingToReplace)
    }

    private mutating func write() async throws {
        var ready: [(entry: Entry, line: Int)] = []
        var isHere: Set<EntryKey> = []
        var arriving = pending[...]
        pending = []
        while let next = arriving.popFirst() {
            if let key = EntryKey(replacedBy: next.entry), !isHere.contains(key),
                try await store.entry(key.id, of: key.person) == nil
            {
                waiting[key, default: []].append(next)
                continue
            }
            // Those that waited for this one follow it, and those that waited for them.
            var chain = [next]
            while let link = chain.popLast() {
                ready.append(link)
                let key = EntryKey(link.entry)
                isHere.insert(key)
                chain += waiting.removeValue(forKey: key) ?? []
            }
        }
        guard !ready.isEmpty else { return }
        try await append(ready)
        handedOn += ready.count
    }

    /// Writes a part; when the store refuses it, finds the line by writing its entries one by one.
    private func append(_ part: [(entry: Entry, line: Int)]) async throws {
        do {
            try await store.append(part.map(\.entry))
        } catch let error as JournalError where EntryProblem.problem(for: error) != nil {
            for item in part {
                do {
                    try await store.append([item.entry])
                } catch let error as JournalError {
                    guard let problem = EntryProblem.problem(for: error) else { throw error }
                    throw ArchiveRefusal(line: item.line, problem: problem)
                }
            }
        }
    }
}
