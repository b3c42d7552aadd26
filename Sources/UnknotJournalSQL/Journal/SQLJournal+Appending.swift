package import UnknotJournal
import UnknotRecord

extension SQLJournal {
    package func append(_ entries: [Entry]) async throws {
        for entry in entries { try Checks.entry(entry) }
        let batch = try EntryBatch(entries)
        guard !batch.entries.isEmpty else { return }
        do {
            try await database.write(repeatable: true) { try batch.insert($0) }
        } catch SQLConstraintFault.reference {
            // What is replaced was looked up in the same transaction, so the person was erased meanwhile.
            throw JournalError.noSuchPerson(batch.entries[0].person)
        }
    }
}
