/// Something that the person follows under a name of their own, such as "carrying my daughter".
public struct OwnRecord: Hashable, Sendable {
    /// How many different names one person may follow at a time.
    public static let mostNames = 5

    /// The name, 1 to 60 characters on one line, without spaces around it.
    public let name: String
    /// 0 to 10; what the ends mean is the person's own affair.
    public let value: Double

    /// Records a value.
    public init(name: String, value: Double) throws(IntakeProblem) {
        self.name = try RecordCheck.text(name, "name", longest: 60)
        self.value = try RecordCheck.number(value, "value", in: 0...10)
    }
}

extension OwnRecord: RecordPayload {
    package static let kind = EntryKind.own
    package static let keys = ["name", "value"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(name: fields.requiredAnyText("name"), value: fields.requiredNumber("value"))
    }

    package var fields: [String: JSONValue] { ["name": .string(name), "value": .number(value)] }
}
