import Testing
import Unknot

@testable import UnknotLocator

@Suite("What a plan chooses")
struct ChoiceTests {
    private let engine: Engine
    private let bench: PlanBench

    init() throws {
        engine = try CareEngine.get()
        bench = try PlanBench()
    }

    /// The plan for knots that are given instead of located.
    private func plan(
        _ knots: [(PointID, BodySide, Double)], minutes: Double = 10, tools: [CareTool] = [.ball],
        active: PointID? = nil
    ) throws -> Plan {
        let intake = Intake.answered(engine, [BodyPlace("shoulder_top", .left)])
        let points = try knots.map { id, side, probability in
            RankedPoint(
                point: id, muscle: try #require(engine.atlas.point(id)).muscle, side: side, probability: probability,
                state: id == active ? .active : .notSure, explains: [], reasonsFor: [], reasonsAgainst: [])
        }
        let triage = bench.triage(intake)
        let answer = LocateAnswer(
            id: nil, knowledge: "", triage: triage, muscles: [], points: points, alternatives: [], unexplained: [],
            next: nil, isDone: true, isExact: true)
        let request = PlanRequest(intake: intake, tools: tools, minutes: minutes)
        let admission = bench.desk.admit(request, triage: triage)
        guard case .cleared(let gate) = admission.outcome else {
            Issue.record("there should be a plan")
            return bench.planner.refusal(request, admission: admission, status: .askFirst)
        }
        return bench.planner.plan(request, for: answer, admission: admission, through: gate)
    }

    private func worked(_ plan: Plan) -> [PointID] {
        plan.steps.filter { $0.role == .release || $0.treatment.use != nil && $0.role == .ease }.map(
            \.treatment.point.id)
    }

    // MARK: The seeds

    @Test(
        "a knot in the low back is worked on with what is there",
        arguments: [
            ([], .home, "finger", false), ([.massageStickRoller], .home, "stick_roller_on_knot", false),
            ([.miniRoller], .car, "mini_roller_desk", false), ([.miniRoller], .office, "mini_roller_desk", false),
            ([.ball], .home, "ball_wall_press", false), ([.hook], .home, "hook_press", false),
            ([.partnerHandMassager], .home, "partner_four_ball", true), ([], .home, "partner_thumb_press", true),
        ] as [([CareTool], CareSetting, String, Bool)])
    func seeds(tools: [CareTool], place: CareSetting, technique: String, hasHelper: Bool) throws {
        var request = PlanRequest.lowBack(engine, tools: tools)
        request.place = place
        request.hasHelper = hasHelper
        let plan = try engine.plan(request)
        #expect(plan.status == .plan)
        let first = try #require(plan.steps.first)
        if technique == "finger" {
            // No hand reaches there well, and bare fingers are too weak: it is eased instead.
            #expect(first.technique.touch == .none)
        } else {
            #expect(first.technique.id.rawValue == technique)
            #expect(first.treatment.point.id == "multifidus_lumborum_l5")
        }
    }

    @Test
    func `a very tender knot is rolled around, not on`() throws {
        var request = PlanRequest.lowBack(engine, tools: [.massageStickRoller, .ball])
        request.intake.presses[0].tenderness = 8
        let first = try #require(engine.plan(request).steps.first)
        #expect(first.technique.id == "stick_roller_around_knot")
        #expect(first.reasons.contains(.gentle))
    }

    // MARK: Which knots

    @Test
    func `what a press showed to be the pain goes before what is only somewhat likely`() throws {
        let knots: [(PointID, BodySide, Double)] = [
            ("infraspinatus_medial", .left, 0.15), ("gluteus_medius_tp1", .left, 0.05),
        ]
        #expect(worked(try plan(knots)) == ["infraspinatus_medial"])
        let pressed = try plan(knots, active: "gluteus_medius_tp1")
        #expect(worked(pressed) == ["gluteus_medius_tp1"])
        #expect(pressed.leftOut.contains { $0.because == "less_likely" })
    }

    @Test
    func `a spot of a muscle that is not worked on does not wait for that muscle`() throws {
        let plan = try plan(
            [
                ("infraspinatus_medial", .left, 0.6), ("infraspinatus_medial", .right, 0.5),
                ("infraspinatus_lateral", .right, 0.4), ("infraspinatus_lateral", .left, 0.3),
            ], minutes: 5)
        let reasons = plan.leftOut.reduce(into: [String: String]()) { reasons, entry in
            if case .knot(_, let point, let side) = entry.subject { reasons["\(point) \(side)"] = entry.because }
        }
        #expect(
            reasons == [
                "infraspinatus_medial right": "not_enough_time", "infraspinatus_lateral right": "not_enough_time",
                "infraspinatus_lateral left": "same_muscle",
            ])
    }

    @Test("more time is for more knots, three at most", arguments: [(5, 1), (10, 2), (20, 3), (60, 3)])
    func count(minutes: Int, knots: Int) throws {
        let plan = try plan(
            [
                ("gluteus_medius_tp1", .left, 0.8), ("infraspinatus_medial", .left, 0.7),
                ("rhomboidei_middle", .right, 0.6), ("piriformis_lateral", .right, 0.5),
            ], minutes: Double(minutes))
        #expect(worked(plan).count == knots)
    }

    @Test
    func `a key knot goes before the one that it keeps going`() throws {
        // Associations name the lower trapezius as key of the upper one.
        let plan = try plan([("trapezius_upper_tp2", .left, 0.6), ("trapezius_lower_tp3", .left, 0.4)])
        #expect(worked(plan) == ["trapezius_lower_tp3", "trapezius_upper_tp2"])
        let short = try self.plan(
            [("trapezius_upper_tp2", .left, 0.6), ("trapezius_lower_tp3", .left, 0.4)], minutes: 5)
        #expect(worked(short) == ["trapezius_lower_tp3"])
        #expect(short.leftOut.contains { $0.because == "key_first" })
    }

    @Test
    func `a key knot that is far less likely, or on the other side, does not`() throws {
        let unlikely = try plan([("trapezius_upper_tp2", .left, 0.9), ("trapezius_lower_tp3", .left, 0.3)])
        #expect(worked(unlikely).first == "trapezius_upper_tp2")
        let other = try plan([("trapezius_upper_tp2", .left, 0.6), ("trapezius_lower_tp3", .right, 0.5)])
        #expect(worked(other).first == "trapezius_upper_tp2")
    }

    @Test
    func `the most likely knot is worked on even when it is not likely`() throws {
        let plan = try plan([("infraspinatus_medial", .left, 0.1), ("rhomboidei_middle", .left, 0.09)])
        #expect(worked(plan) == ["infraspinatus_medial"])
        #expect(plan.leftOut.contains { $0.because == "less_likely" })
    }

    @Test
    func `without a knot there is nothing to do, and that is said`() throws {
        let plan = try plan([])
        #expect(plan.status == .noSafeTechnique)
        #expect(plan.steps.isEmpty)
    }

    @Test
    func `nobody who is pregnant is told to lie flat on the back or on the belly`() throws {
        let intake = Intake.answered(engine, [BodyPlace("shoulder_top", .left)])
        let request = PlanRequest(intake: intake, health: ["pregnancy"])
        let admission = bench.desk.admit(request, triage: bench.triage(intake))
        guard case .cleared(let gate) = admission.outcome else {
            Issue.record("there should be a gate")
            return
        }
        for treatment in engine.atlas.points.flatMap({ gate.treatments(at: $0.id, .left).safe }) {
            let position = treatment.use.map(\.position) ?? treatment.technique.position
            let isFlat =
                position.contains("face down")
                || position.contains("your back") && !position.contains("sit") && !position.contains("other side")
            #expect(!isFlat || position.hasPrefix("Stand"), "\(treatment.technique.id): \(position)")
            #expect(treatment.stretch?.text.hasPrefix("Lie") != true, "\(treatment.group.id)")
        }
    }

    // MARK: Time

    @Test
    func `three minutes are a plan for a flare: one knot, nothing that presses, and breathing`() throws {
        let plan = try engine.plan(.shoulder(engine, tools: [.ball, .massageStickRoller], minutes: 3))
        #expect(plan.isForFlare)
        #expect(plan.steps.allSatisfy { $0.technique.touch != .press })
        #expect(plan.steps.contains { $0.technique.id == "belly_breathing" })
        #expect(plan.seconds <= 180)
    }

    @Test
    func `warmth comes first where there is a pack and time`() throws {
        let plan = try engine.plan(.lowBack(engine, tools: [.ball, .heatPack], minutes: 30))
        #expect(plan.steps.first?.technique.id == "heat_pack")
        #expect(plan.steps.first?.role == .prepare)
        let short = try engine.plan(.lowBack(engine, tools: [.ball, .heatPack], minutes: 10))
        #expect(!short.steps.contains { $0.technique.id == "heat_pack" })
    }

    @Test
    func `a movement that cannot be done takes away the arm that would have to do it`() throws {
        var request = PlanRequest.lowBack(engine, tools: [.massageStickRoller])
        #expect(try engine.plan(request).steps.first?.technique.id == "stick_roller_on_knot")
        request.intake.answers["reaching_behind_back"] = .effect(.restricted)
        let steps = try engine.plan(request).steps
        #expect(!steps.contains { $0.technique.tool == .massageStickRoller })
    }
}
