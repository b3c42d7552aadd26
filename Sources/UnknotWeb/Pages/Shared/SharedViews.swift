import Unknot

/// A field that is carried along without being shown.
struct HiddenField: Sendable {
    let fieldName: String
    let fieldValue: String

    init(_ field: FormFields.Field) {
        fieldName = field.name.escapable
        fieldValue = field.value.escapable
    }
}

/// One of several answers, as a radio button or a tick box.
struct Choice: Sendable {
    let choiceID: String
    let choiceName: String
    let choiceValue: String
    let choiceLabel: String
    let isChosen: Bool

    /// - Parameter form: The form that it stands in, where a page has several with the same fields.
    init(name: String, value: String, label: String, isChosen: Bool, in form: String = "") {
        choiceID = "\(form)\(name)-\(value)".map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        choiceName = name
        choiceValue = value
        choiceLabel = label
        self.isChosen = isChosen
    }

    /// The scale from 0 to 10.
    static func scale(name: String, chosen: Int?, in form: String = "") -> [Choice] {
        (0...10).map { Choice(name: name, value: String($0), label: String($0), isChosen: $0 == chosen, in: form) }
    }
}

/// What was wrong with what was sent, on top of a page.
struct ProblemNote: Sendable {
    let problemMessage: String
    let problemAllowed: String
    let problemField: String?

    init(_ problem: IntakeProblem, texts: PageTexts) {
        let field = problem.path.prefix { $0 != "." && $0 != "[" }
        let name = texts.has("field_\(field)") ? texts("field_\(field)") : String(problem.path)
        problemField = name.isEmpty ? nil : name.escapable
        problemMessage = problem.message.escapable
        problemAllowed = problem.allowed.escapable
    }
}
