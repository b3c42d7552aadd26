import Testing
import Unknot

@testable import UnknotCLI

@Suite("Interview")
struct InterviewTests {
    /// Marks an area by its number in the list of its part of the body.
    private static func mark(_ interview: inout Interview, zone: Int, _ region: RegionID, _ words: String) throws {
        try interview.receive("\(zone)")
        guard case .regions(let regions, _) = interview.stage else {
            Issue.record("no regions are offered for part \(zone)")
            return
        }
        let number = try #require(regions.firstIndex(of: region)) + 1
        try interview.receive("\(number) \(words)")
    }

    /// A conversation in which the lowest back on the left is marked and nothing else was said yet.
    private static func marked() throws -> Interview {
        var interview = Interview(try SharedEngine.get())
        try mark(&interview, zone: 1, "paraspinal_l4_s1", "left")
        try interview.receive("1")
        try interview.receive("")
        return interview
    }

    /// The same, at the first warning questions.
    private static func atWarnings() throws -> Interview {
        var interview = try marked()
        try interview.receive("41")
        try interview.receive("f")
        return interview
    }

    /// The plainest reply to whatever is asked.
    private static func plainReply(to stage: Interview.Stage) -> String {
        switch stage {
        case .places, .age, .sex, .spread: ""
        case .regions, .strength: "1"
        case .side: "left"
        case .warnings, .question: "n"
        case .movement: "4"
        case .press: "7"
        case .familiar: "y"
        case .finished: "q"
        }
    }

    @Test("a whole conversation leads from a mark over warning signs and questions to an answer")
    func wholePath() throws {
        var interview = Interview(try SharedEngine.get())
        try Self.mark(&interview, zone: 1, "paraspinal_l4_s1", "left")
        try interview.receive("1")
        try Self.mark(&interview, zone: 2, "buttock_upper_lateral", "left")
        try interview.receive("2")
        var asked = 0
        for _ in 0..<200 where interview.ending == nil {
            switch interview.stage {
            case .question, .movement, .press: asked += 1
            default: break
            }
            try interview.receive(Self.plainReply(to: interview.stage))
        }
        #expect(interview.ending == .done)
        #expect(interview.triage?.open.isEmpty == true)
        #expect(try interview.engine.locator.turn(interview.intake, phase: .presses).step == .finished)
        #expect(interview.leading != nil)
        // Warning signs alone are no reason to stop asking.
        #expect(asked > 0)
        #expect(interview.intake.presses.allSatisfy { $0.tenderness == 7 && $0.isFamiliar == true })
    }

    @Test("plain words find areas, and a side said with them is not asked again")
    func search() throws {
        var interview = Interview(try SharedEngine.get())
        try interview.receive("my buttock, on the left side")
        guard case .regions(let regions, let side) = interview.stage else {
            Issue.record("words found no list of areas")
            return
        }
        #expect(side == .left)
        let region = try #require(regions.first)
        try interview.receive("1")
        #expect(interview.stage == .strength([BodyPlace(region, .left)]))
    }

    @Test("a paired area without a side asks for one")
    func side() throws {
        var interview = Interview(try SharedEngine.get())
        try Self.mark(&interview, zone: 1, "paraspinal_l4_s1", "")
        #expect(interview.stage == .side(["paraspinal_l4_s1"]))
        try interview.receive("both")
        try interview.receive("2")
        #expect(interview.intake.drawing.map(\.place.side) == [.left, .right])
        #expect(interview.intake.drawing.allSatisfy { $0.strength == .lesser })
    }

    @Test("an area in the middle asks for no side")
    func midline() throws {
        var interview = Interview(try SharedEngine.get())
        try Self.mark(&interview, zone: 1, "spine_midline_lumbar", "")
        #expect(interview.stage == .strength([BodyPlace("spine_midline_lumbar", .midline)]))
    }

    @Test("marking a place again changes its strength and does not double it")
    func again() throws {
        var interview = Interview(try SharedEngine.get())
        for strength in ["1", "2"] {
            try Self.mark(&interview, zone: 1, "paraspinal_l4_s1", "left")
            try interview.receive(strength)
        }
        #expect(interview.intake.drawing.map(\.strength) == [.lesser])
    }

    @Test("what is no reply changes nothing", arguments: ["-1", "abc", "121", "4.5"])
    func misunderstood(_ age: String) throws {
        var interview = try Self.marked()
        #expect(throws: Interview.Misunderstanding.unclear(age)) { try interview.receive(age) }
        #expect(interview.stage == .age)
        #expect(interview.intake.age == nil)
    }

    @Test("nothing marked cannot be done, unknown words and numbers are refused")
    func refusals() throws {
        var interview = Interview(try SharedEngine.get())
        #expect(throws: Interview.Misunderstanding.nothingMarked) { try interview.receive("") }
        #expect(throws: Interview.Misunderstanding.nothingFound("xyzzy")) { try interview.receive("xyzzy") }
        #expect(throws: Interview.Misunderstanding.notAChoice("99")) { try interview.receive("99") }
        #expect(throws: Interview.Misunderstanding.unclear("?")) { try interview.receive("?") }
        #expect(throws: Interview.Misunderstanding.nothingToUndo) { try interview.receive("b") }
        #expect(interview.stage == .places)
    }

    @Test("going back undoes every reply, one by one, to the very start")
    func back() throws {
        var interview = Interview(try SharedEngine.get())
        var seen: [(stage: Interview.Stage, intake: Intake)] = []
        for _ in 0..<10 {
            seen.append((interview.stage, interview.intake))
            let isFirst = interview.stage == .places && interview.intake.drawing.isEmpty
            try interview.receive(isFirst ? "1" : Self.plainReply(to: interview.stage))
        }
        for state in seen.reversed() {
            try interview.receive("b")
            // As truth values: a failure would print every answer otherwise.
            let isSame = interview.stage == state.stage && interview.intake == state.intake
            #expect(isSame)
        }
    }

    @Test("quitting ends it anywhere and keeps what was said", arguments: ["q", "quit", " Q "])
    func quit(_ word: String) throws {
        var interview = try Self.atWarnings()
        let intake = interview.intake
        try interview.receive(word)
        #expect(interview.ending == .quit)
        try interview.receive("n")
        #expect(interview.intake == intake)
    }

    @Test("warning signs come before any other question, most dangerous first")
    func warningsFirst() throws {
        let interview = try Self.atWarnings()
        let open = try #require(interview.triage?.open)
        guard case .warnings(let screen) = interview.stage else {
            Issue.record("no list is shown")
            return
        }
        #expect(screen.signs.first == open.first)
        #expect(Set(screen.signs).isSubset(of: open))
    }

    @Test("an emergency ends it at once")
    func emergency() throws {
        var interview = try Self.atWarnings()
        try interview.receive("1")
        #expect(interview.ending == .emergency)
        #expect(interview.triage?.level == .emergency)
        #expect(interview.leading == nil)
    }

    @Test("only what was named is yes, what is not sure is unknown, the rest is no")
    func severalWarnings() throws {
        var interview = try Self.atWarnings()
        guard case .warnings(let screen) = interview.stage else { return }
        let signs = screen.signs
        try interview.receive("2?, 3?")
        let replies = signs.map { interview.intake.answers[$0.rawValue] }
        #expect(replies[0] == .reply(.no))
        #expect(replies[1] == .reply(.unknown))
        #expect(replies[2] == .reply(.unknown))
        #expect(Set(replies.dropFirst(3)) == [.reply(.no)])
    }

    @Test("silence is no answer to a warning question", arguments: ["", "yes", "0 1", "99", "1?2", "e", "e 99"])
    func silence(_ line: String) throws {
        var interview = try Self.atWarnings()
        #expect(throws: Interview.Misunderstanding.self) { try interview.receive(line) }
        #expect(interview.intake.answers.isEmpty)
    }

    @Test("a line of a list is explained on request, which answers nothing", arguments: ["e 2", "e2", "explain 2"])
    func explaining(_ line: String) throws {
        var interview = try Self.atWarnings()
        guard case .warnings(let screen) = interview.stage else { return }
        let sign = screen.signs[1]
        #expect(throws: Interview.Misunderstanding.askedToExplain(sign)) { try interview.receive(line) }
        #expect(interview.intake.answers.isEmpty)
        let view = PromptView(engine: interview.engine, terminal: Terminal(width: 200))
        let question = try #require(interview.engine.atlas.warningSign(sign)?.plainQuestion.prefix(60))
        #expect(view.text(for: Interview.Misunderstanding.askedToExplain(sign)).contains(question))
    }

    @Test("at most as many screens follow as were announced")
    func announced() throws {
        var interview = try Self.atWarnings()
        var announced: [Interview.Stage: Int] = [:]
        var left: [Int] = []
        var phase = 0
        while interview.ending == nil {
            switch interview.stage {
            case .warnings, .question, .movement:
                left.append(try #require(interview.progress?.atMost))
                announced[interview.stage] = left.count
                phase = left.count
            default: break
            }
            try interview.receive(Self.plainReply(to: interview.stage))
        }
        #expect(announced.count == phase)
        for (index, most) in left.enumerated() { #expect(most >= left.count - index) }
    }

    @Test("“don’t know” about a movement is not recorded and not asked again", arguments: ["?", "don't know"])
    func unknownMovement(_ line: String) throws {
        let engine = try SharedEngine.get()
        let step = try #require(
            try engine.locator.usefulSteps(.lowBack, most: 40).first {
                if case .movement = $0.kind { true } else { false }
            })
        let state = Interview.State(intake: .lowBack, stage: .movement(MovementID(step.id), step))
        var interview = Interview(engine, state: state)
        try interview.receive(line)
        #expect(interview.intake.answers[step.id] == nil)
        #expect(interview.skipped == [step.id])
        var count = 0
        while interview.ending == nil, count < 200 {
            if case .movement(let id, _) = interview.stage { #expect(id.rawValue != step.id) }
            try interview.receive(Self.plainReply(to: interview.stage))
            count += 1
        }
    }

    @Test("a press that is not wanted is not offered again")
    func skippedPress() throws {
        let engine = try SharedEngine.get()
        let step = try #require(try engine.locator.usefulSteps(.lowBack, most: 40).first { $0.isPress })
        guard case .press(let point, let side) = step.kind else { return }
        var interview = Interview(
            engine, state: Interview.State(intake: .lowBack, stage: .press(point, side, step)))
        try interview.receive("?")
        #expect(interview.intake.presses.isEmpty)
        #expect(interview.skipped == [point.rawValue])
    }

    @Test("a press asks how tender, whether familiar and where it spreads")
    func press() throws {
        let engine = try SharedEngine.get()
        let step = try #require(try engine.locator.usefulSteps(.lowBack, most: 40).first { $0.isPress })
        guard case .press(let point, let side) = step.kind else { return }
        var interview = Interview(
            engine, state: Interview.State(intake: .lowBack, stage: .press(point, side, step)))
        try interview.receive("6.5")
        #expect(interview.stage == .familiar(Press(point, side, tenderness: 6.5)))
        try interview.receive("y")
        guard case .spread(_, let options) = interview.stage else {
            Issue.record("where it spreads is not asked")
            return
        }
        try interview.receive("2 1 2")
        #expect(
            interview.intake.presses == [
                Press(point, side, tenderness: 6.5, isFamiliar: true, spreadsTo: Array(options.prefix(2)))
            ])
    }

    @Test("a spot that does not hurt is not the usual pain")
    func painless() throws {
        let engine = try SharedEngine.get()
        let step = try #require(try engine.locator.usefulSteps(.lowBack, most: 40).first { $0.isPress })
        guard case .press(let point, let side) = step.kind else { return }
        var interview = Interview(
            engine, state: Interview.State(intake: .lowBack, stage: .press(point, side, step)))
        try interview.receive("0")
        #expect(interview.intake.presses == [Press(point, side, tenderness: 0, isFamiliar: false)])
    }

    @Test("what was said can be saved and read again")
    func saving() throws {
        var intake = Intake.lowBack
        intake.sex = .other
        intake.causes = ["posture_sustained"]
        intake.drawing[0].quality = [.dull, .stiff]
        intake.presses = [
            Press("quadratus_lumborum_deep_upper", .left, tenderness: 7, isFamiliar: true, spreadsTo: ["sacrum"])
        ]
        #expect(try IntakeDocument.parse(IntakeJSON(intake).document()) == intake)
    }

    @Test("every question has words, at every width", arguments: [40, 80])
    func prompts(_ width: Int) throws {
        let engine = try SharedEngine.get()
        let view = PromptView(engine: engine, terminal: Terminal(width: width))
        var interview = Interview(engine)
        try interview.receive("1")
        for _ in 0..<30 where interview.ending == nil {
            let text = view.text(for: interview)
            #expect(!text.isEmpty)
            for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
            try interview.receive(Self.plainReply(to: interview.stage))
        }
    }

    @Test("what to be careful with comes before where to press")
    func caution() throws {
        let engine = try SharedEngine.get()
        let step = try #require(
            try engine.locator.usefulSteps(.lowBack, most: 40).first { step in
                guard case .press(let point, _) = step.kind else { return false }
                return engine.atlas.point(point).flatMap { engine.atlas.muscle($0.muscle)?.caution } != nil
            })
        guard case .press(let point, let side) = step.kind else { return }
        let interview = Interview(
            engine, state: Interview.State(intake: .lowBack, stage: .press(point, side, step)))
        let text = PromptView(engine: engine, terminal: Terminal(width: 100)).text(for: interview)
        let caution = try #require(text.firstRange(of: "Caution")?.lowerBound)
        let press = try #require(text.firstRange(of: CLIText.pressHere("", "").prefix(12))?.lowerBound)
        #expect(caution < press)
    }
}
