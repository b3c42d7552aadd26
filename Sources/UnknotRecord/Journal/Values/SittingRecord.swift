/// Time spent sitting or in one posture.
public struct SittingRecord: Hashable, Sendable {
    /// Hours in all, 0 to 24.
    public let hours: Double?
    /// The longest stretch without getting up, 0 to 1440 minutes.
    public let longestMinutes: Double?

    /// Records at least one of the two.
    public init(hours: Double? = nil, longestMinutes: Double? = nil) throws(IntakeProblem) {
        self.hours = try RecordCheck.number(hours, "hours", in: 0...24)
        self.longestMinutes = try RecordCheck.number(longestMinutes, "longest_minutes", in: 0...1_440)
        try RecordCheck.anyOf([hours != nil, longestMinutes != nil], "hours, longest_minutes")
    }
}

extension SittingRecord: RecordPayload {
    package static let kind = EntryKind.sitting
    package static let keys = ["hours", "longest_minutes"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(hours: fields.anyNumber("hours"), longestMinutes: fields.anyNumber("longest_minutes"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "hours": RecordFields.number(hours), "longest_minutes": RecordFields.number(longestMinutes),
        ])
    }
}
