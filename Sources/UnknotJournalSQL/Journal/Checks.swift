import UnknotJournal
import UnknotRecord

/// What is refused at the door, the same by each database, so that a record can move between them.
enum Checks {
    /// A name has 1 to 1000 scalars.
    static func name(_ name: String) throws(JournalError) {
        try text(name, "a person's name", 1...1000)
    }

    /// An entry keeps to the ranges of the schema.
    static func entry(_ entry: Entry) throws(JournalError) {
        try text(entry.zone, "an entry's time zone", 1...64)
        try text(entry.payload, "an entry's payload", 2...1_000_000)
        guard Moment.allowed.contains(entry.happenedAt), Moment.allowed.contains(entry.recordedAt) else {
            throw .notPossible("an entry's time is not between the years 1900 and 2199")
        }
        guard entry.replaces != entry.id else { throw .notPossible("an entry cannot replace itself") }
    }

    private static func text(_ text: String, _ name: String, _ range: ClosedRange<Int>) throws(JournalError) {
        guard range.contains(text.unicodeScalars.count) else {
            throw .notPossible("\(name) must have \(range.lowerBound) to \(range.upperBound) characters")
        }
        guard !text.utf8.contains(0) else { throw .notPossible("\(name) holds a character of code zero") }
    }
}
