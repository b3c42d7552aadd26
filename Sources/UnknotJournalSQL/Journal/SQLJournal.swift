package import UnknotJournal
package import UnknotRecord

/// A journal in a database; the same statements for each of them.
package struct SQLJournal<Database: SQLDatabase>: Sendable {
    /// Where it is kept.
    package let database: Database

    /// Opens the journal in a database, whose schema is brought up to date first.
    package init(_ database: Database, migrations: [Migration] = .known) async throws {
        self.database = database
        try await Migrator(migrations).migrate(database)
    }
}

extension SQLJournal {
    package func add(_ person: Person) async throws {
        try Checks.name(person.name)
        let isNew = try await database.write { connection in
            let inserted = try connection.query(
                "INSERT INTO person (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id",
                [.text(person.id.description), .text(person.name), .integer(person.createdAt.milliseconds)])
            return !inserted.isEmpty
        }
        guard isNew else { throw JournalError.alreadyKept(person.id.description) }
    }

    package func persons() async throws -> [Person] {
        try await database.read { connection in
            try connection.query("SELECT id, name, created_at FROM person ORDER BY created_at, id").map { row in
                guard let id = PersonID(try row.text(0)) else { throw JournalError.damaged("a person's id is none") }
                return Person(
                    id: id, name: try row.text(1), createdAt: Moment(milliseconds: try row.integer(2)))
            }
        }
    }

    package func rename(_ person: PersonID, to name: String) async throws {
        try Checks.name(name)
        let changed = try await database.write(repeatable: true) { connection in
            try connection.execute(
                "UPDATE person SET name = $2 WHERE id = $1", [.text(person.description), .text(name)])
        }
        guard changed > 0 else { throw JournalError.noSuchPerson(person) }
    }

    package func erase(_ person: PersonID) async throws -> Int {
        let removed = try await database.write(repeatable: true) { connection in
            let entries = try connection.execute(
                "DELETE FROM entry WHERE person = $1", [.text(person.description)])
            // Whatever else is kept about them refers to the person and goes along.
            try connection.execute("DELETE FROM person WHERE id = $1", [.text(person.description)])
            return entries
        }
        try await database.scrub()
        return removed
    }
}

extension SQLJournal: JournalStore {
    package func isReady() async -> Bool {
        (try? await database.isWritable()) ?? false
    }

    package func verify() async throws {
        try await database.verify()
        for person in try await persons() {
            var last: Entry?
            repeat {
                last = try await record(of: person.id, after: last, limit: 1000).last
            } while last != nil
        }
    }

    package func backUp(to path: String) async throws {
        try await database.backUp(to: path)
    }

    package func close() async {
        await database.close()
    }
}
