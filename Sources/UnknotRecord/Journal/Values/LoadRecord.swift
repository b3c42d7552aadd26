/// Physical load: lifting, carrying, hard work.
public struct LoadRecord: Hashable, Sendable {
    /// 0 (none) to 10 (as hard as I can).
    public let level: Double
    /// What it was, up to 200 characters on one line.
    public let what: String?

    /// Records a load.
    public init(level: Double, what: String? = nil) throws(IntakeProblem) {
        self.level = try RecordCheck.number(level, "level", in: 0...10)
        self.what = try RecordCheck.text(what, "what", longest: 200)
    }
}

extension LoadRecord: RecordPayload {
    package static let kind = EntryKind.load
    package static let keys = ["level", "what"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(level: fields.requiredNumber("level"), what: fields.anyText("what"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present(["level": .number(level), "what": RecordFields.text(what)])
    }
}
