import CPostgres
import UnknotJournalSQL

/// What a statement gave, copied out of libpq's memory.
struct PostgresResult {
    /// The rows.
    let rows: [SQLRow]
    /// How many rows were changed.
    let changed: Int
    /// What the server did: `COMMIT`, say, or `ROLLBACK` where it was asked to commit but could not.
    let command: String

    /// Copies a result and frees it.
    ///
    /// Safe: the pointer is a result that libpq gave and nobody else uses; positions are below the counts that it names.
    ///
    /// - Throws: ``PostgresFailure``.
    init(taking result: OpaquePointer) throws {
        defer { unsafe PQclear(result) }
        let status = unsafe PQresultStatus(result)
        guard status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK else {
            // The field C is the code of the failure; there is none when it was the connection that failed.
            guard let state = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "C"))) else {
                throw PostgresFailure.lost("the connection broke")
            }
            throw unsafe PostgresFailure(state: String(cString: state))
        }
        command = unsafe String(cString: PQcmdStatus(result))
        changed = unsafe Int(String(cString: PQcmdTuples(result))) ?? 0
        let columns = unsafe PQnfields(result)
        let types = (0..<columns).map { unsafe PQftype(result, $0) }
        rows = try unsafe (0..<PQntuples(result)).map { row in
            SQLRow(
                try (0..<columns).map { column in
                    if unsafe PQgetisnull(result, row, column) == 1 { return .null }
                    let text = unsafe UnsafeRawBufferPointer(
                        start: PQgetvalue(result, row, column), count: Int(PQgetlength(result, row, column)))
                    return try Self.value(unsafe String(decoding: text, as: UTF8.self), type: types[Int(column)])
                })
        }
    }

    /// A value in PostgreSQL's text form, by the number of its type in the table `pg_type`.
    private static func value(_ text: String, type: Oid) throws -> SQLValue {
        switch type {
        case 20, 21, 23:
            guard let number = Int64(text) else { throw PostgresFailure.lost("a number is unreadable") }
            return .integer(number)
        case 16: return .integer(text == "t" ? 1 : 0)
        case 17: return .bytes(try bytes(text))
        default: return .text(text)
        }
    }

    /// Bytes in hexadecimal form, `\x0102`.
    private static func bytes(_ text: String) throws -> [UInt8] {
        let digits = text.utf8.dropFirst(2).map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard text.hasPrefix("\\x"), digits.count.isMultiple(of: 2), !digits.contains(nil) else {
            throw PostgresFailure.lost("bytes are unreadable")
        }
        let known = digits.compactMap { $0 }
        return stride(from: 0, to: known.count, by: 2).map { UInt8(known[$0] << 4 | known[$0 + 1]) }
    }
}
