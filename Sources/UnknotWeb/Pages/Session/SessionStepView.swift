import Unknot

/// One step of a session: to read, and for the player its times and what is said aloud.
struct SessionStepView: Sendable {
    /// Its place in the plan.
    let stepIndex: String
    let stepName: String
    let stepWhere: String
    let stepTime: String
    let seconds: String
    let repetitions: String
    let rest: String
    let stretchSeconds: String
    let stretchRepetitions: String
    /// The highest pressure that this plan allows, 0 when nothing is pressed.
    let pressure: String
    let pressureText: String?
    /// Whether it is on the other side than the step before.
    let turns: Bool
    let drawing: TechniqueDrawing
    let position: String
    let instructions: [String]
    let stretch: String?
    let stopWhen: [String]
    let sayReady: String
    let sayWork: String
    let sayStretch: String
    let secondsName: String
    let endings: [Choice]

    /// The steps that take time, in order.
    static func all(_ held: HeldSession, filled: FormFields?, kit: RecordKit) -> [SessionStepView] {
        var former: BodySide?
        var views: [SessionStepView] = []
        for (index, step) in held.plan.steps.enumerated() where step.seconds > 0 {
            let side = step.treatment.side
            let view = SessionStepView(
                step, at: index, turns: former.map { $0 != side } ?? false, filled: filled,
                kit: kit)
            views.append(view)
            former = side
        }
        return views
    }

    private init(_ step: PlanStep, at index: Int, turns: Bool, filled: FormFields?, kit: RecordKit) {
        let text = kit.kit.engine.planText
        let (point, side) = (step.treatment.point.id, step.treatment.side)
        stepIndex = String(index)
        stepName = step.technique.name
        let touches = step.role == .release || step.role == .ease && step.technique.touch.isByHand
        let words = kit.kit.engine.text
        let muscle = kit.texts(
            "knot_name", ["muscle": words.muscle(step.treatment.point.muscle), "side": words.side(side)]
        ).capitalizedFirst
        stepWhere = touches ? kit.place(of: point, side) ?? muscle : muscle
        stepTime = Self.time(step, kit)
        seconds = String(step.seconds)
        repetitions = String(step.repetitions)
        rest = String(step.rest)
        stretchSeconds = String(step.stretch?.seconds ?? 0)
        stretchRepetitions = String(step.stretch?.repetitions ?? 0)
        pressure = String(step.treatment.pressure?.upperBound ?? 0)
        let guide = text.pressure(step)
        pressureText = guide.isEmpty ? nil : guide
        self.turns = turns
        drawing = TechniqueDrawing(step.technique, at: step.treatment.point, side: side, kit: kit.kit)
        position = text.position(step)
        instructions = text.instructions(step)
        stretch = step.stretch.map(text.stretch)
        stopWhen = text.stopWhen(step)
        let said = ["name": step.technique.name, "place": stepWhere, "position": Self.spoken([position])]
        sayReady = kit.texts("session_say_ready", said)
        sayWork = kit.texts(
            "session_say_work",
            ["how": Self.spoken(instructions.prefix(Self.mostSpoken)), "duration": text.duration(step.seconds)])
        sayStretch = stretch.map { kit.texts("session_say_stretch", ["stretch": Self.spoken([$0])]) } ?? ""
        secondsName = SessionForm.Field.seconds(index)
        let name = SessionForm.Field.ended(index)
        let chosen = filled?.values(name).first ?? SessionStep.Ending.done.rawValue
        endings = SessionStep.Ending.allCases.map {
            Choice(
                name: name, value: $0.rawValue, label: kit.texts("session_ended_\($0.rawValue)"),
                isChosen: $0.rawValue == chosen)
        }
    }

    /// How many sentences are said aloud while the work begins; the rest can be read.
    private static let mostSpoken = 3

    /// Sentences as they are read aloud: each with an end.
    private static func spoken(_ sentences: some Sequence<String>) -> String {
        sentences.map { sentence in
            sentence.last.map { ".!?".contains($0) } ?? true ? sentence : sentence + "."
        }.joined(separator: " ")
    }

    private static func time(_ step: PlanStep, _ kit: RecordKit) -> String {
        let duration = kit.kit.engine.planText.duration(step.seconds)
        return step.repetitions == 1
            ? duration
            : kit.texts("session_times", ["count": String(step.repetitions), "duration": duration])
    }
}
