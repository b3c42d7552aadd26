import SeededRandom
import Unknot

/// Answers an interview as the person of a case would have, as far as the case says.
///
/// - A sign or question is answered yes or no where the case settles it, by any id, and "I don't know" otherwise: what a
///   published case does not mention was not denied. A sign whose line also covers another one is ticked for either.
/// - A movement is answered with its effect where the case tells it, and passed over otherwise.
/// - A press on a true muscle is always tender and familiar; on any other point it is tender with probability 0.5 and
///   familiar with 0.2, the error rates of palpation studies.
struct InterviewOracle {
    let engine: Engine

    /// How a simulated interview went.
    struct Course: Sendable {
        var intake: Intake
        var skipped: Set<String> = []
        var warningScreens = 0
        var questions = 0
        var presses = 0
    }

    /// What is known of the case before anything is asked: the drawing, age and sex.
    static func start(_ item: EvaluationCase) -> Intake {
        let intake = item.intake
        return Intake(
            age: intake.age, sex: intake.sex, sideUnknown: intake.sideUnknown, drawing: intake.drawing,
            drawingComplete: intake.drawingComplete)
    }

    /// Goes through warning signs and questions until the stop rule.
    func answer(_ item: EvaluationCase) throws -> Course {
        var course = Course(intake: Self.start(item))
        let facts = KnownFacts(item.intake, atlas: engine.atlas)
        while true {
            let turn = try engine.locator.turn(course.intake, phase: .questions, skipping: course.skipped)
            switch turn.step {
            case .warnings(let screen):
                tick(screen, facts, &course)
            case .ask(let step):
                course.questions += 1
                reply(to: step, item, facts, &course)
            case .press, .finished:
                return course
            }
        }
    }

    /// Goes on with presses until the stop rule.
    func press(_ item: EvaluationCase, from start: Course, seed: UInt64) throws -> Course {
        var random = SplitMix64(seed: seed)
        var course = start
        let facts = KnownFacts(item.intake, atlas: engine.atlas)
        while true {
            let turn = try engine.locator.turn(course.intake, phase: .presses, skipping: course.skipped)
            switch turn.step {
            case .warnings(let screen):
                tick(screen, facts, &course)
            case .press(let step):
                guard case .press(let point, let side) = step.kind else { return course }
                course.presses += 1
                course.intake.presses.append(press(point, side, item, &random))
            case .ask, .finished:
                return course
            }
        }
    }

    private func tick(_ screen: WarningScreen, _ facts: KnownFacts, _ course: inout Course) {
        course.warningScreens += 1
        for id in screen.signs {
            let covered = engine.atlas.warningSigns.filter { $0.askedWith == id }.map(\.id) + [id]
            let values = covered.map { facts[$0.rawValue] }
            let reply: Reply = values.contains(true) ? .yes : facts[id.rawValue] == false ? .no : .unknown
            course.intake.answers[id.rawValue] = .reply(reply)
        }
    }

    private func reply(to step: NextStep, _ item: EvaluationCase, _ facts: KnownFacts, _ course: inout Course) {
        switch step.kind {
        case .question(let id):
            let reply: Reply = facts[id.rawValue].map { $0 ? .yes : .no } ?? .unknown
            course.intake.answers[id.rawValue] = .reply(reply)
        case .movement(let id):
            if let answer = item.intake.answers[id.rawValue] {
                course.intake.answers[id.rawValue] = answer
            } else {
                course.skipped.insert(id.rawValue)
            }
        case .press:
            course.skipped.insert(step.id)
        }
    }

    private func press(
        _ point: PointID, _ side: BodySide, _ item: EvaluationCase, _ random: inout SplitMix64
    ) -> Press {
        let isTrue = isTrueMuscle(point, side, item)
        let isTender = isTrue || Double.random(in: 0..<1, using: &random) < 0.5
        let isFamiliar = isTrue || Double.random(in: 0..<1, using: &random) < 0.2
        return Press(point, side, tenderness: isTender ? 7 : 1, isFamiliar: isFamiliar)
    }

    private func isTrueMuscle(_ point: PointID, _ side: BodySide, _ item: EvaluationCase) -> Bool {
        guard let muscle = engine.atlas.point(point)?.muscle else { return false }
        let candidate = RankedMuscle(muscle: muscle, side: side, probability: 0)
        return item.primary.contains { $0.fits(candidate, ignoringSide: false) }
    }
}
