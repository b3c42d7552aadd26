import UnknotJournal

/// Goes through whole records in the order of the archive: by person, and within a person by when an entry was recorded,
/// then by its id. Reads part by part, so that a record of any length needs the same memory.
struct RecordWalk {
    let store: any JournalStore
    /// The most entries that are read at once.
    let batch: Int

    /// - Parameter persons: Whose; everybody's when nil.
    /// - Throws: `CancellationError` when the task is cancelled, between two parts.
    func run(
        of persons: [Person]?, person: (Person) async throws -> Void, entries: ([Entry]) async throws -> Void
    ) async throws {
        let chosen = if let persons { persons } else { try await store.persons() }
        for someone in chosen.sorted(by: { $0.id < $1.id }) {
            try await person(someone)
            var last: Entry?
            repeat {
                try Task.checkCancellation()
                let part = try await store.record(of: someone.id, after: last, limit: batch)
                if !part.isEmpty { try await entries(part) }
                last = part.count == batch ? part.last : nil
            } while last != nil
        }
    }
}
