/// What was drunk.
public struct WaterRecord: Hashable, Sendable {
    /// Litres, 0 to 20.
    public let litres: Double

    /// Records an amount.
    public init(litres: Double) throws(IntakeProblem) {
        self.litres = try RecordCheck.number(litres, "litres", in: 0...20)
    }
}

extension WaterRecord: RecordPayload {
    package static let kind = EntryKind.water
    package static let keys = ["litres"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(litres: fields.requiredNumber("litres"))
    }

    package var fields: [String: JSONValue] { ["litres": .number(litres)] }
}
