public import UnknotJournal
import UnknotRecord

/// Compares an archive with a store without writing: what is new, what is there, what cannot be loaded.
public struct ArchiveComparison {
    private let store: any JournalStore
    private var persons: [PersonID: Person]?
    /// Persons who would be added first: nothing of theirs can be there.
    private var newcomers: Set<PersonID> = []
    /// Entries that are not there yet.
    public private(set) var new = 0
    /// Entries that are there, equal in every field.
    public private(set) var known = 0

    /// Compares with a store.
    public init(with store: any JournalStore) {
        self.store = store
    }

    /// Compares a line.
    ///
    /// - Throws: ``ArchiveRefusal`` for what loading would refuse; ``JournalError`` when the store fails.
    public mutating func compare(_ line: ArchiveReader.Line, number: Int) async throws {
        if persons == nil {
            persons = Dictionary(uniqueKeysWithValues: try await store.persons().map { ($0.id, $0) })
        }
        switch line {
        case .person(let person):
            guard persons?[person.id, default: person] == person else {
                throw ArchiveRefusal(line: number, problem: EntryProblem.otherPerson)
            }
            if persons?.updateValue(person, forKey: person.id) == nil { newcomers.insert(person.id) }
        case .entry(let entry):
            guard persons?[entry.person] != nil else {
                throw ArchiveRefusal(line: number, problem: EntryProblem.nobody)
            }
            try await compare(entry, number)
        case .end: break
        }
    }

    private mutating func compare(_ entry: Entry, _ number: Int) async throws {
        guard !newcomers.contains(entry.person), let kept = try await store.entry(entry.id, of: entry.person) else {
            if let replaces = entry.replaces, !newcomers.contains(entry.person),
                let other = try await store.replacement(of: replaces, of: entry.person),
                let problem = EntryProblem.problem(for: .alreadyReplaced(replaces, by: other.id))
            {
                throw ArchiveRefusal(line: number, problem: problem)
            }
            new += 1
            return
        }
        guard kept == entry else { throw ArchiveRefusal(line: number, problem: EntryProblem.otherEntry) }
        known += 1
    }
}
