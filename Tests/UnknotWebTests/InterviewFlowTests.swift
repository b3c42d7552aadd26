import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

/// From POST to POST, as a browser without scripts would go.
@Suite("The interview, screen by screen")
struct InterviewFlowTests {
    private static let start = Site.lowBackAndButtock
    private static let painful = start + "&intensity.paraspinal_l4_s1.left=6"

    /// Says no to every list of warning signs.
    private func pastWarnings(_ form: String = painful) async throws -> Visitor {
        var visitor = try await Visitor("/questions", form)
        while visitor.asks("warnings") { try await visitor.press("None of these") }
        return visitor
    }

    private func pastCauses() async throws -> Visitor {
        var visitor = try await pastWarnings()
        if visitor.asks("causes") { try await visitor.press("None of these, go on") }
        return visitor
    }

    @Test func `places without a number are asked for once, and can be passed over`() async throws {
        var visitor = try await Visitor("/questions", Self.start)
        #expect(visitor.heading == "How bad is it in each place?")
        try await visitor.press("Go on")
        #expect(visitor.heading != "How bad is it in each place?")
        #expect(visitor.carried("asked") == ["places"])
    }

    @Test func `places with a number are not asked for again`() async throws {
        let visitor = try await Visitor("/questions", Self.painful)
        #expect(visitor.asks("warnings"))
    }

    @Test func `strength and kind of pain reach the engine`() async throws {
        var visitor = try await Visitor("/questions", Self.start)
        try await visitor.press(
            "Go on", with: [("intensity.paraspinal_l4_s1.left", "7"), ("quality.paraspinal_l4_s1.left", "dull")])
        #expect(visitor.carried("intensity.paraspinal_l4_s1.left") == ["7"])
        #expect(visitor.carried("quality.paraspinal_l4_s1.left") == ["dull"])
    }

    @Test func `warning signs come before any question about the pain, and no result is offered before them`()
        async throws
    {
        var visitor = try await Visitor("/questions", Self.painful)
        var lists = 0
        while visitor.asks("warnings") {
            lists += 1
            #expect(!visitor.offers("Show my result so far"))
            try await visitor.press("None of these")
        }
        #expect((1...8).contains(lists))
        #expect(visitor.offers("Show my result so far"))
        #expect(try Site.engine.locate(Site.form(Self.body(visitor)).intake).triage.level == .selfCare)
    }

    private static func body(_ visitor: Visitor) throws -> String {
        let form = try #require(visitor.forms.first)
        return form.fields.map { "\(Site.encoded($0.name))=\(Site.encoded($0.value))" }.joined(separator: "&")
    }

    @Test func `none of these answers no to every sign of the list`() async throws {
        var visitor = try await Visitor("/questions", Self.painful)
        let signs = try #require(visitor.carried("no_to_rest").first).split(separator: " ")
        #expect(!signs.isEmpty)
        try await visitor.press("None of these")
        for sign in signs { #expect(visitor.carried("answer.\(sign)") == ["no"]) }
    }

    @Test func `a sign of which one is not sure is answered so`() async throws {
        var visitor = try await Visitor("/questions", Self.painful)
        let sign = try #require(visitor.carried("no_to_rest").first?.split(separator: " ").first.map(String.init))
        try await visitor.press("None of these", with: [("unsure", sign)])
        #expect(visitor.carried("answer.\(sign)") == ["unknown"])
    }

    @Test func `an emergency stops everything at once, and a slip can be mended`() async throws {
        var visitor = try await Visitor("/questions", Self.painful)
        try await visitor.press("None of these", with: [("answer.saddle_numbness", "yes")])
        #expect(visitor.heading.contains("Get help now."))
        #expect(!visitor.page.visibleText.contains("%"))
        try await visitor.press("I ticked something by mistake")
        #expect(visitor.path == "/questions")
        #expect(visitor.page.text.contains("name=\"answer.saddle_numbness\" value=\"yes\" checked"))
        let slip = try #require(visitor.forms.first)
        #expect(!slip.fields.contains { $0.name == "answer.bladder_change" })
        try await visitor.press("None of these")
        #expect(visitor.heading.contains("Get help now."), "what is still ticked still counts")
    }

    @Test func `one question stands on a screen, and each answer is a button`() async throws {
        let visitor = try await pastCauses()
        let form = try #require(visitor.forms.first)
        let answers = form.buttons.filter { $0.name?.hasPrefix("answer.") == true }
        #expect(Set(answers.map(\.name)).count == 1)
        #expect(answers.last?.value == "unknown")
        #expect(visitor.page.visibleText.contains("Why this question:"))
        let step = try Site.engine.locator.turn(try Site.form(Self.body(visitor)).intake, phase: .questions).step
        guard case .ask(let asked) = step else {
            Issue.record("nothing is asked")
            return
        }
        #expect(answers.first?.name == "answer.\(asked.id)")
    }

    @Test func `answers lead to the result, and the number of screens was not understated`() async throws {
        var visitor = try await pastCauses()
        var promised = try #require(Self.promise(visitor))
        var count = 0
        while visitor.path == "/questions", count < 30 {
            try #require(visitor.forms.first?.buttons.first.map { $0.name?.hasPrefix("answer.") } == true)
            try await visitor.press("I don’t know")
            count += 1
            if let next = Self.promise(visitor) {
                #expect(next < promised)
                promised = next
            }
        }
        #expect(visitor.path == "/result")
        #expect(count > 0)
    }

    /// How many screens may follow at most, as the page says.
    private static func promise(_ visitor: Visitor) -> Int? {
        let text = visitor.page.visibleText
        if text.contains("the last one") { return 0 }
        if text.contains("at most one more") { return 1 }
        return text.firstMatch(of: /at most ([0-9]+) more/).flatMap { Int($0.output.1) }
    }

    @Test func `back shows the question before, unanswered`() async throws {
        var visitor = try await pastCauses()
        let first = visitor.heading
        try await visitor.press("I don’t know")
        let second = visitor.heading
        #expect(second != first)
        try await visitor.press("Back")
        #expect(visitor.heading == first)
        #expect(visitor.page.visibleText.contains("your answer before") || visitor.carried("skip").isEmpty)
        try await visitor.press("I don’t know")
        #expect(visitor.heading == second, "the same answer leads the same way")
    }

    @Test func `back goes all the way to the drawing`() async throws {
        var visitor = try await pastCauses()
        var steps = 0
        while visitor.path == "/questions", steps < 20 {
            try await visitor.press("Back")
            steps += 1
        }
        #expect(visitor.path == "/")
        #expect(visitor.page.text.contains("value=\"paraspinal_l4_s1:left\" checked"))
        #expect(!visitor.page.text.contains("name=\"answer."))
    }

    @Test func `back from the result asks the last question again`() async throws {
        var visitor = try await pastCauses()
        var last = ""
        while visitor.path == "/questions" {
            last = visitor.heading
            try await visitor.press("I don’t know")
        }
        try await visitor.press("Back")
        #expect(visitor.heading == last)
    }

    @Test func `the result so far keeps the open question open`() async throws {
        var visitor = try await pastCauses()
        let question = visitor.heading
        try await visitor.press("Show my result so far")
        #expect(visitor.path == "/result")
        try await visitor.press("Answer more questions")
        #expect(visitor.heading == question)
    }

    @Test func `causes are asked for once and count`() async throws {
        var visitor = try await pastWarnings()
        #expect(visitor.heading == "What may have brought it on?")
        let cause = try #require(
            visitor.page.text.firstMatch(of: /name="cause" value="([^"]+)"/).map { String($0.output.1) })
        try await visitor.press("None of these, go on", with: [("cause", cause)])
        #expect(visitor.carried("cause") == [cause])
        #expect(visitor.heading != "What may have brought it on?")
        try await visitor.press("Back")
        #expect(visitor.page.text.contains("value=\"\(cause)\" checked"))
    }

    @Test(arguments: [
        ("asked=nonsense", "asked"), ("now=ask", "now"), ("asked=press:x:middle", "asked"),
        ("now=places&now=causes", "now"),
        ("back=yes&back=yes", "back"), ("cause=nothing", "causes"),
        ("spread.piriformis_lateral:left=nowhere&familiar.piriformis_lateral:left=yes", "presses"),
        ("lump.piriformis_lateral:left=maybe&familiar.piriformis_lateral:left=yes", "lump"),
    ])
    func `a trail that does not fit is refused`(extra: String, field: String) async throws {
        for path in ["/questions", "/result", "/press"] {
            let response = try await Site.post(path, form: Self.painful + "&" + extra)
            #expect(response.status == .badRequest, "\(path) \(extra)")
        }
    }
}
