import UnknotJournal

/// Brings a database to the newest schema: forward only, each step once, all under a lock.
package struct Migrator: Sendable {
    /// The steps that this program knows.
    private let migrations: [Migration]

    /// Makes one for the given steps, numbered from 1.
    package init(_ migrations: [Migration] = .known) {
        precondition(migrations.map(\.number) == Array(1..<(migrations.count + 1)), "Steps are numbered from 1")
        self.migrations = migrations
    }

    /// Takes the steps that are missing.
    ///
    /// - Throws: ``JournalError/tooNew(found:known:)`` when a newer program was here, ``JournalError/damaged(_:)`` when the
    ///   database is not one of ours.
    package func migrate(_ database: some SQLDatabase) async throws {
        let dialect = database.dialect
        // Most starts find nothing to do; they need no lock and no right to make tables.
        if try await database.read({ try applied($0, dialect) }) == migrations.count { return }
        try await database.writeAlone { connection in
            let done = try applied(connection, dialect)
            if done == nil { try connection.execute(Self.ledger(dialect)) }
            for migration in migrations.dropFirst(done ?? 0) {
                for statement in migration.statements(dialect) { try connection.execute(statement) }
                try connection.execute(
                    "INSERT INTO unknot_migration (version, name) VALUES ($1, $2)",
                    [.integer(Int64(migration.number)), .text(migration.name)])
            }
        }
    }

    /// How many steps were taken; nil when there is no trace of us.
    private func applied(_ connection: any SQLConnection, _ dialect: SQLDialect) throws -> Int? {
        let tables = Set(try connection.query(dialect.tables).map { try $0.text(0) })
        guard tables.contains("unknot_migration") else {
            let ours = Set(migrations.flatMap(\.tables))
            guard let taken = tables.intersection(ours).min() else { return nil }
            throw JournalError.damaged(
                "it holds a table “\(taken)” that Unknot did not make; choose another file, database or schema")
        }
        let versions = try connection.query("SELECT version FROM unknot_migration ORDER BY version")
            .map { Int(try $0.integer(0)) }
        guard versions == Array(1..<(versions.count + 1)) else {
            throw JournalError.damaged("its list of schema versions has gaps")
        }
        guard versions.count <= migrations.count else {
            throw JournalError.tooNew(found: versions.count, known: migrations.count)
        }
        let expected = migrations.prefix(versions.count).flatMap(\.tables)
        if let missing = expected.first(where: { !tables.contains($0) }) {
            throw JournalError.damaged("its table “\(missing)” is missing")
        }
        return versions.count
    }

    private static func ledger(_ type: SQLDialect) -> String {
        """
        CREATE TABLE unknot_migration (
            version \(type.integer) NOT NULL PRIMARY KEY CHECK (version > 0),
            name \(type.text) NOT NULL
        ) \(type.endOfTable)
        """
    }
}
