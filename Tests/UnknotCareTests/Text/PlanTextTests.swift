import Testing
import Unknot

@Suite("Plans in words")
struct PlanTextTests {
    private let engine: Engine

    init() throws { engine = try CareEngine.get() }

    private func step(_ request: PlanRequest) throws -> PlanStep {
        try #require(engine.plan(request).steps.first)
    }

    @Test
    func `the hand that reaches is named from the person's own side`() throws {
        let left = try step(.shoulder(engine))
        let right = try step(PlanRequest.shoulder(engine).mirrored)
        #expect(left.technique.tool == .fingers)
        #expect(engine.planText.hand(left)?.contains("right hand") == true)
        #expect(engine.planText.hand(right)?.contains("left hand") == true)
    }

    @Test
    func `instructions give the dose of this plan`() throws {
        let step = try step(.shoulder(engine, tools: [.ball]))
        let text = engine.planText.instructions(step).joined(separator: " ")
        #expect(text.contains("\(step.seconds) seconds"))
        #expect(text.contains("Do this \(step.repetitions) times"))
        #expect(!text.contains("{"))
    }

    @Test
    func `a plan that is made gentler says so and why`() throws {
        var request = PlanRequest.shoulder(engine)
        request.health = ["anticoagulant_medicine"]
        let plan = try engine.plan(request)
        let step = try #require(plan.steps.first)
        #expect(engine.planText.instructions(step).contains { $0.contains("blood thinners") })
        #expect(engine.planText.pressure(step).hasPrefix("No more than 2 out of 10"))
        #expect(plan.remarks.map(engine.planText.remark).contains { $0.contains("stop at any bruise") })
    }

    @Test
    func `every reason, remark and place has words`() throws {
        let phrases = engine.atlas.phrases
        for reason in ChoiceReason.allCases { #expect(phrases.has("plan_why_\(reason.rawValue)")) }
        for reason in LeftOut.KnotReason.allCases { #expect(phrases.has("plan_left_\(reason.rawValue)")) }
        for place in engine.atlas.care.places where place.use == .avoid {
            #expect(phrases.has("plan_place_\(place.id)"), "\(place.id)")
        }
        for reach in MuscleGroup.Reach.allCases where reach != .none {
            #expect(phrases.has("plan_reach_\(reach.rawValue)"))
        }
    }

    @Test
    func `instructions of every treatment of every knot are filled in`() throws {
        var request = PlanRequest.shoulder(engine)
        request.tools = CareTool.allCases
        for technique in engine.atlas.care.techniques {
            let left = technique.steps.joined().replacing("{pressure}", with: "").replacing("{seconds}", with: "")
                .replacing("{repeat}", with: "").replacing("{minutes}", with: "")
            #expect(!left.contains("{"), "\(technique.id)")
            #expect(technique.pressure != nil || !technique.steps.joined().contains("{pressure}"), "\(technique.id)")
        }
    }
}
