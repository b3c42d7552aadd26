public import UnknotRecord
public import UnknotSafety

/// One screen of warning questions: a list to tick, "none of these" answers no to all of them.
public struct WarningScreen: Hashable, Sendable {
    /// The list; `Atlas.warningHeading(_:)` knows what stands above it.
    public let id: String
    /// The signs that are still open, most dangerous first.
    public let signs: [QuestionID]
}

/// What an interview does now.
public struct InterviewTurn: Hashable, Sendable {
    /// One screen.
    public enum Step: Hashable, Sendable {
        /// Show a list of warning signs.
        case warnings(WarningScreen)
        /// Ask a question; never a press.
        case ask(NextStep)
        /// Press a point.
        case press(NextStep)
        /// Nothing more is worth asking in this phase, or help is needed now.
        case finished
    }

    /// What comes next.
    public let step: Step
    /// The warning signs so far.
    public let triage: Triage
    /// How far the phase has come.
    public let progress: InterviewProgress
}

/// How far a phase of an interview has come, in screens.
public struct InterviewProgress: Hashable, Sendable {
    /// Screens done so far: in the phase of questions the lists of warning signs and the questions, in the phase of
    /// presses the presses. A list that comes back because of another answer counts once, and what was passed over
    /// counts like an answer.
    public let answered: Int
    /// Screens that may still follow in this phase, this one included: never fewer than really do, mostly more.
    public let atMost: Int
}

/// The two parts of an interview.
public enum InterviewPhase: String, CaseIterable, Hashable, Sendable {
    /// Warning signs and questions.
    case questions
    /// Presses.
    case presses
}
