/// What was asked of a person's health on one day, and what of it applies.
///
/// Only answers are kept: what is in neither list was not asked then, so that each question can be asked again after a
/// time of its own.
public struct HealthRecord: Hashable, Sendable {
    /// That a danger sign was there, so that something else came before any self-care. It holds from then on, until the
    /// warning questions are answered anew and none of them stops.
    public struct Stop: Hashable, Sendable {
        /// What came first.
        public enum Level: String, CaseIterable, Hashable, Sendable {
            /// See a clinician in the next days.
            case seeClinician = "see_clinician"
            /// Medical advice on the same day.
            case sameDay = "same_day"
            /// Help at once.
            case emergency
        }

        /// What came first.
        public let level: Level
        /// What called for it: ids of warning signs, of combinations of them, or of health checks; each once.
        public let because: [QuestionID]

        /// States it.
        ///
        /// - Throws: ``IntakeProblem`` for what is no id, or stands twice.
        public init(_ level: Level, because: [QuestionID] = []) throws(IntakeProblem) {
            self.level = level
            self.because = try RecordCheck.answers(
                because, "stopped_by", [], "stopped_by", most: HealthRecord.mostAnswers
            ).0
        }
    }

    /// What applies, each once.
    public let applies: [HealthID]
    /// What was asked and does not apply, each once.
    public let denied: [HealthID]

    /// Whether the warning questions were answered as well, and none of them stopped.
    public let signsAnswered: Bool
    /// The danger sign that was there; nil when none was, or when they were not asked.
    public let stopped: Stop?

    /// The most answers of one list.
    static let mostAnswers = 300

    /// Records answers; at least one, or the word that the warning questions were answered or stopped.
    ///
    /// - Throws: ``IntakeProblem`` also when the signs were answered and stop at once: one of the two holds.
    public init(
        applies: [HealthID] = [], denied: [HealthID] = [], signsAnswered: Bool = false, stopped: Stop? = nil
    ) throws(IntakeProblem) {
        (self.applies, self.denied) = try RecordCheck.answers(
            applies, "applies", denied, "denied", most: Self.mostAnswers)
        self.signsAnswered = signsAnswered
        self.stopped = stopped
        try RecordCheck.anyOf(
            [!applies.isEmpty, !denied.isEmpty, signsAnswered, stopped != nil], "applies, denied, signs, stopped")
        guard stopped == nil || !signsAnswered else {
            throw IntakeProblem(
                path: "stopped", message: "The warning questions stop here, and are said to be passed.",
                allowed: "signs or stopped, not both")
        }
    }
}

extension HealthRecord: RecordPayload {
    package static let kind = EntryKind.health
    package static let keys = ["applies", "denied", "signs", "stopped", "stopped_by"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            applies: Self.ids(fields, "applies"), denied: Self.ids(fields, "denied"),
            signsAnswered: fields.flag("signs") ?? false, stopped: Self.stop(fields))
    }

    private static func ids<Subject>(
        _ fields: FieldReader, _ key: String
    ) throws(IntakeProblem) -> [Identifier<Subject>] {
        try fields.texts(key, longest: mostAnswers).map { Identifier<Subject>($0) }
    }

    private static func stop(_ fields: FieldReader) throws(IntakeProblem) -> Stop? {
        let because: [QuestionID] = try ids(fields, "stopped_by")
        guard let level: Stop.Level = try fields.choice("stopped") else {
            guard because.isEmpty else {
                throw IntakeProblem(
                    path: "stopped_by", message: "This key belongs to stopped.", allowed: "stopped beside it")
            }
            return nil
        }
        return try Stop(level, because: because)
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "applies": RecordFields.list(applies.map { .string($0.rawValue) }),
            "denied": RecordFields.list(denied.map { .string($0.rawValue) }),
            "signs": signsAnswered ? .bool(true) : nil,
            "stopped": stopped.map { .string($0.level.rawValue) },
            "stopped_by": RecordFields.list((stopped?.because ?? []).map { .string($0.rawValue) }),
        ])
    }
}
