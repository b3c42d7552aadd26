import Unknot

/// Writes questions with their answers.
struct AskWriter {
    let form: IntakeForm
    let kit: PageKit

    /// A question that takes yes, no or don't know.
    func ask(question id: QuestionID, text: String) -> AskView {
        AskView(
            question: text,
            choices: Reply.allCases.map {
                choice(id.rawValue, $0.rawValue, label: kit.texts("reply_\($0.rawValue)"))
            }
        )
    }

    /// A question about the pain; a press is none.
    func ask(_ step: NextStep.Kind) -> AskView? {
        switch step {
        case .question(let id):
            return ask(question: id, text: kit.engine.atlas.question(id)?.plainQuestion ?? id.rawValue)
        case .movement(let id):
            return ask(movement: id)
        case .press:
            return nil
        }
    }

    private func ask(movement id: MovementID) -> AskView {
        let atlas = kit.engine.atlas
        let name = atlas.movement(id)?.plainQuestion ?? id.rawValue
        let words = MovementEffect.allCases.map(\.rawValue) + [Reply.unknown.rawValue]
        return AskView(
            question: atlas.phrases("question_movement", ["movement": name]),
            choices: words.map { choice(id.rawValue, $0, label: kit.texts("effect_\($0)")) }
        )
    }

    private func choice(_ id: String, _ word: String, label: String) -> Choice {
        let given = form.answers[id]?.rawValue ?? (form.skipped.contains(id) ? Reply.unknown.rawValue : nil)
        return Choice(name: IntakeForm.Field.answer + id, value: word, label: label, isChosen: word == given)
    }
}
