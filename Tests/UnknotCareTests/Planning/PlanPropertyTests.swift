import SeededRandom
import Testing
import Unknot

@Suite("Plans of random people")
struct PlanPropertyTests {
    private let bench: PlanBench

    init() throws { bench = try PlanBench() }

    /// Written down by hand: nothing works there by hand, whatever the tables say.
    private static let neverTouched: Set<RegionID> = [
        "throat", "neck_front_side", "supraclavicular", "axilla", "groin", "genital_region", "perineum", "knee_back",
        "coccyx", "anal_region", "neck_midline", "spine_midline_t1_t6", "spine_midline_t7_t12", "spine_midline_lumbar",
        "abdomen_upper", "abdomen_lower", "abdomen_periumbilical", "epigastrium", "suprapubic", "flank_side",
        "flank_posterior",
    ]

    /// Points that lie in such a region and beside what it is forbidden for.
    private static let besideIt: Set<PointID> = [
        "quadratus_lumborum_superficial_lower", "quadratus_lumborum_deep_lower",
    ]

    @Test(
        "hold nothing that is blocked or forbidden, say when to stop, and account for every knot",
        arguments: 0..<Crowd.batches)
    func properties(batch: Int) {
        var random = SplitMix64(seed: UInt64(batch) &+ 0x9A3)
        var plans = 0
        for index in 0..<Crowd.size {
            let person = RandomPerson(bench, using: &random)
            let (plan, admission) = bench.plan(person)
            expectQuestionsFirst(plan, admission)
            if let plan {
                plans += 1
                expectSafe(plan, person)
                expectComplete(plan, person)
            }
            if index % 5 == 0 { expectRepeatable(plan, person) }
        }
        #expect(plans > Crowd.size / 4)
    }

    /// Nothing is blocked, forbidden or not at hand.
    private func expectSafe(_ plan: Plan, _ person: RandomPerson) {
        let request = person.request
        for step in plan.steps {
            let technique = step.technique
            let point = step.treatment.point
            #expect(blocked(step, plan.checks).isEmpty, "\(technique.id) at \(point.id) for \(request)")
            if technique.touch == .press || technique.touch == .light {
                #expect(!Self.neverTouched.contains(point.surfaceRegion) || Self.besideIt.contains(point.id))
                #expect(point.mayBePressed, "\(technique.id) at \(point.id)")
                #expect((0...6).contains(step.treatment.pressure?.upperBound ?? 99))
            }
            #expect(technique.tool.isAlwaysThere || request.tools.contains(technique.tool))
            #expect(technique.performer != .partner || request.hasHelper)
            #expect(technique.settings.contains(request.place))
        }
    }

    /// The health checks that block a step, found again from the tables.
    private func blocked(_ step: PlanStep, _ checks: [HealthCheck]) -> [HealthID] {
        checks.filter { check in
            check.severity == .block && check.techniques.contains(step.technique.id)
                && check.scopes.contains { id in
                    guard let scope = bench.atlas.care.place(id, for: .scope) else { return true }
                    return scope.isEverywhere
                        || scope.contains(step.treatment.point.surfaceRegion, on: step.treatment.side)
                }
        }
        .map(\.id)
    }

    /// There is a stop rule, the time is kept, and every knot is worked on or left out with a reason.
    private func expectComplete(_ plan: Plan, _ person: RandomPerson) {
        #expect(bench.text.stopRule.count > 40)
        #expect(Double(plan.seconds) <= person.request.minutes * 60, "\(plan.seconds) s for \(person.request)")
        #expect(plan.steps.isEmpty == (plan.status == .noSafeTechnique))
        #expect(Set(plan.steps.map { "\($0.treatment.point.id) \($0.treatment.side)" }).count <= 3)
        for knot in person.answer.points {
            let isWorkedOn = plan.steps.contains {
                $0.treatment.point.id == knot.point && $0.treatment.side == knot.side
            }
            let isLeftOut = plan.leftOut.contains { $0.subject == .knot(knot.muscle, knot.point, knot.side) }
            #expect(isWorkedOn || isLeftOut, "\(knot.point) \(knot.side) for \(person.request)")
        }
        for step in plan.steps {
            #expect(bench.text.stopWhen(step).count >= 3)
            #expect(step.repetitions >= 1 && step.seconds >= 0)
            #expect(step.technique.performer == .clinician || step.seconds > 0, "\(step.technique.id)")
            #expect(bench.text.instructions(step).allSatisfy { !$0.contains("{") && !$0.isEmpty })
        }
    }

    /// The same again gives the same, and the mirrored person the mirrored plan.
    private func expectRepeatable(_ plan: Plan?, _ person: RandomPerson) {
        let again = bench.plan(person).plan
        #expect(plan?.steps == again?.steps)
        #expect(plan?.leftOut == again?.leftOut)
        // The spleen is on the left in everybody.
        guard !person.request.health.contains("enlarged_spleen_or_recent_glandular_fever") else { return }
        let mirrored = bench.plan(person.mirrored(bench)).plan
        #expect(plan?.steps.map(Line.init) == mirrored?.steps.map { Line($0).mirrored }, "\(person.request)")
        #expect(plan?.leftOut.count == mirrored?.leftOut.count)
    }

    /// No plan comes before what cannot wait.
    private func expectQuestionsFirst(_ plan: Plan?, _ admission: CareAdmission) {
        if !admission.ask.isEmpty || admission.triage.level > .selfCare { #expect(plan == nil) }
        for check in admission.checks where check.urgency != nil { #expect(plan == nil, "\(check.id)") }
    }

    /// What of a step has a side, and what must stay.
    private struct Line: Equatable {
        let point: PointID
        let side: BodySide
        let technique: TechniqueID
        let seconds: Int
        let repetitions: Int
        let pressure: ClosedRange<Int>?
        let stretch: MuscleGroup.Stretch?
        let reasons: [ChoiceReason]

        init(_ step: PlanStep) {
            point = step.treatment.point.id
            side = step.treatment.side
            technique = step.technique.id
            seconds = step.seconds
            repetitions = step.repetitions
            pressure = step.treatment.pressure
            stretch = step.stretch
            reasons = step.reasons
        }

        private init(_ other: Line, side: BodySide) {
            point = other.point
            self.side = side
            technique = other.technique
            seconds = other.seconds
            repetitions = other.repetitions
            pressure = other.pressure
            stretch = other.stretch
            reasons = other.reasons
        }

        var mirrored: Line { Line(self, side: side.opposite) }
    }
}
