import Unknot

/// What a form asks for one kind of entry, in the order of the page. The keys are those of the payload.
struct EntryShape: Sendable {
    let kind: EntryKind
    let questions: [Question]

    /// One thing that is asked.
    struct Question: Sendable {
        let key: String
        let input: Input
        /// Whether the payload cannot do without it.
        var isRequired = false
        /// Whether it is asked only of those who open the rest of the form.
        var isFurther = false
    }

    /// How it is answered.
    enum Input: Sendable {
        /// 0 to 10, as a row of buttons.
        case scale
        /// A number within limits.
        case number(ClosedRange<Double>)
        /// One of a few words.
        case choice([String])
        /// Yes, no, or not said.
        case yesOrNo
        /// A short text of at most so many characters.
        case line(Int)
        /// A long text of at most so many characters.
        case words(Int)
        /// A reading of a pressure gauge, in the unit that the person chose.
        case gauge
        /// How far a movement goes, in the unit that goes with it.
        case reach
    }

    /// The form for a kind; nil for what is not typed in, such as a drawing.
    init?(_ kind: EntryKind) {
        guard let questions = Self.questions(kind) else { return nil }
        self.kind = kind
        self.questions = questions
    }

    /// The name of the field for a question.
    func name(_ question: Question) -> String {
        "\(kind.rawValue).\(question.key)"
    }

    private static func questions(_ kind: EntryKind) -> [Question]? {
        switch kind {
        case .pain:
            [
                Question(key: "now", input: .scale), Question(key: "average", input: .scale, isFurther: true),
                Question(key: "worst", input: .scale, isFurther: true),
            ]
        case .press:
            [
                Question(key: "tenderness", input: .scale), Question(key: "familiar", input: .yesOrNo),
                Question(key: "gauge", input: .gauge, isFurther: true),
                Question(key: "lump", input: .yesOrNo, isFurther: true),
            ]
        case .movement:
            [
                Question(key: "movement", input: .choice(MovementTest.allCases.map(\.rawValue)), isRequired: true),
                Question(key: "reach", input: .reach, isRequired: true),
            ]
        case .stiffness: [Question(key: "stiffness", input: .scale), Question(key: "tightness", input: .scale)]
        case .own:
            [
                Question(key: "name", input: .line(60), isRequired: true),
                Question(key: "value", input: .scale, isRequired: true),
            ]
        case .sleep:
            [Question(key: "hours", input: .number(0...24)), Question(key: "quality", input: .scale)]
        case .water: [Question(key: "litres", input: .number(0...20), isRequired: true)]
        case .sitting:
            [
                Question(key: "hours", input: .number(0...24)),
                Question(key: "longest_minutes", input: .number(0...1440)),
            ]
        case .load:
            [Question(key: "level", input: .scale, isRequired: true), Question(key: "what", input: .line(100))]
        case .stress: [Question(key: "level", input: .scale, isRequired: true)]
        case .exercise:
            [
                Question(key: "minutes", input: .number(0...1440), isRequired: true),
                Question(key: "what", input: .line(100)),
            ]
        case .treatment:
            [
                Question(
                    key: "what", input: .choice(TreatmentRecord.Treatment.allCases.map(\.rawValue)), isRequired: true),
                Question(key: "name", input: .line(100)), Question(key: "minutes", input: .number(0...1440)),
            ]
        case .note: [Question(key: "text", input: .words(4000), isRequired: true)]
        case .causes, .habits, .habit, .fairTest, .fairTestDay, .fairTestSession: nil
        case .drawing, .plan, .session, .questionnaire, .health, .preferences, .reminders, .retraction: nil
        }
    }
}
