import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

/// Stories that lead to a plan.
enum ReleaseStory {
    /// Low back on the left, with every warning question denied.
    static func told(
        _ places: [BodyPlace] = [BodyPlace("paraspinal_l4_s1", .left)], _ change: (inout IntakeForm) -> Void = { _ in }
    ) throws -> IntakeForm {
        var form = IntakeForm()
        form.places = places
        form.intensity = 5
        form.asked = [.places, .causes]
        for sign in try Site.engine.atlas.warningSigns where sign.combination == nil {
            form.answers[sign.id.rawValue] = .reply(.no)
        }
        change(&form)
        return form
    }

    /// A form that leads to the plan itself.
    static func ready(
        _ intake: IntakeForm? = nil, _ change: (inout PlanForm) -> Void = { _ in }
    ) throws -> PlanForm {
        var form = PlanForm(intake: try intake ?? told())
        form.isSetUp = true
        form.tools = [.ball, .heatPack]
        form.minutes = 15
        form.asked = Set(try Site.engine.atlas.care.healthChecks.map(\.id))
        change(&form)
        return form
    }

    /// The fields of a form as they are posted.
    static func body(_ form: PlanForm, _ more: [(String, String)] = []) -> String {
        let fields = form.fields.map { ($0.name, $0.value) } + more
        return fields.map { "\(Site.encoded($0.0))=\(Site.encoded($0.1))" }.joined(separator: "&")
    }
}

@Suite("The way to a plan")
struct ReleaseFlowTests {
    private func next(_ form: PlanForm, today: String? = nil) throws -> ReleaseFlow.Screen {
        try ReleaseFlow(engine: Site.engine).next(form, today: today.flatMap { LocalDay($0) })
    }

    @Test func `warning signs come first, list by list, and nothing leads past them`() throws {
        var form = try ReleaseStory.ready(ReleaseStory.told { $0.answers = [:] })
        var lists = 0
        var isOpen = true
        while isOpen, lists < 12 {
            guard case .warnings(let signs, let left) = try next(form) else { break }
            #expect(!signs.isEmpty && left >= 1)
            for sign in signs { form.intake.answers[sign.rawValue] = .reply(.no) }
            lists += 1
            isOpen = left > 0
        }
        #expect(lists > 1)
        guard case .plan(let plan) = try next(form) else {
            Issue.record("no plan after the last list")
            return
        }
        #expect(plan.status == .plan)
    }

    @Test func `then what there is, then health, then the plan`() throws {
        var form = PlanForm(intake: try ReleaseStory.told())
        guard case .means = try next(form) else {
            Issue.record("tools and place come first")
            return
        }
        form.isSetUp = true
        guard case .health(let checks) = try next(form) else {
            Issue.record("health comes next")
            return
        }
        #expect(checks.count > 10 && checks.count < 60)
        form.asked = Set(checks.map(\.id))
        guard case .plan(let plan) = try next(form) else {
            Issue.record("then the plan")
            return
        }
        #expect(plan.status == .plan && !plan.steps.isEmpty)
        // A tool more may make another question matter; nothing is asked twice.
        form.tools = [.heatPack]
        guard case .health(let more) = try next(form) else {
            Issue.record("warmth has questions of its own")
            return
        }
        #expect(Set(more.map(\.id)).isDisjoint(with: form.asked))
    }

    @Test(arguments: [
        ("fever_or_feeling_ill_with_back_pain", TriageLevel.sameDay), ("high_risk_pregnancy", .seeClinician),
        ("chest_pain_or_breathless_with_back_or_shoulder_pain", .emergency),
    ])
    func `what the health check finds stops the plan`(id: String, level: TriageLevel) throws {
        guard case .stop(let triage) = try next(ReleaseStory.ready { $0.health = [HealthID(id)] }) else {
            Issue.record("\(id) was let through")
            return
        }
        #expect(triage.level >= level)
    }

    @Test func `a warning sign stops before anything is asked`() throws {
        let form = try ReleaseStory.told { $0.answers["saddle_numbness"] = .reply(.yes) }
        guard case .stop(let triage) = try next(PlanForm(intake: form)) else {
            Issue.record("it was let through")
            return
        }
        #expect(triage.level == .emergency)
    }

    @Test func `a story of some days ago asks for what may have changed`() throws {
        let form = try ReleaseStory.ready {
            $0.told = LocalDay("2026-11-19")
            $0.asked.remove("fever_or_feeling_ill_with_back_pain")
        }
        guard case .health(let checks) = try next(form, today: "2026-11-21") else {
            Issue.record("nothing was asked")
            return
        }
        #expect(checks.map(\.id) == ["fever_or_feeling_ill_with_back_pain"])
        guard case .plan = try next(form, today: "2026-11-19") else {
            Issue.record("it was asked twice on one day")
            return
        }
    }

    @Test func `with nothing drawn there is nothing to plan`() throws {
        let problem = #expect(throws: IntakeProblem.self) { try next(PlanForm(intake: IntakeForm())) }
        #expect(problem?.path == "drawing")
    }
}
