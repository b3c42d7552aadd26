import HTTPTypes
import Testing
import Unknot
import UnknotJournal

@testable import UnknotWeb

@Suite("Pages on the way to a plan")
struct ReleasePageTests {
    private func answerWarnings(_ visitor: inout Visitor) async throws {
        var lists = 0
        while visitor.offers("None of these"), visitor.page.text.contains("no_to_rest") {
            try await visitor.press("None of these")
            lists += 1
            #expect(lists < 12)
        }
    }

    @Test func `a visitor comes from the result to a plan without scripts`() async throws {
        let form = try ReleaseStory.told()
        var visitor = try await Visitor("/result", ReleaseStory.body(PlanForm(intake: form)))
        try await visitor.press("Make a plan")
        #expect(visitor.path == "/release" && visitor.heading.contains("What do you have"))
        try await visitor.press("Go on", with: [("plan.tool", "ball")])
        #expect(visitor.heading == "Does any of this apply to you?")
        #expect(visitor.page.visibleText.contains("Blood thinners"))
        #expect(!visitor.page.visibleText.contains("A bulge of the big artery"), "a warning question asked it")
        try await visitor.press("None of these")
        #expect(visitor.heading.hasPrefix("Your plan: about"))
        let text = visitor.page.visibleText
        for words in ["What to do", "Stop if", "How hard", "Find the spot", "When to stop", "What studies found"] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(visitor.page.text.contains("action=\"/release/session\""))
        #expect(visitor.page.text.contains("/techniques/"))
        #expect(visitor.carried("plan.tool") == ["ball"])

        try await visitor.press("Only three gentle minutes")
        #expect(visitor.heading.hasPrefix("A short plan"))
        try await visitor.press("Show the whole plan")
        #expect(visitor.heading.hasPrefix("Your plan: about"))
        try await visitor.press("Change tools, place or time")
        #expect(visitor.page.text.contains("value=\"ball\" checked"))
        try await visitor.press("Change the plan")
        #expect(visitor.heading.hasPrefix("Your plan: about"))
        try await visitor.press("Look at the health check again")
        #expect(visitor.heading == "Does any of this apply to you?")
        try await visitor.press("None of these", with: [("plan.health", "anticoagulant_medicine")])
        #expect(visitor.page.visibleText.contains("Blood thinners"), "what was left out says why")
    }

    @Test func `who skipped the warning questions is sent through them`() async throws {
        let form = try ReleaseStory.told { $0.answers = [:] }
        var visitor = try await Visitor("/release", ReleaseStory.body(PlanForm(intake: form)))
        #expect(visitor.page.text.contains("no_to_rest"))
        try await answerWarnings(&visitor)
        #expect(visitor.heading.contains("What do you have"))
    }

    @Test func `what the health check finds shows what to do, no technique, and the way back`() async throws {
        let form = try ReleaseStory.ready { $0.health = ["high_risk_pregnancy"] }
        var visitor = try await Visitor("/release", ReleaseStory.body(form))
        let text = visitor.page.visibleText
        #expect(text.contains("Your health check: A pregnancy at risk, or bleeding"))
        #expect(!text.contains("What to do") && !visitor.page.text.contains("/techniques/"))
        try await visitor.press("Look at the health check again")
        #expect(visitor.page.text.contains("value=\"high_risk_pregnancy\" checked"))
    }

    @Test func `an emergency says what to tell`() async throws {
        let form = try ReleaseStory.told { $0.answers["saddle_numbness"] = .reply(.yes) }
        let visitor = try await Visitor("/release", ReleaseStory.body(PlanForm(intake: form)))
        #expect(visitor.heading == "Get help now.")
        #expect(!visitor.page.text.contains("/techniques/"))
    }

    @Test func `with nothing marked the first page says so`() async throws {
        let page = try await Site.post("/release", form: "complete=yes")
        #expect(page.status == .badRequest)
        #expect(page.visibleText.contains("Nothing is marked."))
    }

    @Test func `a result that calls for a clinician offers no plan`() async throws {
        let form = try ReleaseStory.told { $0.answers["fever_with_back_pain"] = .reply(.yes) }
        let visitor = try await Visitor("/result", ReleaseStory.body(PlanForm(intake: form)))
        #expect(!visitor.offers("Make a plan"))
    }

    @Test func `a visitor without a journal is told where to start`() async throws {
        let page = try await Site.ask(.get, "/release")
        #expect(page.status == .ok)
        #expect(page.visibleText.contains("Show where it hurts"))
    }

    @Test func `warnings that were unsure are said on the plan`() async throws {
        let form = try ReleaseStory.ready(ReleaseStory.told { $0.answers["fever_with_back_pain"] = .reply(.unknown) })
        let page = try await Site.post("/release", form: ReleaseStory.body(form))
        #expect(page.visibleText.contains("You were not sure about 1"))
    }
}

@Suite("A plan from a journal")
struct ReleaseJournalTests {
    private static let drawing = #"{"marks":[{"region":"paraspinal_l4_s1","side":"left","intensity":5}]}"#

    private func diary() async throws -> Diary {
        let diary = try await Diary()
        try await diary.write(.drawing, Self.drawing, at: "2026-11-20T20:00:00+01:00")
        return diary
    }

    private func records(_ diary: Diary) async throws -> [HealthRecord] {
        try await diary.values.compactMap { if case .health(let record) = $0 { record } else { nil } }
    }

    @Test func `the last drawing is taken up, warning questions first, and looking writes nothing`() async throws {
        let diary = try await diary()
        let page = try await diary.get("/release")
        #expect(page.status == .ok)
        #expect(page.text.contains("no_to_rest") && page.text.contains("paraspinal_l4_s1:left"))
        #expect(try await records(diary).isEmpty)
    }

    @Test func `without a drawing, or when it hurts nowhere, it says where to start`() async throws {
        let diary = try await Diary()
        #expect(try await diary.get("/release").visibleText.contains("Nothing to plan from yet"))
        try await diary.write(.drawing, #"{"marks":[]}"#, at: "2026-11-20T20:00:00+01:00")
        #expect(try await diary.get("/release").visibleText.contains("Nothing to plan from yet"))
    }

    @Test func `answers about health are kept once and asked again when they are due`() async throws {
        let diary = try await diary()
        let form = try ReleaseStory.ready { $0.asked = [] }
        let asked = try await diary.ask(.post, "/release", form: ReleaseStory.body(form))
        #expect(asked.visibleText.contains("Your answers are kept in your record."))
        let ids = try #require(asked.attribute("value", of: "<input type=\"hidden\" name=\"plan.answering\""))
        let answers = [("plan.answering", ids), ("plan.health", "anticoagulant_medicine")]
        for _ in 1...2 {
            let plan = try await diary.ask(.post, "/release", form: ReleaseStory.body(form, answers))
            #expect(plan.visibleText.contains("Your plan"))
        }
        let kept = try await records(diary).filter { !$0.applies.isEmpty }
        #expect(kept.map(\.applies) == [["anticoagulant_medicine"]], "the page read again is not another answer")
        #expect(kept.first?.denied.contains("bleeding_disorder_or_low_platelets") == true)
        #expect(kept.first?.signsAnswered == true)

        // A visit on the same day asks nothing; the next day asks what may have changed over night.
        let again = try await diary.ask(.post, "/release", form: ReleaseStory.body(form))
        #expect(again.visibleText.contains("Your plan"))
        diary.wait(minutes: 24 * 60)
        let nextDay = try await diary.ask(.post, "/release", form: ReleaseStory.body(form))
        #expect(nextDay.visibleText.contains("A cut, sore, burn or graft there"))
        #expect(!nextDay.visibleText.contains("Blood thinners"))
        diary.wait(minutes: 40 * 24 * 60)
        let later = try await diary.ask(.post, "/release", form: ReleaseStory.body(form))
        #expect(later.visibleText.contains("Blood thinners"))
        #expect(!later.visibleText.contains("Very loose joints"), "a year has not gone by")
    }

    /// A kept plan whose warning questions and health check were answered on the same day.
    private func planned(at text: String = "2026-11-21T08:00:00+01:00") async throws -> (Diary, PlanRequest) {
        let diary = try await Diary()
        let form = try ReleaseStory.ready()
        try await diary.write(.drawing, Self.drawing, at: "2026-11-20T20:00:00+01:00")
        let health = RecordValue.health(try HealthRecord(denied: Array(form.asked), signsAnswered: true))
        try await diary.write(.health, health.json, at: text)
        let plan = RecordValue.plan(try PlanRecord(request: form.request(), knowledge: "test"))
        try await diary.write(.plan, plan.json, at: text)
        return (diary, form.request())
    }

    @Test func `the plan is made anew, and sessions without gain change it`() async throws {
        let (diary, request) = try await planned()
        let first = try #require(try Site.engine.plan(request).steps.first { $0.role == .release })
        let name = first.technique.name
        let before = try await diary.get("/release")
        #expect(before.visibleText.contains("Your plan") && before.visibleText.contains(name))
        let today = try await diary.get("/today")
        #expect(today.visibleText.contains("\(name): "))
        let step = try SessionStep(
            point: first.treatment.point.id, side: first.treatment.side, technique: first.technique.id, seconds: 60,
            before: 6, after: 6, ended: .done)
        for hour in 1...3 {
            let session = RecordValue.session(try SessionRecord(seconds: 60, steps: [step], ended: .finished))
            try await diary.write(.session, session.json, at: "2026-11-21T08:0\(hour):00+01:00")
        }
        let after = try await diary.get("/release")
        #expect(after.visibleText.contains("“\(name)” brought no clear gain here, so something else is tried."))
        #expect(after.visibleText.contains("3 sessions"), "the sheet for a therapist says what was tried")
        #expect(try await diary.get("/today").visibleText.contains("You had a session today."))
    }

    @Test func `the next day asks what may have changed, and after a week all warning questions`() async throws {
        let (diary, _) = try await planned()
        diary.wait(minutes: 24 * 60)
        let nextDay = try await diary.get("/release")
        #expect(nextDay.visibleText.contains("Fever or feeling ill with this pain"))
        #expect(!nextDay.visibleText.contains("Blood thinners"))
        diary.wait(minutes: 7 * 24 * 60)
        #expect(try await diary.get("/release").text.contains("no_to_rest"))
        #expect(try await diary.get("/today").visibleText.contains("A few questions come first"))
    }

    @Test func `a newer drawing counts more than the last plan, with the same tools`() async throws {
        let (diary, _) = try await planned()
        try await diary.write(
            .drawing, #"{"marks":[{"region":"shoulder_top","side":"right"}]}"#, at: "2026-11-21T08:30:00+01:00")
        let page = try await diary.get("/release")
        #expect(page.text.contains("shoulder_top:right") && !page.text.contains("paraspinal_l4_s1:left"))
        #expect(page.text.contains("name=\"plan.tool\" value=\"ball\""))
    }
}
