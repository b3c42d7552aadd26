import Testing
import UnknotAtlas
import UnknotRecord

@Suite("Checking an intake against the vocabulary")
struct IntakeCheckTests {
    private let atlas: Atlas

    init() throws { atlas = try Atlas.builtIn() }

    private func problem(_ intake: Intake) -> IntakeProblem? {
        do {
            try atlas.check(intake)
            return nil
        } catch {
            return error
        }
    }

    @Test("an intake of known ids passes")
    func good() {
        let intake = Intake(
            drawing: [
                PainMark(BodyPlace("paraspinal_l4_s1", .left)), PainMark(BodyPlace("spine_midline_lumbar", .midline)),
            ],
            answers: [
                "sitting_long": .effect(.worse), "saddle_numbness": .reply(.no), "pain_below_knee": .reply(.unknown),
                "history_of_cancer": .reply(.yes), "meningitis_pattern": .reply(.no),
            ],
            causes: ["dehydration"],
            presses: [Press("quadratus_lumborum_deep_upper", .left, spreadsTo: ["sacroiliac_joint"])]
        )
        #expect(problem(intake) == nil)
    }

    @Test("a misspelt region is named with the nearest known ones")
    func unknownRegion() throws {
        let drawing = [PainMark(BodyPlace("groin", .left)), PainMark(BodyPlace("paraspinal_l4_s2", .left))]
        let problem = try #require(self.problem(Intake(id: "case", drawing: drawing)))
        #expect(problem.path == "drawing[1].region")
        #expect(problem.message.contains("paraspinal_l4_s2"))
        #expect(problem.allowed.contains("paraspinal_l4_s1"))
        #expect(problem.id == "case")
    }

    @Test(
        "a side that the region does not have is refused with those that it has",
        arguments: [
            ("spine_midline_lumbar", RegionSide.left, "midline"), ("spine_midline_lumbar", .right, "midline"),
            ("groin", .midline, "left, right"),
        ])
    func side(region: String, side: RegionSide, allowed: String) throws {
        let problem = try #require(self.problem(Intake(drawing: [PainMark(BodyPlace(RegionID(region), side))])))
        #expect(problem.path == "drawing[0].side")
        #expect(problem.allowed == allowed)
    }

    @Test(
        "a movement takes only effects, and a question only replies",
        arguments: [
            ("sitting_long", Answer.reply(.yes), "worse, better, restricted, no_effect"),
            ("sitting_long", .reply(.unknown), "worse, better, restricted, no_effect"),
            ("pain_below_knee", .effect(.worse), "yes, no, unknown"),
            ("saddle_numbness", .effect(.noEffect), "yes, no, unknown"),
            ("meningitis_pattern", .effect(.better), "yes, no, unknown"),
        ])
    func kind(id: String, answer: Answer, allowed: String) throws {
        let problem = try #require(self.problem(Intake(answers: [id: answer])))
        #expect(problem.path == "answers.\(id)")
        #expect(problem.message.contains(answer.rawValue))
        #expect(problem.allowed == allowed)
    }

    @Test("a combination is no answer; what it follows from is named")
    func combination() throws {
        let problem = try #require(self.problem(Intake(answers: ["combo_ces_any": .reply(.yes)])))
        #expect(problem.path == "answers.combo_ces_any")
        #expect(problem.allowed.contains("saddle_numbness"))
    }

    @Test("an unknown answer is named with the nearest known ones, never with a combination")
    func unknownAnswer() throws {
        let problem = try #require(self.problem(Intake(answers: ["sadle_numbness": .reply(.no)])))
        #expect(problem.path == "answers.sadle_numbness")
        #expect(problem.allowed.contains("saddle_numbness"))
        #expect(!problem.allowed.contains("combo_"))
    }

    @Test("unknown causes, points and areas of spread are named by their place in the list")
    func unknownElsewhere() throws {
        let cause = try #require(self.problem(Intake(causes: ["dehydration", "dehidration"])))
        #expect(cause.path == "causes[1]")
        #expect(cause.allowed.contains("dehydration"))
        let point = try #require(self.problem(Intake(presses: [Press("trapezius_upper_tp9", .left)])))
        #expect(point.path == "presses[0].point")
        #expect(point.allowed.contains("trapezius_upper_tp1"))
        let press = Press("quadratus_lumborum_deep_upper", .left, spreadsTo: ["groin", "grion"])
        let spread = try #require(self.problem(Intake(presses: [press])))
        #expect(spread.path == "presses[0].spreads_to[1]")
        #expect(spread.allowed.contains("groin"))
    }

    @Test("a very long id is cut in the message")
    func longID() throws {
        let long = RegionID(String(repeating: "x", count: 100_000))
        let problem = try #require(self.problem(Intake(drawing: [PainMark(BodyPlace(long, .left))])))
        #expect(problem.message.count < 200)
    }
}
