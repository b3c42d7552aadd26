import Foundation
import GRDB
import UnknotJournal
import UnknotJournalSQL

/// A connection to SQLite, inside a transaction.
struct SQLiteConnection: SQLConnection {
    let database: Database

    func execute(_ statement: String, _ values: [SQLValue]) throws -> Int {
        try SQLiteFailure.translatingConstraints {
            try prepare(statement, values).execute()
            return database.changesCount
        }
    }

    func query(_ statement: String, _ values: [SQLValue]) throws -> [SQLRow] {
        try SQLiteFailure.translatingConstraints {
            var rows: [SQLRow] = []
            let cursor = try Row.fetchCursor(prepare(statement, values))
            while let row = try cursor.next() {
                rows.append(SQLRow(try row.databaseValues.map(Self.value)))
            }
            return rows
        }
    }

    private func prepare(_ text: String, _ values: [SQLValue]) throws -> Statement {
        // `$1` is a name here, numbered by where it stands; `?1` is the first value wherever it stands.
        let numbered = String(
            decoding: text.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
        let statement = try database.cachedStatement(sql: numbered)
        try statement.setArguments(StatementArguments(values.map(Self.argument)))
        return statement
    }

    private static func argument(_ value: SQLValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) throws -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes(Array(data))
        case .double: throw JournalError.damaged("a value is of a type that no table has")
        }
    }
}
