public import UnknotRecord

/// The outcome of weighing the warning signs: always before anything is said of knots.
public struct Triage: Hashable, Sendable {
    /// What to do, with the permission to go on where there is one.
    public enum Outcome: Hashable, Sendable {
        /// Self-care is allowed.
        case selfCare(Clearance)
        /// See a clinician in the next days.
        case seeClinician
        /// Get medical advice today.
        case sameDay
        /// Get help at once.
        case emergency
    }

    /// One thing that raised the level.
    public struct Reason: Hashable, Sendable {
        /// The warning sign, combination or source of pain.
        public let id: String
        /// The level that it asks for.
        public let level: TriageLevel
        /// What to do, in plain words.
        public let advice: String
    }

    /// What to do.
    public let outcome: Outcome
    /// What raised the level, most urgent first; empty for self-care.
    public let reasons: [Reason]
    /// Signs that were answered yes but count only together with others.
    public let watched: [QuestionID]
    /// Warning questions that the painful areas call for and that nobody has answered, most dangerous first.
    public let unasked: [QuestionID]
    /// Those of ``unasked`` that still have to be asked. Left out are signs that another question covers, and signs that
    /// count only together with something that was not affirmed.
    public let open: [QuestionID]
    /// Those of ``unasked`` that an answer may yet open: they count only together with something not known so far.
    public let mayOpen: [QuestionID]

    /// The level without the permission.
    public var level: TriageLevel {
        switch outcome {
        case .selfCare: .selfCare
        case .seeClinician: .seeClinician
        case .sameDay: .sameDay
        case .emergency: .emergency
        }
    }

    init(
        reasons: [Reason], watched: [QuestionID], unasked: [QuestionID], open: [QuestionID], mayOpen: [QuestionID]
    ) {
        self.reasons = reasons.sorted { ($1.level, $0.id) < ($0.level, $1.id) }
        self.watched = watched
        self.unasked = unasked
        self.open = open
        self.mayOpen = mayOpen
        outcome =
            switch reasons.map(\.level).max() ?? .selfCare {
            case .selfCare: .selfCare(Clearance())
            case .seeClinician: .seeClinician
            case .sameDay: .sameDay
            case .emergency: .emergency
            }
    }
}
