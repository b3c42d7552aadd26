public import UnknotRecord

/// One line of a journal: never changed, never moved; a correction is another entry that replaces it.
public struct Entry: Hashable, Sendable {
    /// Whose journal.
    public let person: PersonID
    /// Its name, made when it was recorded.
    public let id: EntryID
    /// What it is about.
    public let kind: EntryKind
    /// When it happened.
    public let happenedAt: Moment
    /// The person's time zone then: a name such as `Europe/Berlin`, or an offset such as `+01:00`.
    public let zone: String
    /// When it was written down.
    public let recordedAt: Moment
    /// The entry that this one corrects or takes away. An entry is replaced at most once.
    public let replaces: EntryID?
    /// The value as JSON in its canonical form; kept as text, byte for byte.
    public let payload: String

    /// Creates an entry.
    public init(
        person: PersonID, id: EntryID, kind: EntryKind, happenedAt: Moment, zone: String, recordedAt: Moment,
        replaces: EntryID? = nil, payload: String
    ) {
        self.person = person
        self.id = id
        self.kind = kind
        self.happenedAt = happenedAt
        self.zone = zone
        self.recordedAt = recordedAt
        self.replaces = replaces
        self.payload = payload
    }
}
