import Foundation
import UnknotJournalPostgres
import UnknotJournalSQL
import UnknotJournalSQLite

/// Where a database can be opened several times, below the journal.
enum DatabasePlace: String, CaseIterable, Sendable {
    case sqlite
    case postgres

    static var all: [DatabasePlace] { allCases.filter { $0 != .postgres || !PrivatePostgres.isSkipped } }

    /// Gives a way to open one empty database.
    func withPlace(_ use: (@escaping @Sendable () throws -> AnyDatabase) async throws -> Void) async throws {
        switch self {
        case .sqlite:
            try await Folder.temporary { folder in
                let file = SQLiteFile(path: folder.appending(path: "j.sqlite").path)
                try await use { AnyDatabase(try SQLiteDatabase(file)) }
            }
        case .postgres:
            let url = try await PrivatePostgres.shared.value.newSchema()
            try await use { AnyDatabase(try PostgresDatabase(url: url, connections: 2, patience: .seconds(120))) }
        }
    }
}

/// One database of any kind.
struct AnyDatabase: SQLDatabase {
    private let database: any SQLDatabase

    init(_ database: any SQLDatabase) {
        self.database = database
    }

    var dialect: SQLDialect { database.dialect }

    func read<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await database.read(work)
    }

    func write<Result: Sendable>(
        repeatable: Bool, _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await database.write(repeatable: repeatable, work)
    }

    func writeAlone<Result: Sendable>(
        _ work: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result {
        try await database.writeAlone(work)
    }

    func isWritable() async throws -> Bool { try await database.isWritable() }
    func scrub() async throws { try await database.scrub() }
    func verify() async throws { try await database.verify() }
    func backUp(to path: String) async throws { try await database.backUp(to: path) }
    func close() async { await database.close() }
}
