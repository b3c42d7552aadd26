import Testing
import Unknot

@testable import UnknotLocator

@Suite("Stop rule")
struct StopRuleTests {
    private let engine: Engine
    private let rule: StopRule

    init() throws {
        engine = try SharedEngine.get()
        rule = StopRule(parameters: engine.locator.network.parameters)
    }

    private let press = NextStep(
        kind: .press("gluteus_medius_tp1", .left), concerns: [], concernsSource: nil, gainBits: 0.5)
    private let question = NextStep(
        kind: .question("pain_below_knee"), concerns: [], concernsSource: nil, gainBits: 0.5)

    private func isDone(_ intake: Intake, leading: RankedMuscle? = nil, best: NextStep?) throws -> Bool {
        rule.isDone(
            intake, triage: try engine.locator.triage(intake), leading: leading, best: best, atlas: engine.atlas)
    }

    @Test("it goes on while a step teaches enough, and stops when none does")
    func gain() throws {
        #expect(try !isDone(.lowBackLeft, best: press))
        #expect(try isDone(.lowBackLeft, best: nil))
        let poor = NextStep(kind: press.kind, concerns: [], concernsSource: nil, gainBits: 0.001)
        #expect(try isDone(.lowBackLeft, best: poor))
    }

    @Test("it stops after six presses")
    func presses() throws {
        var intake = Intake.lowBackLeft
        intake.presses = engine.atlas.points.prefix(5).map { Press($0.id, .left) }
        #expect(try !isDone(intake, best: question))
        intake.presses = engine.atlas.points.prefix(6).map { Press($0.id, .left) }
        #expect(try isDone(intake, best: question))
        #expect(try isDone(intake, best: press))
    }

    @Test("after enough answers it asks no more, but still presses; warning signs do not count")
    func questions() throws {
        var intake = Intake.lowBackLeft
        for movement in engine.atlas.movements.prefix(rule.parameters.mostQuestions - 1) {
            intake.answers[movement.id.rawValue] = .effect(.noEffect)
        }
        for sign in engine.atlas.warningSigns.prefix(5) { intake.answers[sign.id.rawValue] = .reply(.no) }
        #expect(try !isDone(intake, best: question))
        intake.answers[engine.atlas.movements[rule.parameters.mostQuestions].id.rawValue] = .effect(.noEffect)
        #expect(try isDone(intake, best: question))
        #expect(try !isDone(intake, best: press))
    }

    @Test("it stops when the leading muscle is nearly certain and a press on it, on its side, was familiar")
    func certainty() throws {
        let point = try #require(engine.atlas.points.first)
        func done(_ probability: Double, _ side: BodySide, isFamiliar: Bool?) throws -> Bool {
            var intake = Intake.lowBackLeft
            intake.presses = [Press(point.id, side, tenderness: 8, isFamiliar: isFamiliar)]
            let leading = RankedMuscle(muscle: point.muscle, side: .left, probability: probability)
            return try isDone(intake, leading: leading, best: press)
        }
        #expect(try done(0.95, .left, isFamiliar: true))
        #expect(try !done(0.85, .left, isFamiliar: true))
        #expect(try !done(0.95, .right, isFamiliar: true))
        #expect(try !done(0.95, .left, isFamiliar: false))
        #expect(try !done(0.95, .left, isFamiliar: nil))
    }

    @Test("an emergency stops everything")
    func emergency() throws {
        var intake = Intake.lowBackLeft
        intake.answers["saddle_numbness"] = .reply(.yes)
        #expect(try isDone(intake, best: press))
    }
}
