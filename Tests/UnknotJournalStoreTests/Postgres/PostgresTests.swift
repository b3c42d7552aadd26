import Foundation
import Testing
import UnknotJournal
import UnknotJournalPostgres
import UnknotJournalSQL

@Suite("Journals in PostgreSQL", .enabled(if: !PrivatePostgres.isSkipped))
struct PostgresTests {
    private func withDatabase(
        connections: Int = 4, patience: Duration = .seconds(120), _ use: (PostgresDatabase) async throws -> Void
    ) async throws {
        let url = try await PrivatePostgres.shared.value.newSchema()
        let database = try PostgresDatabase(url: url, connections: connections, patience: patience)
        do { try await use(database) } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    @Test func `who waits too long for a connection is told so, and none gets lost`() async throws {
        try await withDatabase(connections: 1, patience: .milliseconds(100)) { database in
            for _ in 0..<3 {
                let (held, refused) = (Tally(), Tally())
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        try await database.read { connection in
                            held.add()
                            while refused.value < 3 { _ = try connection.query("SELECT pg_sleep(0.02)") }
                        }
                    }
                    while held.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
                    for _ in 0..<3 {
                        group.addTask {
                            await #expect(throws: JournalError.self) {
                                _ = try await database.read { try $0.query("SELECT 1") }
                            }
                            refused.add()
                        }
                    }
                    try await group.waitForAll()
                }
                let rows = try await database.read { try $0.query("SELECT 1").count }
                #expect(rows == 1)
            }
        }
    }

    @Test func `more requests than connections are all served`() async throws {
        try await withDatabase(connections: 3) { database in
            let sum = try await withThrowingTaskGroup(of: Int64.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try await database.read { try $0.query("SELECT \(number)")[0].integer(0) }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(sum == 199 * 100)
        }
    }

    @Test func `a request that is cancelled while it waits leaves the line`() async throws {
        try await withDatabase(connections: 1) { database in
            let held = Tally()
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    _ = try await database.read { connection in
                        held.add()
                        return try connection.query("SELECT pg_sleep(0.3)").count
                    }
                }
                while held.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
                let waiting = Task { try await database.read { try $0.query("SELECT 1").count } }
                waiting.cancel()
                await #expect(throws: (any Error).self) { _ = try await waiting.value }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.query("SELECT 1").count } == 1)
        }
    }

    @Test func `connections that the server cuts are made anew without anyone noticing`() async throws {
        let url = try await PrivatePostgres.shared.value.newSchema() + "&application_name=cut"
        let store = try await PostgresJournal.open(url: url, connections: 4)
        let scissors = try PostgresDatabase(url: url.replacing("application_name=cut", with: ""), connections: 1)
        let subject = try await Subject(store)
        var samples = subject.samples
        let entries = (0..<400).map { _ in samples.entry(subject.id) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (done, progress) = (Tally(), Tally())
            for writer in 0..<4 {
                group.addTask {
                    defer { done.add() }
                    for index in stride(from: writer, to: entries.count, by: 4) {
                        try await store.append([entries[index]])
                        progress.add()
                    }
                }
            }
            group.addTask {
                while done.value < 4 {
                    _ = try await scissors.read { connection in
                        // One at a time, and rarely: many cuts of the same write in a row are more than is tried.
                        try connection.query(
                            """
                            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                            WHERE application_name = 'cut' ORDER BY random() LIMIT 1
                            """)
                    }
                    let next = progress.value + 20
                    while progress.value < next, done.value < 4 { try await Task.sleep(for: .milliseconds(2)) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.record(of: subject.id, after: nil, limit: 1000) == entries)
        await scissors.close()
        await store.close()
    }

    @Test func `two that block each other both succeed`() async throws {
        try await withDatabase { database in
            try await database.write { connection in
                try connection.execute("CREATE TABLE pair (id int PRIMARY KEY, sum int NOT NULL)")
                try connection.execute("INSERT INTO pair VALUES (1, 0), (2, 0)")
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (first, second) in [(1, 2), (2, 1)] {
                    group.addTask {
                        try await database.write { connection in
                            try connection.execute("UPDATE pair SET sum = sum + 1 WHERE id = \(first)")
                            _ = try connection.query("SELECT pg_sleep(0.2)")
                            try connection.execute("UPDATE pair SET sum = sum + 1 WHERE id = \(second)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let sums = try await database.read { try $0.query("SELECT sum FROM pair").map { try $0.integer(0) } }
            #expect(sums == [2, 2])
        }
    }

    @Test func `a statement that takes too long is stopped and the connection stays good`() async throws {
        try await withDatabase(connections: 1) { database in
            await #expect(throws: JournalError.self) {
                try await database.write { connection in
                    try connection.execute("SET LOCAL statement_timeout = 100")
                    _ = try connection.query("SELECT pg_sleep(60)")
                }
            }
            let isWritable = try await database.isWritable()
            #expect(isWritable)
        }
    }

    @Test func `a database that only reads is not ready but can be read`() async throws {
        let url = try await PrivatePostgres.shared.value.newSchema()
        let store = try await PostgresJournal.open(url: url)
        var subject = try await Subject(store)
        let kept = try await subject.keep()
        await store.close()
        let reader = try await PostgresJournal.open(url: url + "%20-cdefault_transaction_read_only%3Don")
        #expect(await !reader.isReady())
        #expect(try await reader.record(of: subject.id, after: nil, limit: 10) == [kept])
        let late = subject.samples.entry(subject.id)
        await #expect(throws: JournalError.self) { try await reader.append([late]) }
        await reader.close()
    }

    @Test(arguments: [
        "postgres://eve:hush-hush@127.0.0.1:1/none", "postgres://eve:hush-hush@h:port/none",
        "postgres://eve@127.0.0.1:1/none?password=hush-hush", "postgres://eve:hush-hush@h/none?no=such",
        "postgres://eve:hush-hush@/none?host=/no/such/folder", "postgres://eve:hush-hush@no.such.host.invalid/none",
    ])
    func `no error holds the password`(url: String) async throws {
        do {
            await (try PostgresJournal.open(url: url)).close()
            Issue.record("this must not open")
        } catch {
            #expect(error is JournalError)
            #expect(!String(reflecting: error).contains("hush"))
        }
    }

    @Test func `a copy is left to the database's own tools, and the error says which`() async throws {
        try await withDatabase { database in
            let error = await #expect(throws: JournalError.self) { try await database.backUp(to: "/tmp/none") }
            guard case .notPossible(let message) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(message.contains("pg_dump"))
        }
    }
}
