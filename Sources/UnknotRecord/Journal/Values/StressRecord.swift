/// Stress.
public struct StressRecord: Hashable, Sendable {
    /// 0 (none) to 10 (more than I can bear).
    public let level: Double

    /// Records a level.
    public init(level: Double) throws(IntakeProblem) {
        self.level = try RecordCheck.number(level, "level", in: 0...10)
    }
}

extension StressRecord: RecordPayload {
    package static let kind = EntryKind.stress
    package static let keys = ["level"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(level: fields.requiredNumber("level"))
    }

    package var fields: [String: JSONValue] { ["level": .number(level)] }
}
