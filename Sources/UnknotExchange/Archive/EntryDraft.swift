import UnknotJournal
public import UnknotRecord

/// An entry as it stands in a line of an archive or in a request: what the sender left out is still to be filled in.
public struct EntryDraft: Hashable, Sendable {
    /// Whose journal, where the line says so.
    public let person: PersonID?
    /// Its name, where it has one already.
    public let id: EntryID?
    /// When it happened.
    public let happenedAt: Moment
    /// The time zone then: the `zone` of the line, or else the offset of its `at`.
    public let zone: String
    /// When it was written down, where the line says so.
    public let recordedAt: Moment?
    /// What it corrects or takes away.
    public let replaces: EntryID?
    /// What it says.
    public let value: RecordValue
    /// The payload as it stood in the line, byte for byte.
    public let writtenPayload: String

    /// What it is about.
    public var kind: EntryKind { value.kind }
}

extension EntryDraft {
    /// The keys of a line, in the order in which they are written.
    static let keys = ["person", "id", "kind", "at", "zone", "recorded_at", "replaces", "payload"]

    /// Reads a line such as `{"kind": "pain", "at": "2026-11-01T08:00:00+01:00", "payload": {"now": 4}}`.
    ///
    /// - Throws: ``IntakeProblem`` with the path, what is wrong and what is allowed; its `id` is that of the line.
    public init(json: [UInt8]) throws(IntakeProblem) {
        guard case .entry(let draft) = try ArchiveItem(json: json, takesPersons: false) else {
            throw IntakeProblem(path: "kind", message: "This is no entry.", allowed: Self.kinds)
        }
        self = draft
    }

    static let kinds = EntryKind.allCases.map(\.rawValue).joined(separator: ", ")

    init(_ fields: LineFields, kind: EntryKind) throws(IntakeProblem) {
        try fields.checkKeys(Self.keys)
        person = try fields.uniqueID("person")
        id = try fields.uniqueID("id")
        replaces = try fields.uniqueID("replaces")
        if kind == .retraction, replaces == nil {
            throw IntakeProblem(
                path: "replaces", message: "This field is missing.", allowed: "the id of the entry that is taken away")
        }
        if let id, id == replaces {
            throw IntakeProblem(path: "replaces", message: "An entry cannot replace itself.", allowed: "another id")
        }
        guard let at = try fields.moment("at") else {
            throw IntakeProblem(path: "at", message: "This field is missing.", allowed: LineFields.momentForm)
        }
        happenedAt = at.moment
        zone = try fields.zone("zone") ?? at.zone.description
        recordedAt = try fields.moment("recorded_at")?.moment
        (value, writtenPayload) = try fields.payload("payload", kind: kind)
    }
}
