/// Exercise, from a walk to training.
public struct ExerciseRecord: Hashable, Sendable {
    /// How long, 0 to 1440 minutes.
    public let minutes: Double
    /// What it was, up to 200 characters on one line.
    public let what: String?

    /// Records exercise.
    public init(minutes: Double, what: String? = nil) throws(IntakeProblem) {
        self.minutes = try RecordCheck.number(minutes, "minutes", in: 0...1_440)
        self.what = try RecordCheck.text(what, "what", longest: 200)
    }
}

extension ExerciseRecord: RecordPayload {
    package static let kind = EntryKind.exercise
    package static let keys = ["minutes", "what"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(minutes: fields.requiredNumber("minutes"), what: fields.anyText("what"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present(["minutes": .number(minutes), "what": RecordFields.text(what)])
    }
}
