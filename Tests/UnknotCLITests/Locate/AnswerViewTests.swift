import Testing
import Unknot

@testable import UnknotCLI

@Suite("Answer for a person")
struct AnswerViewTests {
    private static func text(
        _ intake: Intake, _ terminal: Terminal = Terminal(), isVerbose: Bool = false
    ) throws -> String {
        let engine = try SharedEngine.get()
        var view = AnswerView(engine: engine, terminal: terminal, isVerbose: isVerbose)
        return view.text(for: try engine.locate(intake), intake: intake)
    }

    private static func emergency() -> Intake {
        var intake = Intake.lowBack
        intake.answers["saddle_numbness"] = .reply(.yes)
        return intake
    }

    @Test("no line is wider than the terminal", arguments: [40, 57, 80, 100], [false, true])
    func width(_ width: Int, isVerbose: Bool) throws {
        let text = try Self.text(.lowBack, Terminal(width: width), isVerbose: isVerbose)
        for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    }

    @Test("there are escape sequences only when wanted")
    func colour() throws {
        #expect(!(try Self.text(.lowBack)).contains("\u{1B}"))
        #expect(try Self.text(.lowBack, Terminal(isPainted: true)).contains("\u{1B}["))
    }

    @Test("triage comes first, then muscles, knots, alternatives, the next step and what to know")
    func order() throws {
        let engine = try SharedEngine.get()
        let text = try Self.text(.lowBack)
        let parts = [
            engine.atlas.phrases("level_self_care"), CLIText.musclesTitle, CLIText.knotsTitle,
            CLIText.alternativesTitle, CLIText.nextTitle, CLIText.goodToKnowTitle, engine.atlas.version,
        ]
        let places = parts.map { text.firstRange(of: $0)?.lowerBound }
        #expect(!places.contains(nil))
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(text.hasPrefix("✓"))
    }

    @Test("every listed knot has its plain and its anatomical name, its side and its number")
    func names() throws {
        let engine = try SharedEngine.get()
        let text = try Self.text(.lowBack, Terminal(width: 100), isVerbose: true).replacing("\n", with: " ")
        for point in try engine.locate(.lowBack).points {
            let muscle = try #require(engine.atlas.muscle(point.muscle))
            #expect(text.contains(CLIText.sided(muscle.plainName, engine.text.side(point.side))))
            #expect(text.contains(muscle.name))
            #expect(text.contains(ProbabilityBar.percent(point.probability)))
        }
    }

    @Test("an emergency shows what to do and no knot")
    func emergencyOnly() throws {
        let engine = try SharedEngine.get()
        let text = try Self.text(Self.emergency())
        let advice = try #require(engine.atlas.warningSign("saddle_numbness")?.advice.prefix(20))
        #expect(text.contains("GET HELP NOW"))
        #expect(text.contains(advice))
        #expect(!text.contains(CLIText.musclesTitle))
        #expect(!text.contains(CLIText.nextTitle))
    }

    @Test("open warning questions are counted, and listed only when wanted")
    func unasked() throws {
        let engine = try SharedEngine.get()
        let unasked = try engine.locate(.lowBack).triage.open
        let first = try #require(unasked.first.flatMap(engine.atlas.warningSign)?.plainQuestion.prefix(30))
        #expect(try Self.text(.lowBack).contains("\(unasked.count)"))
        #expect(!(try Self.text(.lowBack)).contains(first))
        #expect(try Self.text(.lowBack, isVerbose: true).contains(first))
    }

    @Test("a warning question that the person was not sure about is not passed over")
    func unsure() throws {
        var intake = Intake.lowBack
        intake.answers["fever_with_back_pain"] = .reply(.unknown)
        #expect(try Self.text(intake, Terminal(width: 100)).contains("not sure about 1 warning question."))
    }

    @Test("without a drawing there is triage alone")
    func noDrawing() throws {
        let text = try Self.text(Intake(answers: ["fever_with_back_pain": .reply(.yes)]))
        #expect(!text.contains(CLIText.musclesTitle))
        #expect(text.contains(CLIText.becauseTitle))
    }

    @Test("reasons of one kind become one sentence that names them all")
    func grouping() throws {
        let engine = try SharedEngine.get()
        let reasons = try engine.locate(.lowBack).points.map(\.reasonsFor)
            .first { $0.count { if case .drawn = $0.kind { true } else { false } } == 2 }
        let sentences = ReasonGroup.groups(of: try #require(reasons)).map { $0.sentence(engine) }
        let drawn = try #require(sentences.first { $0.hasPrefix(CLIText.marked("").prefix(10)) })
        for mark in Intake.lowBack.drawing { #expect(drawn.contains(engine.text.place(mark.place))) }
        #expect(Set(sentences).count == sentences.count)
    }

    @Test("what is wrong is said with the field and with what is allowed")
    func problem() {
        let problem = IntakeProblem(path: "drawing[0].intensity", message: "Found\u{1B} 11.", allowed: "0 to 10")
        #expect(
            ProblemView.text(for: problem)
                == "Error in drawing[0].intensity: Found\u{FFFD} 11.\nAllowed: 0 to 10\n")
    }
}
