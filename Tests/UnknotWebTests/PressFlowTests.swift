import HTTPTypes
import Testing
import Unknot

@testable import UnknotWeb

@Suite("Press here")
struct PressFlowTests {
    /// A drawing with every warning sign answered no.
    private static func safe(_ places: String = Site.lowBackAndButtock) throws -> String {
        let intake = try Site.form(places).intake
        var form = places + "&asked=places"
        for sign in try Site.engine.locate(intake).triage.unasked { form += "&answer.\(sign)=no" }
        return form
    }

    private static func point(_ visitor: Visitor) throws -> String {
        try String(#require(visitor.carriedNow.first).dropFirst("press:".count))
    }

    @Test func `the spot that tells most comes first, with what to avoid before it`() async throws {
        let form = try Self.safe()
        let visitor = try await Visitor("/press", form)
        #expect(visitor.page.status == .ok)
        let best = try #require(try Site.engine.locator.presses(Site.form(form).intake, most: 1).first)
        #expect(try Self.point(visitor).hasPrefix(best.id))
        let text = visitor.page.visibleText
        let avoid = try #require(text.firstRange(of: "Keep off:"))
        let find = try #require(text.firstRange(of: "Find the spot"))
        let feel = try #require(text.firstRange(of: "What did you feel?"))
        #expect(avoid.lowerBound < find.lowerBound && find.lowerBound < feel.lowerBound)
    }

    @Test func `a muscle's caution stands before how to press it`() throws {
        let kit = try Site.kit
        let atlas = kit.engine.atlas
        for point in atlas.points where point.mayBePressed {
            guard let caution = atlas.muscle(point.muscle)?.caution else { continue }
            let form = try Site.form("place=sacrum:midline")
            let answer = try kit.engine.locate(form.intake)
            let step = try Self.step(point.id)
            let html = try PageRenderer(atlas).html(
                .press(form, answer: answer, before: nil, steps: [step], kit: kit)
            ).visibleText
            let first = try #require(html.firstRange(of: caution), "\(point.id)")
            let how = try #require(html.firstRange(of: "Find the spot"))
            #expect(first.lowerBound < how.lowerBound)
            break
        }
    }

    /// A step that presses a point of the upper trapezius, which has a caution.
    private static func step(_ point: PointID) throws -> NextStep {
        let form = try safe("place=shoulder_top:left&place=neck_side:left")
        let steps = try Site.engine.locator.presses(Site.form(form).intake, most: 8)
        return try #require(steps.first { $0.id == point.rawValue } ?? steps.first)
    }

    @Test func `a press shows how the ranking moved`() async throws {
        var visitor = try await Visitor("/press", Self.safe())
        let point = try Self.point(visitor)
        try await visitor.press(
            "That’s what I felt", with: [("tenderness.\(point)", "8"), ("familiar.\(point)", "yes")])
        let text = visitor.page.visibleText
        #expect(text.contains("What that press told"))
        #expect(text.contains("tenderness 8 of 10, and it was your usual pain"))
        #expect(text.contains("Up from"))
        #expect(visitor.carried("tenderness.\(point)") == ["8"])
    }

    @Test func `everything that was felt reaches the engine`() async throws {
        var visitor = try await Visitor("/press", Self.safe())
        let point = try Self.point(visitor)
        let region = try #require(
            visitor.page.text.firstMatch(of: /name="spread\.[^"]+" value="([^"]+)"/).map { String($0.output.1) })
        try await visitor.press(
            "That’s what I felt",
            with: [
                ("tenderness.\(point)", "6"), ("familiar.\(point)", "unknown"), ("lump.\(point)", "yes"),
                ("spread.\(point)", region),
            ])
        #expect(visitor.carried("lump.\(point)") == ["yes"])
        #expect(visitor.carried("spread.\(point)") == [region])
        #expect(visitor.carried("familiar.\(point)").isEmpty, "not sure is neither yes nor no")
    }

    @Test func `a spot that cannot be reached is passed over and not offered again`() async throws {
        var visitor = try await Visitor("/press", Self.safe())
        let point = try Self.point(visitor)
        try await visitor.press("Skip")
        #expect(!visitor.page.visibleText.contains("What that press told"))
        let next = try Self.point(visitor)
        #expect(next != point)
        try await visitor.press("Undo the last press")
        #expect(try Self.point(visitor) == point)
        #expect(visitor.carried("skip").isEmpty)
    }

    @Test func `undoing a press gives back the ranking from before`() async throws {
        var visitor = try await Visitor("/press", Self.safe())
        let before = visitor.page.bytes
        let point = try Self.point(visitor)
        try await visitor.press(
            "That’s what I felt", with: [("tenderness.\(point)", "3"), ("familiar.\(point)", "no")])
        try await visitor.press("Undo the last press")
        #expect(try Self.point(visitor) == point)
        #expect(visitor.page.text.contains("value=\"3\" checked"), "what was said can be mended")
        #expect(visitor.carried("tenderness.\(point)").count == 1)
        #expect(before.count < visitor.page.bytes.count + 2_000)
    }

    @Test func `it stops by rule, and then only the result is left`() async throws {
        var visitor = try await Visitor("/press", Self.safe())
        var presses = 0
        while visitor.offers("That’s what I felt"), presses < 12 {
            let point = try Self.point(visitor)
            try await visitor.press(
                "That’s what I felt", with: [("tenderness.\(point)", "2"), ("familiar.\(point)", "no")])
            presses += 1
        }
        #expect((1...8).contains(presses))
        try await visitor.press("See the whole result")
        #expect(visitor.path == "/result")
        #expect(!visitor.offers("Show me where to press"))
        try await visitor.press("Back")
        #expect(visitor.path == "/press", "back from the result undoes the last press")
        #expect(visitor.offers("That’s what I felt"))
    }

    @Test func `nothing is pressed before the warning signs are answered`() async throws {
        let visitor = try await Visitor("/press", Site.lowBackAndButtock + "&asked=places")
        #expect(visitor.asks("warnings"))
        #expect(!visitor.offers("That’s what I felt"))
    }

    @Test func `an emergency stops presses too`() async throws {
        let visitor = try await Visitor("/press", Self.safe() + "&x=1").page
        #expect(visitor.status == .ok)
        let stopped = try await Site.post("/press", form: Site.lowBackAndButtock + "&answer.saddle_numbness=yes")
        #expect(stopped.visibleText.contains("Get help now."))
        #expect(!stopped.visibleText.contains("Find the spot"))
    }

    @Test func `with nothing drawn it leads back to the first page`() async throws {
        let response = try await Site.post("/press", form: "age=30")
        #expect(response.status == .badRequest)
        #expect(response.visibleText.contains("Where it hurts:"))
    }

    @Test func `landmarks near a spot have letters of their own`() throws {
        let kit = try Site.kit
        for point in kit.engine.atlas.points {
            for side in BodySide.allCases {
                guard let closeUp = CloseUp(of: point.id, side, form: IntakeForm(), kit: kit) else { continue }
                #expect(closeUp.letters.count == closeUp.key.count)
                #expect(Set(closeUp.key.map(\.keyName)).count == closeUp.key.count)
                #expect(closeUp.key.count <= 4)
            }
        }
    }
}

extension Visitor {
    /// The screen that the page asks about.
    var carriedNow: [String] {
        forms.flatMap(\.fields).filter { $0.name == "now" }.map(\.value)
    }

    /// Whether the page is a screen of a kind, such as `warnings`.
    func asks(_ kind: String) -> Bool {
        carriedNow.contains { $0.hasPrefix(kind) }
    }
}
