import Testing
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQL
import UnknotRecord

@Suite("A connection that breaks during the commit", .enabled(if: !PrivatePostgres.isSkipped))
struct PostgresCommitTests {
    /// Gives a database in which the first commit that put a row into `kept` breaks its own connection.
    private func withTrap(_ use: (PostgresDatabase) async throws -> Void) async throws {
        let url = try await PrivatePostgres.shared.value.newSchema()
        let database = try PostgresDatabase(url: url, connections: 1)
        try await database.write { connection in
            for statement in [
                "CREATE TABLE kept (number int NOT NULL)", "CREATE SEQUENCE commits",
                """
                CREATE FUNCTION trap() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    -- A sequence does not go back with its transaction.
                    IF nextval('commits') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(5); END IF;
                    RETURN NULL;
                END $$
                """,
                """
                CREATE CONSTRAINT TRIGGER trap AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION trap()
                """,
            ] { try connection.execute(statement) }
        }
        do { try await use(database) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private func kept(_ database: PostgresDatabase) async throws -> Int64 {
        try await database.read { try $0.query("SELECT count(*) FROM kept")[0].integer(0) }
    }

    @Test func `work that may be repeated is`() async throws {
        try await withTrap { database in
            let runs = Tally()
            try await database.write(repeatable: true) { connection in
                runs.add()
                try connection.execute("INSERT INTO kept VALUES (1)")
            }
            #expect(runs.value == 2)
            #expect(try await kept(database) == 1)
        }
    }

    @Test func `other work is done once, and the error says that nobody knows`() async throws {
        try await withTrap { database in
            let runs = Tally()
            let error = await #expect(throws: JournalError.self) {
                try await database.write { connection in
                    runs.add()
                    try connection.execute("INSERT INTO kept VALUES (1)")
                }
            }
            guard case .unreachable(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("look whether"))
            #expect(runs.value == 1)
            let count = try await kept(database)
            #expect(count == 0)
        }
    }

    @Test func `what the closure throws is thrown, and nothing is kept`() async throws {
        try await withTrap { database in
            let expected = JournalError.notPossible("just so")
            await #expect(throws: expected) {
                try await database.write { connection in
                    try connection.execute("INSERT INTO kept VALUES (1)")
                    throw expected
                }
            }
            let count = try await kept(database)
            #expect(count == 0)
        }
    }

    @Test func `no row of any table names a person who was erased`() async throws {
        let url = try await PrivatePostgres.shared.value.newSchema()
        let database = try PostgresDatabase(url: url)
        let journal = try await SQLJournal(database)
        var subject = try await Subject(journal)
        for _ in 0..<5 { _ = try await subject.keep() }
        let id = subject.id.description
        func traces() async throws -> Int64 {
            try await database.read { connection in
                try connection.query(SQLDialect.postgres.tables).reduce(0) { sum, table in
                    let count = try connection.query(
                        "SELECT count(*) FROM \(table.text(0)) AS line WHERE strpos(line::text, $1) > 0", [.text(id)])
                    return sum + (try count[0].integer(0))
                }
            }
        }
        #expect(try await traces() == 6)
        #expect(try await journal.erase(subject.id) == 5)
        #expect(try await traces() == 0)
        await journal.close()
    }
}
