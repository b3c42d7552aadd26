import Testing
import Unknot

@Suite("Plans after earlier sessions")
struct ResponseTests {
    private let engine: Engine

    init() throws { engine = try CareEngine.get() }

    private static let knot: (PointID, BodySide) = ("trapezius_upper_tp2", .left)

    private func past(
        _ technique: TechniqueID, _ changes: [(Double, Double)], daysAgo: Int = 1,
        ending: PastTreatment.Ending = .finished
    ) -> [PastTreatment] {
        changes.enumerated().map { index, change in
            PastTreatment(
                Self.knot.0, Self.knot.1, technique: technique, before: change.0, after: change.1, ending: ending,
                daysAgo: daysAgo + changes.count - 1 - index)
        }
    }

    private func plan(_ history: [PastTreatment], tools: [CareTool] = [.ball, .hook]) throws -> Plan {
        var request = PlanRequest.shoulder(engine, tools: tools)
        request.history = history
        return try engine.plan(request)
    }

    private func release(_ plan: Plan) throws -> PlanStep {
        try #require(plan.steps.first { $0.treatment.point.id == Self.knot.0 && $0.role != .prepare })
    }

    @Test
    func `what clearly helped is done again`() throws {
        let first = try release(plan([]))
        let other: TechniqueID = first.technique.id == "hook_press" ? "ball_wall_press" : "hook_press"
        let step = try release(plan(past(other, [(6, 3), (6, 3)])))
        #expect(step.technique.id == other)
        #expect(step.reasons.first == .helped)
    }

    @Test
    func `a change within the noise of ratings changes nothing`() throws {
        let first = try release(plan([]))
        let step = try release(plan(past(first.technique.id, [(6, 5)])))
        #expect(step.technique.id == first.technique.id)
        #expect(!step.reasons.contains(.helped))
    }

    @Test
    func `three sessions without a clear gain change the technique, two do not`() throws {
        let first = try release(plan([]))
        let same = try release(plan(past(first.technique.id, [(5, 5), (5, 5)])))
        #expect(same.technique.id == first.technique.id)
        let changed = try plan(past(first.technique.id, [(5, 5), (5, 5), (5, 5)]))
        #expect(try release(changed).technique.id != first.technique.id)
        #expect(changed.remarks.contains(.changed(first.technique.id)))
        #expect(try release(changed).reasons.first == .change)
        #expect(try release(changed).technique.tool != first.technique.tool)
    }

    @Test
    func `a session that was stopped or made it clearly worse is not repeated as it was`() throws {
        let first = try release(plan([]))
        for history in [past(first.technique.id, [(4, 8)]), past(first.technique.id, [(4, 4)], ending: .stopped)] {
            let plan = try plan(history)
            let step = try release(plan)
            #expect(plan.remarks.contains(.lighter(first.technique.id)))
            #expect(step.technique.id != first.technique.id || step.seconds < first.seconds)
            #expect(step.technique.touch != .press)
        }
    }

    @Test
    func `six sessions without a clear gain leave the knot alone for some days, then go on`() throws {
        let history =
            past("ball_wall_press", [(5, 5), (5, 5), (5, 5)], daysAgo: 4)
            + past("hook_press", [(5, 5), (5, 5), (5, 5)])
        let resting = try plan(history)
        #expect(resting.remarks.contains(.rest(days: 4, sessions: 6)))
        #expect(resting.steps.allSatisfy { $0.technique.touch == .none })
        let later = history.map { session -> PastTreatment in
            var session = session
            session.daysAgo += 4
            return session
        }
        let after = try plan(later)
        #expect(after.steps.contains { $0.technique.touch == .press || $0.technique.touch == .light })
    }

    @Test
    func `nine sessions without a clear gain hand the knot to a clinician`() throws {
        let flat: [(Double, Double)] = [(5, 5), (5, 5), (5, 5)]
        var history = past("ball_wall_press", flat, daysAgo: 10)
        history += past("hook_press", flat, daysAgo: 7)
        history += past("finger_press_hold", flat, daysAgo: 4)
        let plan = try plan(history)
        #expect(plan.remarks.contains(.seeSomebodyNow(sessions: 9)))
        let referral = try #require(plan.steps.last)
        #expect(referral.technique.performer == .clinician)
        #expect(plan.steps.dropLast().allSatisfy { $0.technique.touch == .none })
    }

    @Test
    func `a knot that starts less tender from week to week is not given up`() throws {
        let falling: [(Double, Double)] = (0..<10).map { week in
            let tenderness = 7 - Double(week) * 0.6
            return (tenderness, tenderness)
        }
        let plan = try plan(past("ball_wall_press", falling))
        #expect(!plan.steps.contains { $0.technique.performer == .clinician })
    }

    @Test
    func `the order in which sessions are told does not matter while their days differ`() throws {
        let history = past("ball_wall_press", [(5, 5), (6, 3), (5, 5), (5, 4)])
        #expect(try plan(history).steps == plan(Array(history.reversed())).steps)
    }

    @Test
    func `what was done to another knot or the other side says nothing`() throws {
        let first = try release(plan([]))
        let elsewhere = past(first.technique.id, [(5, 8), (5, 8), (5, 8)]).map(\.mirrored)
        #expect(try release(plan(elsewhere)) == first)
    }

    @Test
    func `the sheet for the therapist tells what was tried and how it went`() throws {
        let sheet = try plan(past("ball_wall_press", [(6, 4), (6, 5)])).therapist
        let trial = try #require(sheet.tried.first)
        #expect(trial.technique == "ball_wall_press" && trial.sessions == 2 && trial.meanGain == 1.5)
        #expect(sheet.palpate.first?.point == Self.knot.0)
    }
}
