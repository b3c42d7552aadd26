import UnknotJournal
import UnknotRecord

/// Entries to be kept together, each once, in an order in which what is replaced comes before what replaces it.
struct EntryBatch: Sendable {
    /// The entries.
    let entries: [Entry]

    /// Rows to a statement: enough to make the way to a server cheap, few enough for every limit on placeholders.
    private static let rows = 64

    /// Whose, and which.
    private struct Key: Hashable {
        let person: PersonID
        let id: EntryID
    }

    /// Puts entries in order.
    ///
    /// - Throws: ``JournalError/alreadyKept(_:)`` when two different ones have the same id.
    init(_ given: [Entry]) throws(JournalError) {
        var known: [Key: Entry] = [:]
        for entry in given {
            let key = Key(person: entry.person, id: entry.id)
            guard known[key, default: entry] == entry else { throw .alreadyKept(entry.id.description) }
            known[key] = entry
        }
        var waiting = known
        var ordered: [Entry] = []
        for entry in given {
            // Back to the first of what it replaces that is still waiting, then forward again; in a ring each is met once.
            var chain: [Entry] = []
            var next: Key? = Key(person: entry.person, id: entry.id)
            while let key = next, let found = waiting.removeValue(forKey: key) {
                chain.append(found)
                next = found.replaces.map { Key(person: found.person, id: $0) }
            }
            ordered += chain.reversed()
        }
        entries = ordered
    }

    /// Inserts what is not yet there.
    func insert(_ connection: any SQLConnection) throws {
        for person in Set(entries.map(\.person)) {
            let found = try connection.query("SELECT 1 FROM person WHERE id = $1", [.text(person.description)])
            if found.isEmpty { throw JournalError.noSuchPerson(person) }
        }
        try checkReplaced(connection)
        var start = 0
        while start < entries.count {
            // Only two sizes, so that two statements are prepared and no more.
            let size = entries.count - start >= Self.rows ? Self.rows : 1
            try insert(entries[start..<start + size], connection)
            start += size
        }
    }

    /// What is replaced is there or came before.
    private func checkReplaced(_ connection: any SQLConnection) throws {
        var earlier: Set<Key> = []
        for entry in entries {
            defer { earlier.insert(Key(person: entry.person, id: entry.id)) }
            guard let replaced = entry.replaces, !earlier.contains(Key(person: entry.person, id: replaced)) else {
                continue
            }
            let found = try connection.query(
                "SELECT 1 FROM entry WHERE person = $1 AND id = $2",
                [.text(entry.person.description), .text(replaced.description)])
            if found.isEmpty { throw JournalError.noSuchEntry(replaced) }
        }
    }

    private func insert(_ part: ArraySlice<Entry>, _ connection: any SQLConnection) throws {
        let inserted = try connection.query(Self.statement(rows: part.count), part.flatMap(EntryRow.values))
        if inserted.count == part.count { return }
        let new = try Set(inserted.map { [try $0.text(0), try $0.text(1)] })
        for entry in part where !new.contains([entry.person.description, entry.id.description]) {
            try explain(entry, connection)
        }
    }

    private static func statement(rows: Int) -> String {
        let places = (0..<rows).map { row in
            "(" + (1...EntryRow.width).map { "$\(row * EntryRow.width + $0)" }.joined(separator: ", ") + ")"
        }
        return """
            INSERT INTO entry (\(EntryRow.columns)) VALUES \(places.joined(separator: ", "))
            ON CONFLICT DO NOTHING RETURNING person, id
            """
    }

    /// Why an entry was not inserted; no reason when it is there already, equal in every field.
    private func explain(_ entry: Entry, _ connection: any SQLConnection) throws {
        let kept = try connection.query(
            "SELECT \(EntryRow.columns) FROM entry WHERE person = $1 AND id = $2",
            [.text(entry.person.description), .text(entry.id.description)]
        ).first.map(EntryRow.entry)
        if let kept {
            if kept == entry { return }
            throw JournalError.alreadyKept(entry.id.description)
        }
        guard let replaced = entry.replaces else { throw SQLConstraintFault.unique }
        let other = try connection.query(
            "SELECT id FROM entry WHERE person = $1 AND replaces = $2",
            [.text(entry.person.description), .text(replaced.description)]
        ).first.flatMap { EntryID(try $0.text(0)) }
        guard let other else { throw SQLConstraintFault.unique }
        throw JournalError.alreadyReplaced(replaced, by: other)
    }
}
