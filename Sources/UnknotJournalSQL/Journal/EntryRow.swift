import UnknotJournal
import UnknotRecord

/// An entry as a row of its table.
enum EntryRow {
    /// The columns, in the order of ``values(_:)``.
    static let columns = "person, id, kind, happened_at, zone, recorded_at, replaces, payload"
    /// How many columns there are.
    static let width = 8

    /// What a row is to hold.
    static func values(_ entry: Entry) -> [SQLValue] {
        [
            .text(entry.person.description), .text(entry.id.description), .text(entry.kind.rawValue),
            .integer(entry.happenedAt.milliseconds), .text(entry.zone), .integer(entry.recordedAt.milliseconds),
            .optional(entry.replaces?.description), .text(entry.payload),
        ]
    }

    /// What a row holds.
    static func entry(_ row: SQLRow) throws(JournalError) -> Entry {
        guard let person = PersonID(try row.text(0)), let id = EntryID(try row.text(1)) else {
            throw .damaged("an entry's id is none")
        }
        guard let kind = EntryKind(rawValue: try row.text(2)) else {
            throw .damaged("the entry \(id) is of a kind that this version does not know")
        }
        let replaces = try row.optionalText(6)
        let replaced = replaces.flatMap { EntryID($0) }
        guard (replaces == nil) == (replaced == nil) else {
            throw .damaged("the entry \(id) replaces something that is no entry")
        }
        return Entry(
            person: person, id: id, kind: kind, happenedAt: Moment(milliseconds: try row.integer(3)),
            zone: try row.text(4), recordedAt: Moment(milliseconds: try row.integer(5)), replaces: replaced,
            payload: try row.text(7))
    }
}
