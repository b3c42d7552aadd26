/// The last night.
public struct SleepRecord: Hashable, Sendable {
    /// Hours asleep, 0 to 24.
    public let hours: Double?
    /// 0 (very badly) to 10 (very well).
    public let quality: Double?

    /// Records at least one of the two.
    public init(hours: Double? = nil, quality: Double? = nil) throws(IntakeProblem) {
        self.hours = try RecordCheck.number(hours, "hours", in: 0...24)
        self.quality = try RecordCheck.number(quality, "quality", in: 0...10)
        try RecordCheck.anyOf([hours != nil, quality != nil], "hours, quality")
    }
}

extension SleepRecord: RecordPayload {
    package static let kind = EntryKind.sleep
    package static let keys = ["hours", "quality"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(hours: fields.anyNumber("hours"), quality: fields.anyNumber("quality"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present(["hours": RecordFields.number(hours), "quality": RecordFields.number(quality)])
    }
}
