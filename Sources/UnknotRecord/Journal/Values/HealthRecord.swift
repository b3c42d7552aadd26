/// What was asked of a person's health on one day, and what of it applies.
///
/// Only answers are kept: what is in neither list was not asked then, so that each question can be asked again after a
/// time of its own.
public struct HealthRecord: Hashable, Sendable {
    /// What applies, each once.
    public let applies: [HealthID]
    /// What was asked and does not apply, each once.
    public let denied: [HealthID]

    /// Whether the warning questions were answered as well.
    public let signsAnswered: Bool

    /// The most answers of one list.
    static let mostAnswers = 300

    /// Records answers; at least one, or the word that the warning questions were answered.
    public init(
        applies: [HealthID] = [], denied: [HealthID] = [], signsAnswered: Bool = false
    ) throws(IntakeProblem) {
        (self.applies, self.denied) = try RecordCheck.answers(
            applies, "applies", denied, "denied", most: Self.mostAnswers)
        self.signsAnswered = signsAnswered
        try RecordCheck.anyOf([!applies.isEmpty, !denied.isEmpty, signsAnswered], "applies, denied, signs")
    }
}

extension HealthRecord: RecordPayload {
    package static let kind = EntryKind.health
    package static let keys = ["applies", "denied", "signs"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            applies: Self.ids(fields, "applies"), denied: Self.ids(fields, "denied"),
            signsAnswered: fields.flag("signs") ?? false)
    }

    private static func ids(_ fields: FieldReader, _ key: String) throws(IntakeProblem) -> [HealthID] {
        try fields.texts(key, longest: mostAnswers).map { HealthID($0) }
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "applies": RecordFields.list(applies.map { .string($0.rawValue) }),
            "denied": RecordFields.list(denied.map { .string($0.rawValue) }),
            "signs": signsAnswered ? .bool(true) : nil,
        ])
    }
}
