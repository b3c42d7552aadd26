public import UnknotRecord

/// An entry with what it says.
public struct Noted: Hashable, Sendable {
    /// The entry as it is kept.
    public let entry: Entry
    /// What it says, or why that cannot be read: a newer version of the program wrote it.
    public let reading: Result<RecordValue, IntakeProblem>

    /// Reads an entry. One that cannot be read stays in the journal as it is.
    public init(_ entry: Entry) {
        self.entry = entry
        reading = Result { () throws(IntakeProblem) in
            try RecordValue(kind: entry.kind, json: Array(entry.payload.utf8))
        }
    }

    /// What it says, where that can be read.
    public var value: RecordValue? { try? reading.get() }

    /// Why it cannot be read, where it cannot.
    public var problem: IntakeProblem? {
        if case .failure(let problem) = reading { problem } else { nil }
    }

    /// Where the person was. UTC when this machine does not know the zone, which another one did.
    public var zone: LocalZone { LocalZone(entry.zone) ?? .utc }

    /// The day that it was where the person was.
    public var day: LocalDay { LocalDay(of: entry.happenedAt, in: zone) }
}
