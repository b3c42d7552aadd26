import UnknotJournal
import UnknotRecord

/// The statement for a query of entries.
struct EntryStatement: Sendable {
    /// The statement, which only depends on what is restricted, so that few different ones have to be prepared.
    let text: String
    /// Its values.
    let values: [SQLValue]

    /// The condition that nothing replaces an entry and that it is no retraction.
    ///
    /// The one that replaces it, if any, is looked up for each entry that is given. Said with `NOT EXISTS`, PostgreSQL joins
    /// a person's whole record with itself, which takes a hundred times as long for the newest fifty of 20,000.
    static let isInEffect = """
        kind <> 'retraction' AND (
            SELECT later.id FROM entry AS later WHERE later.person = entry.person AND later.replaces = entry.id) IS NULL
        """

    /// Writes the statement.
    init(person: PersonID, _ query: EntryQuery) {
        var values: [SQLValue] = [.text(person.description)]
        var conditions = ["person = $1"]
        func place(_ value: SQLValue) -> String {
            values.append(value)
            return "$\(values.count)"
        }
        if let kinds = query.kinds {
            let places = kinds.map(\.rawValue).sorted().map { place(.text($0)) }
            // No kinds are no entries; an empty list is not allowed everywhere.
            conditions.append(places.isEmpty ? "1 = 0" : "kind IN (\(places.joined(separator: ", ")))")
        }
        if let from = query.from { conditions.append("happened_at >= \(place(.integer(from.milliseconds)))") }
        if let before = query.before { conditions.append("happened_at < \(place(.integer(before.milliseconds)))") }
        if !query.includesReplaced { conditions.append(Self.isInEffect) }
        let direction = query.newestFirst ? "DESC" : "ASC"
        var text = """
            SELECT \(EntryRow.columns) FROM entry WHERE \(conditions.joined(separator: " AND "))
            ORDER BY happened_at \(direction), id \(direction)
            """
        if let limit = query.limit { text += " LIMIT \(place(.integer(Int64(max(0, limit)))))" }
        self.text = text
        self.values = values
    }
}
