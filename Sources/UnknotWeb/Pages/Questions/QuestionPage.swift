import Unknot

/// One question about the pain. Each answer is a button that sends the form.
struct QuestionPage: Sendable {
    /// One answer.
    struct AnswerButton: Sendable {
        let answerValue: String
        let answerLabel: String
        let answerIcon: String
        /// Whether this was the answer before the visitor came back.
        let wasChosen: Bool
    }

    let frame: InterviewFrame
    let question: String
    let why: String
    let answerField: String
    let answers: [AnswerButton]
    let unknown: AnswerButton

    /// - Returns: `nil` for a press, which has a page of its own.
    init?(_ form: IntakeForm, step: NextStep, atMost: Int, kit: PageKit) {
        let words: [(word: String, key: String, icon: Icon)]
        switch step.kind {
        case .press: return nil
        case .question:
            words = [("yes", "reply_yes", .tick), ("no", "reply_no", .cross)]
        case .movement:
            words = [
                ("worse", "effect_worse", .rising), ("no_effect", "effect_no_effect", .level),
                ("better", "effect_better", .falling), ("restricted", "effect_restricted", .barred),
            ]
        }
        frame = InterviewFrame(form, screen: .ask(step.id), atMost: atMost, hasResult: true, kit: kit)
        question = kit.engine.text.request(step)
        why = kit.engine.text.why(step)
        answerField = IntakeForm.Field.answer + step.id
        let earlier = form.earlier[step.id]?.rawValue
        answers = words.map {
            AnswerButton(
                answerValue: $0.word, answerLabel: kit.texts($0.key), answerIcon: $0.icon.path,
                wasChosen: $0.word == earlier)
        }
        unknown = AnswerButton(
            answerValue: Reply.unknown.rawValue, answerLabel: kit.texts("reply_i_dont_know"),
            answerIcon: Icon.unknown.path, wasChosen: earlier == Reply.unknown.rawValue)
    }
}

extension Page<QuestionPage> {
    static func question(_ form: IntakeForm, step: NextStep, atMost: Int, kit: PageKit) -> Self? {
        QuestionPage(form, step: step, atMost: atMost, kit: kit).map {
            Page(template: "question", title: $0.question, view: $0)
        }
    }
}
