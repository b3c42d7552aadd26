import Unknot

/// The second step: where it hurts most, warning signs, and a handful of questions about the pain.
struct QuestionsPage: Sendable {
    /// Warning questions of one urgency.
    struct SignGroup: Sendable {
        let groupTitle: String
        let signs: [AskView]
        let rest: Choice
    }

    let problem: ProblemNote?
    let carried: [HiddenField]
    let asksWorst: Bool
    let worst: [Choice]
    let intensity: [Choice]
    let signGroups: [SignGroup]
    let asks: [AskView]
    let hasAsks: Bool

    /// - Parameters:
    ///   - signs: Warning questions that fit where it hurts, most dangerous first.
    ///   - steps: Useful questions about the pain, most useful first. Those already answered come before them.
    init(
        _ form: IntakeForm, signs: [QuestionID], steps: [NextStep.Kind], problem: IntakeProblem? = nil, kit: PageKit
    ) {
        self.problem = problem.map { ProblemNote($0, texts: kit.texts) }
        let writer = AskWriter(form: form, kit: kit)
        asksWorst = form.places.count > 1
        worst = form.places.map { place in
            Choice(
                name: IntakeForm.Field.worst, value: IntakeForm.name(of: place),
                label: kit.engine.text.place(place).capitalizedFirst, isChosen: form.worst.contains(place))
        }
        intensity = Choice.scale(name: IntakeForm.Field.intensity, chosen: form.intensity)
        let asked = signs + form.answers.keys.map { QuestionID($0) }
        signGroups = Self.groups(Set(asked), writer, kit)
        let signFields = Set(signGroups.flatMap(\.signs).flatMap(\.choices).map(\.choiceName))
        // What is asked for safety is not asked again for the pain.
        asks = (Self.given(form, kit.engine.atlas) + steps).compactMap(writer.ask).filter { ask in
            !ask.choices.contains { signFields.contains($0.choiceName) }
        }
        hasAsks = !asks.isEmpty
        let shown = signFields.union(asks.flatMap(\.choices).map(\.choiceName))
            .union([IntakeForm.Field.worst, IntakeForm.Field.intensity])
        carried = form.fields
            .filter { field in
                let isSkip = field.name == IntakeForm.Field.skip
                return !shown.contains(isSkip ? IntakeForm.Field.answer + field.value : field.name)
            }
            .map(HiddenField.init)
    }

    /// The questions about the pain that were answered or passed over, so that this can be changed.
    private static func given(_ form: IntakeForm, _ atlas: Atlas) -> [NextStep.Kind] {
        func isGiven(_ id: String) -> Bool { form.answers[id] != nil || form.skipped.contains(id) }
        let movements = atlas.movements.map(\.id).filter { isGiven($0.rawValue) }.map(NextStep.Kind.movement)
        let questions = atlas.questions.map(\.id).filter { isGiven($0.rawValue) }.map(NextStep.Kind.question)
        return movements + questions
    }

    /// The signs to show by urgency, whether or not they already have an answer.
    private static func groups(_ asked: Set<QuestionID>, _ writer: AskWriter, _ kit: PageKit) -> [SignGroup] {
        let signs = kit.engine.atlas.warningSigns
            .filter { asked.contains($0.id) && $0.combination == nil }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
        let bands: [(key: String, urgencies: [WarningSign.Urgency])] = [
            ("emergency", [.emergencyNow]), ("same_day", [.sameDay]), ("soon", [.seeClinicianSoon, .watch]),
        ]
        return bands.compactMap { key, urgencies in
            let members = signs.filter { urgencies.contains($0.urgency) }
            guard !members.isEmpty else { return nil }
            return SignGroup(
                groupTitle: kit.texts("signs_\(key)"),
                signs: members.map { writer.ask(question: $0.id, text: $0.plainQuestion) },
                rest: Choice(
                    name: IntakeForm.Field.noToRest, value: members.map(\.id.rawValue).joined(separator: " "),
                    label: kit.texts("signs_no_to_rest"), isChosen: false)
            )
        }
    }
}

extension Page<QuestionsPage> {
    static func questions(
        _ form: IntakeForm, signs: [QuestionID], steps: [NextStep.Kind], problem: IntakeProblem? = nil, kit: PageKit
    ) -> Self {
        Page(
            template: "questions", title: kit.texts("questions_title"),
            view: QuestionsPage(form, signs: signs, steps: steps, problem: problem, kit: kit))
    }
}
