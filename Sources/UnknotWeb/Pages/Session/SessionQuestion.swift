import Unknot

/// One thing that is rated before or after a session. None has to be answered.
struct SessionQuestion: Sendable {
    let questionID: String
    let questionLabel: String
    let questionHint: String?
    let lowEnd: String?
    let highEnd: String?
    /// Buttons from 0 to 10, or quarters of the whole way.
    let choices: [Choice]
    let isScale: Bool
    /// A number to type instead.
    let number: NumberField?

    /// A number with its unit.
    struct NumberField: Sendable {
        let numberName: String
        let numberValue: String
        let numberUnit: String
        let numberMost: String
    }

    /// Everything that is rated at one end of a session, in the order of the page.
    static func all(
        _ when: SessionForm.When, _ held: HeldSession, filled: FormFields?, kit: RecordKit
    ) -> [SessionQuestion] {
        var questions = held.ratings.spots.map { spot in
            scale(
                SessionForm.Field.tenderness(when, spot), words: spot.isPressed ? "session_press" : "session_sore",
                subject: kit.place(of: spot.point, spot.side) ?? kit.name(of: spot.point, spot.side), filled, kit)
        }
        questions.append(scale(SessionForm.Field.tightness(when), words: "session_tight", subject: "", filled, kit))
        if let test = held.ratings.movement { questions.append(movement(test, when, filled, kit)) }
        return questions
    }

    private static func scale(
        _ name: String, words: String, subject: String, _ filled: FormFields?, _ kit: RecordKit
    ) -> SessionQuestion {
        SessionQuestion(
            questionID: id(name), questionLabel: kit.texts(words, ["place": subject]),
            questionHint: kit.texts.has("\(words)_hint") ? kit.texts("\(words)_hint") : nil,
            lowEnd: kit.texts("\(words)_low"), highEnd: kit.texts("\(words)_high"),
            choices: Choice.scale(name: name, chosen: filled?.values(name).first.flatMap { Int($0) }), isScale: true,
            number: nil)
    }

    private static func movement(
        _ test: MovementTest, _ when: SessionForm.When, _ filled: FormFields?, _ kit: RecordKit
    ) -> SessionQuestion {
        let name = SessionForm.Field.movement(when)
        let chosen = filled?.values(name).first ?? ""
        let label = kit.texts("session_movement_\(test.rawValue)")
        let hint = kit.texts("session_movement_hint")
        guard test.isDistance else {
            return SessionQuestion(
                questionID: id(name), questionLabel: label, questionHint: hint, lowEnd: nil, highEnd: nil,
                choices: (0...4).map {
                    Choice(
                        name: name, value: String($0), label: kit.texts("session_quarters_\($0)"),
                        isChosen: chosen == String($0))
                },
                isScale: false, number: nil)
        }
        let unit = kit.preferences.length
        return SessionQuestion(
            questionID: id(name), questionLabel: label, questionHint: hint, lowEnd: nil, highEnd: nil, choices: [],
            isScale: false,
            number: NumberField(
                numberName: name, numberValue: chosen.escapable, numberUnit: kit.texts("unit_reach_\(unit.rawValue)"),
                numberMost: NumberText.short(unit.value(ofCentimetres: 100))))
    }

    private static func id(_ name: String) -> String {
        name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
    }
}
