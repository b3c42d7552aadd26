import Testing
import Unknot

@Suite("Intakes that give no ranking")
struct RefusedIntakeTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    private func problem(_ intake: Intake) throws -> IntakeProblem? {
        do {
            _ = try engine.locate(intake)
            return nil
        } catch let problem as IntakeProblem {
            return problem
        }
    }

    @Test(
        "without a drawing and without a warning sign there is nothing to say",
        arguments: [
            Intake(id: "x"), Intake(id: "x", answers: ["saddle_numbness": .reply(.no)]),
            Intake(id: "x", answers: ["sitting_long": .effect(.worse)]),
            Intake(id: "x", drawing: [PainMark(BodyPlace("groin", .left), intensity: 0)]),
        ])
    func nothing(intake: Intake) throws {
        let problem = try #require(try problem(intake))
        #expect(problem.path == "drawing")
        #expect(problem.allowed.contains("region"))
        #expect(problem.id == "x")
    }

    @Test(
        "without a drawing a warning sign answered yes is answered by triage alone",
        arguments: [
            ("saddle_numbness", TriageLevel.emergency), ("fever_with_back_pain", .sameDay),
            ("weight_loss", .seeClinician), ("night_pain_unrelenting", .selfCare),
        ])
    func triageOnly(sign: String, level: TriageLevel) throws {
        let answer = try engine.locate(Intake(id: "x", answers: [sign: .reply(.yes)]))
        #expect(answer.triage.level == level)
        #expect(answer.muscles == [])
        #expect(answer.points == [])
        #expect(answer.alternatives == [])
        #expect(answer.next == nil)
        #expect(answer.isDone)
        #expect(answer.id == "x")
    }

    @Test("what the atlas does not know is refused by every entrance")
    func unknown() throws {
        let intake = Intake(id: "x", drawing: [PainMark(BodyPlace("tail", .left))])
        #expect(try problem(intake)?.path == "drawing[0].region")
        #expect(throws: IntakeProblem.self) { try engine.locator.triage(intake) }
        #expect(throws: IntakeProblem.self) { try engine.locator.usefulSteps(intake, most: 3) }
    }

    @Test("an emergency is ranked all the same, but nothing more is asked")
    func emergency() throws {
        var intake = Intake.lowBackLeft
        intake.answers["saddle_numbness"] = .reply(.yes)
        let answer = try engine.locate(intake)
        #expect(answer.triage.level == .emergency)
        #expect(answer.isDone)
        #expect(answer.next == nil)
        #expect(!answer.muscles.isEmpty)
    }

    @Test("a knowledge base without a number that the locator needs is refused by the number's name")
    func missingParameter() throws {
        var files = Atlas.embeddedFiles
        let lines = try #require(files["locator_parameters.csv"]).split(separator: "\n")
        files["locator_parameters.csv"] = lines.filter { !$0.hasPrefix("leak_any,") }.joined(separator: "\n")
        let atlas = try Atlas.load(files: files)
        #expect(throws: LocatorError.missingParameter("leak_any")) { try Engine(atlas: atlas) }
    }
}
