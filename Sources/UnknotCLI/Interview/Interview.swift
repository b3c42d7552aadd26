import Unknot

/// The conversation behind `unknot locate -i`: takes what is typed, keeps what was said, and knows what to ask next.
///
/// A value without input or output: ``stage`` says what to ask, ``receive(_:)`` takes the reply.
///
///     var interview = Interview(engine)
///     try interview.receive("buttock left")
struct Interview: Sendable {
    let engine: Engine
    private var state: State
    private var past: [State] = []

    /// Everything that going back restores.
    struct State: Sendable {
        var intake = Intake()
        var skipped: Set<String> = []
        var stage = Stage.places
        var phase = InterviewPhase.questions
        var triage: Triage?
        var progress: InterviewProgress?
        var leading: RankedMuscle?
    }

    /// Begins a conversation, or takes one up where it was left.
    init(_ engine: Engine, state: State = State()) {
        self.engine = engine
        self.state = state
    }

    /// What is asked now.
    var stage: Stage { state.stage }
    /// What was said so far.
    var intake: Intake { state.intake }
    /// The warning signs, once something is marked.
    var triage: Triage? { state.triage }
    /// How many screens may still follow, once something is marked.
    var progress: InterviewProgress? { state.progress }
    /// The muscle that leads so far, once questions have begun.
    var leading: RankedMuscle? { state.leading }
    /// What must not be asked again.
    var skipped: Set<String> { state.skipped }
    /// Whether the conversation is over, and how it ended.
    var ending: Ending? {
        if case .finished(let ending) = state.stage { return ending }
        return nil
    }

    /// Takes one line that the person typed.
    ///
    /// - Throws: ``Misunderstanding`` when the line is no reply to what was asked; nothing has changed then.
    mutating func receive(_ line: String) throws {
        let reply = TypedReply(line)
        guard ending == nil else { return }
        switch reply.command {
        case .back:
            guard let last = past.popLast() else { throw Misunderstanding.nothingToUndo }
            state = last
        case .quit:
            state.stage = .finished(.quit)
        case nil:
            var next = state
            try take(reply, &next)
            past.append(state)
            state = next
        }
    }

    private func take(_ reply: TypedReply, _ next: inout State) throws {
        switch state.stage {
        case .places: try takePlaces(reply, &next)
        case .regions(let regions, let side): try takeRegions(reply, regions, side, &next)
        case .side(let regions): try takeSide(reply, regions, &next)
        case .strength(let places): try takeStrength(reply, places, &next)
        case .age: try takeAge(reply, &next)
        case .sex: try takeSex(reply, &next)
        case .warnings(let screen): try takeWarnings(reply, screen.signs, &next)
        case .question(let id, _): try takeQuestion(reply, id, &next)
        case .movement(let id, _): try takeMovement(reply, id, &next)
        case .press(let point, let side, _): try takePress(reply, point, side, &next)
        case .familiar(let press): try takeFamiliar(reply, press, &next)
        case .spread(let press, let options): try takeSpread(reply, press, options, &next)
        case .finished: break
        }
    }

    /// Goes on with what the locator wants next: warning signs, questions, and presses after them.
    func goOn(_ next: inout State) throws {
        var turn = try engine.locator.turn(next.intake, phase: next.phase, skipping: next.skipped)
        if turn.step == .finished, next.phase == .questions, turn.triage.level != .emergency {
            next.phase = .presses
            turn = try engine.locator.turn(next.intake, phase: next.phase, skipping: next.skipped)
        }
        next.triage = turn.triage
        next.progress = turn.progress
        next.stage = stage(of: turn)
        switch turn.step {
        case .ask, .press: next.leading = try engine.locator.rankedMuscles(next.intake).first
        case .warnings, .finished: break
        }
    }

    private func stage(of turn: InterviewTurn) -> Stage {
        switch turn.step {
        case .warnings(let screen): .warnings(screen)
        case .ask(let step), .press(let step):
            switch step.kind {
            case .question(let id): .question(id, step)
            case .movement(let id): .movement(id, step)
            case .press(let point, let side): .press(point, side, step)
            }
        case .finished: .finished(turn.triage.level == .emergency ? .emergency : .done)
        }
    }
}
