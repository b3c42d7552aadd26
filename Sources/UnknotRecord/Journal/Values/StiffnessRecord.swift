/// How stiff and how tight it feels.
public struct StiffnessRecord: Hashable, Sendable {
    /// 0 (moves freely) to 10 (hardly moves).
    public let stiffness: Double?
    /// 0 (loose) to 10 (as tight as can be).
    public let tightness: Double?

    /// Records at least one of the two.
    public init(stiffness: Double? = nil, tightness: Double? = nil) throws(IntakeProblem) {
        self.stiffness = try RecordCheck.number(stiffness, "stiffness", in: 0...10)
        self.tightness = try RecordCheck.number(tightness, "tightness", in: 0...10)
        try RecordCheck.anyOf([stiffness != nil, tightness != nil], "stiffness, tightness")
    }
}

extension StiffnessRecord: RecordPayload {
    package static let kind = EntryKind.stiffness
    package static let keys = ["stiffness", "tightness"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(stiffness: fields.anyNumber("stiffness"), tightness: fields.anyNumber("tightness"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "stiffness": RecordFields.number(stiffness), "tightness": RecordFields.number(tightness),
        ])
    }
}
