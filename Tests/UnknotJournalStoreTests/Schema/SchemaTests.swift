import Testing
import UnknotJournal
import UnknotJournalSQL

@Suite("The schema keeps its promises")
struct SchemaTests {
    /// A statement that the journal would never make, to see that the database refuses it by itself.
    struct Breach: Sendable, CustomTestStringConvertible {
        let statement: String
        let fault: SQLConstraintFault
        var testDescription: String { statement }

        init(_ statement: String, _ fault: SQLConstraintFault) {
            self.statement = statement
            self.fault = fault
        }
    }

    private static let a = "00000000-0000-7000-8000-00000000000a"
    private static let b = "00000000-0000-7000-8000-00000000000b"
    private static let c = "00000000-0000-7000-8000-00000000000c"

    private static func entry(
        person: String = "'\(a)'", id: String = "'\(c)'", kind: String = "'pain'", at: String = "0",
        zone: String = "'UTC'", replaces: String = "NULL", payload: String = "'{}'"
    ) -> String {
        """
        INSERT INTO entry (person, id, kind, happened_at, zone, recorded_at, replaces, payload)
        VALUES (\(person), \(id), \(kind), \(at), \(zone), 0, \(replaces), \(payload))
        """
    }

    static let breaches = [
        Breach(entry(person: "'\(c)'"), .reference), Breach(entry(replaces: "'\(c)'"), .check),
        Breach(entry(id: "'\(b)'"), .unique),
        Breach(entry(replaces: "'00000000-0000-7000-8000-0000000000ff'"), .reference),
        Breach(entry(person: "'\(b)'", replaces: "'\(b)'"), .reference), Breach(entry(id: "'x'"), .check),
        Breach(entry(kind: "NULL"), .missing), Breach(entry(kind: "''"), .check),
        Breach(entry(at: "7258118400000"), .check), Breach(entry(at: "-2208988800001"), .check),
        Breach(entry(zone: "''"), .check), Breach(entry(payload: "NULL"), .missing),
        Breach(entry(payload: "''"), .check),
        Breach("UPDATE entry SET id = '\(c)' WHERE id = '\(a)'", .reference),
        Breach("DELETE FROM entry WHERE id = '\(a)'", .reference),
        Breach("INSERT INTO person (id, name, created_at) VALUES ('\(a)', 'Eve', 0)", .unique),
        Breach("INSERT INTO person (id, name, created_at) VALUES ('\(c)', '', 0)", .check),
    ]

    @Test(arguments: DatabasePlace.all, breaches)
    func `the database itself refuses what must not be`(place: DatabasePlace, breach: Breach) async throws {
        try await place.withPlace { open in
            let journal = try await SQLJournal(open())
            try await journal.database.write { connection in
                for person in [Self.a, Self.b] {
                    try connection.execute(
                        "INSERT INTO person (id, name, created_at) VALUES ($1, 'Ada', 0)", [.text(person)])
                }
                try connection.execute(Self.entry(id: "'\(Self.a)'"))
                try connection.execute(Self.entry(id: "'\(Self.b)'", replaces: "'\(Self.a)'"))
            }
            await #expect(throws: breach.fault) {
                try await journal.database.write { _ = try $0.execute(breach.statement) }
            }
            let counts = try await journal.database.read { connection in
                try connection.query("SELECT count(*) FROM entry")[0].integer(0)
            }
            #expect(counts == 2)
            await journal.close()
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `every kind of value comes back as it went`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            let database = try open()
            let values: [SQLValue] = [
                .integer(.min), .integer(.max), .integer(0), .text(""), .text("é$1'\"\\\n😀"), .bytes([]),
                .bytes(Array(0...255)), .null,
            ]
            let found = try await database.write { connection in
                let type = AnyDialect.of(place)
                try connection.execute(
                    "CREATE TABLE kept (place \(type.integer), a \(type.integer), b \(type.text), c \(type.bytes))")
                for (index, value) in values.enumerated() {
                    let column = if case .text = value { "b" } else if case .bytes = value { "c" } else { "a" }
                    try connection.execute(
                        "INSERT INTO kept (\(column), place) VALUES ($2, $1)", [.integer(Int64(index)), value])
                }
                return try connection.query("SELECT a, b, c FROM kept ORDER BY place")
                    .map { row in row.values.first { $0 != .null } ?? .null }
            }
            #expect(found == values)
            await database.close()
        }
    }

    private enum AnyDialect {
        static func of(_ place: DatabasePlace) -> SQLDialect {
            switch place {
            case .sqlite: .sqlite
            case .postgres: .postgres
            }
        }
    }

    @Test(arguments: DatabasePlace.all)
    func `a read sees one state and cannot write`(place: DatabasePlace) async throws {
        try await place.withPlace { open in
            let journal = try await SQLJournal(open())
            let subject = try await Subject(journal)
            await #expect(throws: (any Error).self) {
                try await journal.database.read { _ = try $0.execute("DELETE FROM person") }
            }
            #expect(try await journal.persons() == [subject.person])
            await journal.close()
        }
    }
}
