/// What a person said about what may drive their pain: the short check, or what happened in the hours before it began.
///
/// Only answers are kept: what is in no list was not asked then. An entry about the hours before lies at the time when
/// the pain began.
public struct CausesRecord: Hashable, Sendable {
    /// Causes that apply, each once.
    public let applies: [CauseID]
    /// Causes that were asked and do not apply, each once.
    public let denied: [CauseID]
    /// What happened in the hours before, each once.
    public let before: [TriggerID]
    /// What was asked about the hours before and did not happen, each once.
    public let notBefore: [TriggerID]
    /// How many times the person had this kind of pain before, 0 to 100.
    public let episodes: Double?

    /// The most answers of one list.
    static let mostAnswers = 100

    /// Records answers; at least one.
    public init(
        applies: [CauseID] = [], denied: [CauseID] = [], before: [TriggerID] = [], notBefore: [TriggerID] = [],
        episodes: Double? = nil
    ) throws(IntakeProblem) {
        (self.applies, self.denied) = try RecordCheck.answers(
            applies, "applies", denied, "denied", most: Self.mostAnswers)
        (self.before, self.notBefore) = try RecordCheck.answers(
            before, "before", notBefore, "not_before", most: Self.mostAnswers)
        self.episodes = try episodes.map { value throws(IntakeProblem) in
            try RecordCheck.whole(value, "episodes", in: 0...100)
        }
        try RecordCheck.anyOf(
            [!applies.isEmpty, !denied.isEmpty, !before.isEmpty, !notBefore.isEmpty, episodes != nil],
            "applies, denied, before, not_before, episodes")
    }
}

extension CausesRecord: RecordPayload {
    package static let kind = EntryKind.causes
    package static let keys = ["applies", "denied", "before", "not_before", "episodes"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            applies: Self.ids(fields, "applies"), denied: Self.ids(fields, "denied"),
            before: Self.ids(fields, "before"), notBefore: Self.ids(fields, "not_before"),
            episodes: fields.anyNumber("episodes"))
    }

    private static func ids<Subject>(
        _ fields: FieldReader, _ key: String
    ) throws(IntakeProblem) -> [Identifier<Subject>] {
        try fields.texts(key, longest: mostAnswers).map { Identifier($0) }
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "applies": RecordFields.list(applies.map { .string($0.rawValue) }),
            "denied": RecordFields.list(denied.map { .string($0.rawValue) }),
            "before": RecordFields.list(before.map { .string($0.rawValue) }),
            "not_before": RecordFields.list(notBefore.map { .string($0.rawValue) }),
            "episodes": RecordFields.number(episodes),
        ])
    }
}
