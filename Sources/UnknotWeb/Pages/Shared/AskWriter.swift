import Unknot

/// A question about the pain that is worth asking.
enum AskedStep: Hashable, Sendable {
    case question(QuestionID)
    case movement(MovementID)

    var id: String {
        switch self {
        case .question(let id): id.rawValue
        case .movement(let id): id.rawValue
        }
    }
}

/// Writes questions with their answers.
struct AskWriter {
    let form: IntakeForm
    let kit: PageKit

    /// A question that takes yes, no or don't know.
    func ask(question id: QuestionID, text: String) -> AskView {
        let given = form.answers[id.rawValue]?.rawValue
        return AskView(
            question: text,
            choices: Reply.allCases.map {
                choice(id.rawValue, $0.rawValue, label: kit.texts("reply_\($0.rawValue)"), given)
            }
        )
    }

    /// A question about the pain.
    func ask(_ step: AskedStep) -> AskView {
        switch step {
        case .question(let id):
            return ask(question: id, text: kit.engine.atlas.question(id)?.plainQuestion ?? id.rawValue)
        case .movement(let id):
            return ask(movement: id)
        }
    }

    private func ask(movement id: MovementID) -> AskView {
        let atlas = kit.engine.atlas
        let name = atlas.movement(id)?.plainQuestion ?? id.rawValue
        let isSkipped = form.skipped.contains(id.rawValue)
        let given = form.answers[id.rawValue]?.rawValue ?? (isSkipped ? Reply.unknown.rawValue : nil)
        let words = MovementEffect.allCases.map(\.rawValue) + [Reply.unknown.rawValue]
        return AskView(
            question: atlas.phrases("question_movement", ["movement": name]),
            choices: words.map { choice(id.rawValue, $0, label: kit.texts("effect_\($0)"), given) }
        )
    }

    private func choice(_ id: String, _ word: String, label: String, _ given: String?) -> Choice {
        Choice(name: IntakeForm.Field.answer + id, value: word, label: label, isChosen: word == given)
    }
}
