import SeededRandom
import Testing
import Unknot

@Suite("Which questions of the health check are asked")
struct HealthQuestionTests {
    private let bench: PlanBench

    init() throws { bench = try PlanBench() }

    private func questions(_ person: RandomPerson, storyDays: Int = 0) -> [HealthCheck] {
        let knots = bench.planner.knots(worthWorkingOn: person.answer).map { (point: $0.point, side: $0.side) }
        return bench.desk.questions(
            person.request, at: knots, storyDays: storyDays, mayUse: bench.planner.mayUse)
    }

    private func plan(_ person: RandomPerson, health: [HealthID]) -> Plan? {
        var request = person.request
        request.health = health
        let admission = bench.desk.admit(request, triage: person.triage)
        guard case .cleared(let gate) = admission.outcome else { return nil }
        return bench.planner.plan(request, for: person.answer, admission: admission, through: gate)
    }

    @Test("a question that is left out would change no step", arguments: 0..<Crowd.batches)
    func irrelevant(batch: Int) {
        var random = SplitMix64(seed: UInt64(batch) &+ 0x51A)
        for _ in 0..<Crowd.size / 30 {
            let person = RandomPerson(bench, using: &random)
            let asked = questions(person)
            let ids = Set(asked.map(\.id))
            let some = asked.filter { _ in Int.random(in: 0..<10, using: &random) == 0 }.map(\.id)
            // What is asked in other words is answered there; a warning question is asked as such.
            let left = bench.atlas.care.healthChecks.filter { check in
                !ids.contains(check.id) && check.sign == nil && check.urgency == nil
                    && !bench.atlas.care.healthChecks.contains {
                        $0.implies.contains(check.id) || $0 != check && $0.question == check.question
                    }
            }
            for check in left.shuffled(using: &random).prefix(6)
            where person.request.intake.age == nil || check.ages == nil {
                let usual = plan(person, health: some)
                let with = plan(person, health: some + [check.id])
                // A professional asks of health again.
                let own = [usual, with].map { $0?.steps.filter { $0.role != .refer } }
                #expect(own[0] == own[1], "\(check.id) beside \(some) for \(person.request)")
            }
        }
    }

    private func person(_ change: (inout Intake) -> Void) throws -> PlanRequest {
        var intake = Intake(drawing: [PainMark(BodyPlace("buttock_middle", .left))])
        for sign in bench.atlas.warningSigns where sign.combination == nil {
            intake.answers[sign.id.rawValue] = .reply(.no)
        }
        change(&intake)
        return PlanRequest(intake: intake, tools: CareTool.allCases.filter { !$0.isAlwaysThere }, hasHelper: true)
    }

    private func asked(_ request: PlanRequest, at point: PointID, storyDays: Int = 0) -> Set<HealthID> {
        Set(
            bench.desk.questions(
                request, at: [(point, .left)], storyDays: storyDays, mayUse: bench.planner.mayUse
            ).map(\.id))
    }

    @Test func `a knot in the buttock asks nothing of the neck, and pregnancy once`() throws {
        let asked = asked(try person { _ in }, at: "gluteus_medius_tp1")
        #expect(asked.contains("anticoagulant_medicine") && asked.contains("hip_replacement"))
        #expect(asked.contains("pregnancy"))
        #expect(asked.isDisjoint(with: ["pregnancy_belly_and_groin", "pregnancy_low_back_and_legs"]))
        #expect(!asked.contains("shoulder_dislocation_or_instability"))
        #expect(!asked.contains("faint_on_neck_touch_or_tight_collar"))
        #expect(!asked.contains("hernia_or_abdominal_mass"))
    }

    @Test func `what age, sex and the story say is not asked`() throws {
        let request = try person {
            ($0.age, $0.sex) = (80, .male)
            $0.drawing[0].intensity = 8
        }
        let asked = asked(request, at: "gluteus_medius_tp1")
        #expect(asked.isDisjoint(with: ["pregnancy", "high_risk_pregnancy", "child_under_16", "age_over_75_or_frail"]))
        #expect(!asked.contains("pain_over_7_of_10_at_rest"))
        let young = try person { $0.age = 40 }
        #expect(self.asked(young, at: "gluteus_medius_tp1").contains("age_over_75_or_frail"), "one may be frail at 40")
        #expect(!self.asked(young, at: "gluteus_medius_tp1").contains("child_under_16"))
    }

    @Test func `very strong pain is asked of where nothing would press anyway`() throws {
        let request = try person { $0.drawing = [PainMark(BodyPlace("epigastrium", .midline))] }
        #expect(asked(request, at: "obliquus_externus_upper").contains("pain_over_7_of_10_at_rest"))
    }

    @Test func `a warning sign that was denied today is not asked again; days later it is`() throws {
        let request = try person { _ in }
        #expect(!asked(request, at: "gluteus_medius_tp1").contains("fever_or_feeling_ill_with_back_pain"))
        #expect(asked(request, at: "gluteus_medius_tp1", storyDays: 1).contains("fever_or_feeling_ill_with_back_pain"))
        let never = try person { $0.answers = [:] }
        #expect(asked(never, at: "gluteus_medius_tp1").contains("fever_or_feeling_ill_with_back_pain"))
    }

    @Test func `who has no warm pack is asked nothing about warmth`() throws {
        var request = try person { _ in }
        request.tools = []
        request.hasHelper = false
        let bare = asked(request, at: "gluteus_medius_tp1")
        #expect(bare.isDisjoint(with: ["heat_intolerance_multiple_sclerosis", "pacemaker_or_implanted_stimulator"]))
        request.tools = [.heatPack]
        #expect(asked(request, at: "gluteus_medius_tp1").contains("heat_intolerance_multiple_sclerosis"))
    }
}
