import Testing
import Unknot

@testable import UnknotLocator

@Suite("Words for people")
struct AnswerTextTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    private func expectPlain(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!text.isEmpty, sourceLocation: sourceLocation)
        #expect(!text.contains { "{}_".contains($0) }, "\(text)", sourceLocation: sourceLocation)
        #expect(text.first?.isLowercase != true, "\(text)", sourceLocation: sourceLocation)
    }

    @Test("reasons, requests and their reasons are whole sentences without gaps or ids", arguments: DevelopmentCase.all)
    func developmentCases(item: DevelopmentCase) throws {
        let answer = try #require(try SharedEngine.answer(item))
        for reason in answer.points.flatMap({ $0.reasonsFor + $0.reasonsAgainst }) {
            expectPlain(engine.text.reason(reason))
        }
        if let next = answer.next {
            expectPlain(engine.text.request(next))
            expectPlain(engine.text.why(next))
        }
        for source in answer.alternatives {
            #expect(!engine.text.source(source).contains { "{}_".contains($0) })
        }
    }

    @Test("so are those of every step that could be taken")
    func allSteps() throws {
        for step in try engine.locator.usefulSteps(.lowBackLeft, most: 200) {
            expectPlain(engine.text.request(step))
            expectPlain(engine.text.why(step))
        }
    }

    @Test("every area, muscle and source has a name for everybody")
    func names() {
        for place in engine.atlas.regions.flatMap(\.places) {
            #expect(!engine.text.place(place).contains { "{}_".contains($0) })
        }
        for muscle in engine.atlas.muscles {
            #expect(!engine.text.muscle(muscle.id).contains { "{}_".contains($0) })
        }
        #expect(engine.text.place(BodyPlace("paraspinal_l4_s1", .left)).contains("left"))
        #expect(!engine.text.place(BodyPlace("spine_midline_lumbar", .midline)).contains("midline_"))
        #expect(engine.text.side(.right) == "right")
    }

    @Test("probabilities get six words, which change at fixed steps and never go back")
    func probabilityWords() {
        let words = (0...100).map { engine.text.words(for: Double($0) / 100) }
        var steps: [String] = []
        for word in words where steps.last != word { steps.append(word) }
        #expect(steps.count == 6)
        #expect(Set(steps).count == 6)
        #expect(steps.allSatisfy { !$0.contains("_") })
        #expect(engine.text.words(for: 0.049) != engine.text.words(for: 0.05))
        #expect(engine.text.words(for: 0.849) != engine.text.words(for: 0.85))
    }

    @Test(
        "a press is told as it was felt",
        arguments: [
            (Press("quadratus_lumborum_deep_upper", .left, tenderness: 7, isFamiliar: true), "(tenderness 7 of 10)"),
            (Press("quadratus_lumborum_deep_upper", .left, tenderness: 6.5, isFamiliar: false), "6.5 of 10"),
            (Press("quadratus_lumborum_deep_upper", .left, tenderness: 2, isFamiliar: false), "not tender"),
            (Press("quadratus_lumborum_deep_upper", .left, isFamiliar: true), "usual pain"),
            (Press("quadratus_lumborum_deep_upper", .left, isFamiliar: false), "did not bring on"),
            (Press("quadratus_lumborum_deep_upper", .left, tenderness: 8), "pressed"),
        ])
    func presses(press: Press, words: String) {
        let text = engine.text.reason(Reason(kind: .press(press), weight: 1))
        #expect(text.contains(words), "\(text)")
        expectPlain(text)
    }

    @Test("a reason against reads differently from one for", arguments: [MovementEffect.worse, .better, .restricted])
    func against(effect: MovementEffect) {
        let kind = Reason.Kind.movement("sitting_long", effect)
        let texts = [1.0, -1].map { engine.text.reason(Reason(kind: kind, weight: $0)) }
        #expect(texts[0] != texts[1])
        texts.forEach { expectPlain($0) }
        let drawn = [MarkStrength.main, .lesser, nil].flatMap { strength in
            [1.0, -1].map { Reason(kind: .drawn(BodyPlace("groin", .left), strength), weight: $0) }
        }
        drawn.map(engine.text.reason).forEach { expectPlain($0) }
    }

    @Test("a step names the muscles that it is about, one or several", arguments: [0, 1, 3])
    func concerns(count: Int) throws {
        let muscles = Array(engine.atlas.muscles.prefix(count))
        let kinds: [NextStep.Kind] = [.press(engine.atlas.points[0].id, .left), .movement("sitting_long")]
        for kind in kinds {
            let step = NextStep(kind: kind, concerns: muscles.map(\.id), concernsSource: nil, gainBits: 1)
            let text = engine.text.why(step)
            expectPlain(text)
            #expect(muscles.allSatisfy { text.contains($0.plainName) })
        }
    }

    @Test("movements, causes and gaps are told in the person's own words")
    func otherReasons() throws {
        let links = engine.atlas.movementLinks.filter { $0.muscle == "quadratus_lumborum" }
        var intake = Intake.lowBackLeft
        for link in links { intake.answers[link.movement.rawValue] = .effect(link.effect) }
        intake.causes = engine.atlas.causeLinks.filter { $0.muscle == "quadratus_lumborum" }.map(\.cause)
        let answer = try engine.locate(intake)
        let reasons = answer.points.flatMap { $0.reasonsFor + $0.reasonsAgainst }
        reasons.map(engine.text.reason).forEach { expectPlain($0) }
        #expect(reasons.contains { if case .movement = $0.kind { true } else { false } })
        #expect(reasons.contains { if case .cause = $0.kind { true } else { false } })
        #expect(reasons.contains { if case .blank = $0.kind { true } else { false } })
        #expect(reasons.allSatisfy { !$0.id.isEmpty })
    }
}
