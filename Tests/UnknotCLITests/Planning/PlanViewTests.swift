import Testing
import Unknot

@testable import UnknotCLI

@Suite("Plan for a person")
struct PlanViewTests {
    /// Somebody with a sore shoulder who has said no to everything that cannot wait.
    private static func request(_ engine: Engine) -> PlanRequest {
        var intake = Intake(
            drawing: [PainMark(BodyPlace("shoulder_top", .left), strength: .main)],
            presses: [Press("trapezius_upper_tp2", .left, tenderness: 5, isFamiliar: true)])
        for sign in engine.atlas.warningSigns where sign.combination == nil {
            if sign.urgency == .emergencyNow || sign.urgency == .sameDay {
                intake.answers[sign.id.rawValue] = .reply(.no)
            }
        }
        return PlanRequest(intake: intake, tools: [.ball], minutes: 10)
    }

    private static func text(
        _ change: (inout PlanRequest) -> Void = { _ in }, _ terminal: Terminal = Terminal(), isVerbose: Bool = false
    ) throws -> String {
        let engine = try SharedEngine.get()
        var request = request(engine)
        change(&request)
        var view = PlanView(engine: engine, terminal: terminal, isVerbose: isVerbose)
        return view.text(for: try engine.plan(request))
    }

    @Test("no line is wider than the terminal", arguments: [40, 57, 80, 100], [false, true])
    func width(_ width: Int, isVerbose: Bool) throws {
        let text = try Self.text(
            { $0.health = ["anticoagulant_medicine"] }, Terminal(width: width), isVerbose: isVerbose)
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    }

    @Test
    func `the steps come first, then what was left out, what to know and when to stop`() throws {
        let text = try Self.text()
        let parts = ["A PLAN FOR NOW", CLIText.leftOutTitle, CLIText.goodToKnowTitle, CLIText.stopTitle]
        let places = parts.map { text.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }

    @Test
    func `every step names technique, muscle, dose, how to do it and when to stop`() throws {
        let engine = try SharedEngine.get()
        let plan = try engine.plan(Self.request(engine))
        let text = try Self.text({ _ in }, Terminal(width: 100)).replacing("\n", with: " ")
        for step in plan.steps { #expect(text.contains(step.technique.name)) }
        #expect(text.contains(CLIText.stopLabel))
        #expect(text.contains(CLIText.strengthLabel))
    }

    @Test
    func `what the health check took out is named with its reason`() throws {
        let text = try Self.text { $0.health = ["anticoagulant_medicine"] }
        #expect(text.contains("Blood thinners"))
    }

    @Test
    func `open questions are shown instead of a plan, with the ids that answer them`() throws {
        let text = try Self.text { $0.intake.answers["saddle_numbness"] = nil }
        #expect(text.contains("(saddle_numbness)"))
        #expect(!text.contains("A PLAN FOR NOW"))
        #expect(text.contains(CLIText.stopTitle))
    }

    @Test
    func `an emergency of the health check shows what to do and why, and no step`() throws {
        let text = try Self.text { $0.health = ["chest_pain_or_breathless_with_back_or_shoulder_pain"] }
        #expect(text.contains("GET HELP NOW"))
        #expect(text.contains("short of breath"))
        #expect(!text.contains(CLIText.stopTitle), "nothing stands beside what to do")
        #expect(!text.contains("A PLAN FOR NOW"))
    }

    @Test
    func `studies and the sheet for a therapist are shown when wanted`() throws {
        #expect(!(try Self.text()).contains(CLIText.evidenceTitle))
        let text = try Self.text({ _ in }, Terminal(), isVerbose: true)
        #expect(text.contains(CLIText.evidenceTitle))
        #expect(text.contains(CLIText.therapistTitle))
        #expect(text.contains("No clear effect"))
    }

    @Test
    func `three minutes say that the plan is for a flare`() throws {
        #expect(try Self.text { $0.minutes = 3 }.contains("FLARE"))
    }
}
