package import UnknotJournal
package import UnknotRecord

extension SQLJournal {
    package func entry(_ id: EntryID, of person: PersonID) async throws -> Entry? {
        try await first("person = $1 AND id = $2", [.text(person.description), .text(id.description)])
    }

    package func replacement(of id: EntryID, of person: PersonID) async throws -> Entry? {
        try await first("person = $1 AND replaces = $2", [.text(person.description), .text(id.description)])
    }

    private func first(_ condition: String, _ values: [SQLValue]) async throws -> Entry? {
        try await database.read { connection in
            try connection.query("SELECT \(EntryRow.columns) FROM entry WHERE \(condition)", values)
                .first.map(EntryRow.entry)
        }
    }

    package func entries(of person: PersonID, _ query: EntryQuery) async throws -> [Entry] {
        let statement = EntryStatement(person: person, query)
        return try await database.read { connection in
            try connection.query(statement.text, statement.values).map(EntryRow.entry)
        }
    }

    package func record(of person: PersonID, after last: Entry?, limit: Int) async throws -> [Entry] {
        var values: [SQLValue] = [.text(person.description), .integer(Int64(max(0, limit)))]
        var condition = "person = $1"
        if let last {
            condition += " AND (recorded_at, id) > ($3, $4)"
            values += [.integer(last.recordedAt.milliseconds), .text(last.id.description)]
        }
        let statement = """
            SELECT \(EntryRow.columns) FROM entry WHERE \(condition) ORDER BY recorded_at, id LIMIT $2
            """
        return try await database.read { [values] connection in
            try connection.query(statement, values).map(EntryRow.entry)
        }
    }

    package func lastRecorded(of person: PersonID) async throws -> Entry? {
        try await first("person = $1 ORDER BY recorded_at DESC, id DESC LIMIT 1", [.text(person.description)])
    }

    package func statistics(of person: PersonID) async throws -> JournalStatistics {
        let person = [SQLValue.text(person.description)]
        return try await database.read { connection in
            var statistics = JournalStatistics()
            statistics.written =
                try connection.query("SELECT count(*) FROM entry WHERE person = $1", person)
                .first.map { Int(try $0.integer(0)) } ?? 0
            let kinds = try connection.query(
                """
                SELECT kind, count(*), min(happened_at), max(happened_at) FROM entry
                WHERE person = $1 AND \(EntryStatement.isInEffect) GROUP BY kind
                """, person)
            for row in kinds {
                guard let kind = EntryKind(rawValue: try row.text(0)) else {
                    throw JournalError.damaged("an entry is of a kind that this version does not know")
                }
                statistics.counts[kind] = Int(try row.integer(1))
                let (first, last) = (
                    Moment(milliseconds: try row.integer(2)), Moment(milliseconds: try row.integer(3))
                )
                statistics.first = min(statistics.first ?? first, first)
                statistics.last = max(statistics.last ?? last, last)
            }
            return statistics
        }
    }
}
