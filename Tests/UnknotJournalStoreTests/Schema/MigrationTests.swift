import Foundation
import Testing
import UnknotJournal
import UnknotJournalSQL

@Suite("The schema is brought up to date")
struct MigrationTests {
    private static let next = [Migration].known.count + 1

    private static func extended(
        _ statements: [String] = ["CREATE TABLE extra (person TEXT NOT NULL PRIMARY KEY)"]
    )
        -> [Migration]
    {
        .known + [
            Migration(number: next, name: "extra", tables: ["extra"]) { type in
                statements.map { "\($0)\($0.hasPrefix("CREATE TABLE") ? " " + type.endOfTable : "")" }
            }
        ]
    }

    @Test(arguments: DatabasePlace.all)
    func `opening again changes nothing`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            let first = try await SQLJournal(open())
            var subject = try await Subject(first)
            let kept = try await subject.keep()
            await first.close()
            let second = try await SQLJournal(open())
            #expect(try await second.record(of: subject.id, after: nil, limit: 10) == [kept])
            await second.close()
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `a step is added to a database of an older version, with everything in it`(
        place: DatabasePlace
    ) async throws {
        try await place.withPlace { open in
            let old = try await SQLJournal(open())
            var subject = try await Subject(old)
            let kept = try await subject.keep()
            await old.close()
            let new = try await SQLJournal(open(), migrations: Self.extended())
            #expect(try await new.record(of: subject.id, after: nil, limit: 10) == [kept])
            #expect(try await new.database.read { try $0.query("SELECT person FROM extra").isEmpty })
            await new.close()
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `a database of a newer version is refused and left alone`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            await (try SQLJournal(open(), migrations: Self.extended())).close()
            let database = try open()
            let expected = JournalError.tooNew(found: Self.next, known: Self.next - 1)
            await #expect(throws: expected) { _ = try await SQLJournal(database) }
            await database.close()
            await (try SQLJournal(open(), migrations: Self.extended())).close()
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `a step that fails leaves the version before`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            let bad = Self.extended([
                "CREATE TABLE extra (person TEXT NOT NULL PRIMARY KEY)", "INSERT INTO nowhere VALUES (1)",
            ])
            let database = try open()
            await #expect(throws: (any Error).self) { _ = try await SQLJournal(database, migrations: bad) }
            await database.close()
            await (try SQLJournal(open())).close()
            await (try SQLJournal(open(), migrations: Self.extended())).close()
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `many that open a new database at once all succeed`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            let versions = try await withThrowingTaskGroup(of: Int64.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let journal = try await SQLJournal(open(), migrations: Self.extended())
                        let count = try await journal.database.read {
                            try $0.query("SELECT count(*) FROM unknot_migration")[0].integer(0)
                        }
                        await journal.close()
                        return count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(versions == Array(repeating: Int64(Self.next), count: 6))
        }
    }

    @Test(
        arguments: DatabasePlace.all,
        [
            ["DROP TABLE unknot_migration"], ["UPDATE unknot_migration SET version = version + 5"],
            ["DROP TABLE entry"],
        ])
    func `a database that was tampered with is refused`(place: DatabasePlace, statements: [String]) async throws {
        try await place.withPlace { open in
            let journal = try await SQLJournal(open())
            try await journal.database.write { connection in
                for statement in statements { try connection.execute(statement) }
            }
            await journal.close()
            let database = try open()
            let error = await #expect(throws: JournalError.self) { _ = try await SQLJournal(database) }
            guard case .damaged = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            await database.close()
        }
    }
}
