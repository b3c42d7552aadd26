/// How much it hurts, 0 (no pain) to 10 (the worst pain that one can imagine).
public struct PainRecord: Hashable, Sendable {
    /// At this moment.
    public let now: Double?
    /// On average over the last 24 hours.
    public let average: Double?
    /// At its worst in the last 24 hours.
    public let worst: Double?

    /// Records pain; at least one number is needed.
    public init(now: Double? = nil, average: Double? = nil, worst: Double? = nil) throws(IntakeProblem) {
        self.now = try RecordCheck.number(now, "now", in: 0...10)
        self.average = try RecordCheck.number(average, "average", in: 0...10)
        self.worst = try RecordCheck.number(worst, "worst", in: 0...10)
        try RecordCheck.anyOf([now != nil, average != nil, worst != nil], "now, average, worst")
    }
}

extension PainRecord: RecordPayload {
    package static let kind = EntryKind.pain
    package static let keys = ["now", "average", "worst"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            now: fields.anyNumber("now"), average: fields.anyNumber("average"), worst: fields.anyNumber("worst"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "now": RecordFields.number(now), "average": RecordFields.number(average),
            "worst": RecordFields.number(worst),
        ])
    }
}
