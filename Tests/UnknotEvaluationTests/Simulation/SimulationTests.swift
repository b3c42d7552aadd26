import Foundation
import SeededRandom
import Testing
import Unknot

@testable import UnknotEvaluation

@Suite("Simulated people")
struct SimulationTests {
    private static let made = Result { try Engine() }
    private let engine: Engine

    init() throws { engine = try Self.made.get() }

    private func item() throws -> EvaluationCase {
        try item(answers: #""sitting_long": "worse", "standing_long": "no_effect", "pain_below_knee": "no""#)
    }

    private func item(answers: String) throws -> EvaluationCase {
        let line = """
            {"id": "one", "drawing": [{"region": "paraspinal_l4_s1", "side": "left"}, \
            {"region": "buttock_upper_lateral", "side": "left"}], \
            "answers": {\(answers)}, \
            "expected": {"kind": "myofascial", "minimum_triage": "self_care", "maximum_triage": "self_care", \
            "warning_strength": "none", \
            "muscles": [{"any_of": ["gluteus_medius"], "side": "left", "role": "primary"}, \
            {"any_of": ["quadratus_lumborum"], "side": "left", "role": "secondary"}]}}
            """
        return try #require(try EvaluationCase.read(Data(line.utf8), file: "one").first)
    }

    @Test("presses are the same for a seed, at most six, and true to the case")
    func oracle() throws {
        let item = try item()
        let oracle = InterviewOracle(engine: engine)
        let start = InterviewOracle.Course(intake: item.intake)
        let first = try oracle.press(item, from: start, seed: 3)
        #expect(try oracle.press(item, from: start, seed: 3).intake == first.intake)
        #expect(first.presses == first.intake.presses.count)
        #expect((1...6).contains(first.presses))
        for press in first.intake.presses
        where engine.atlas.point(press.point)?.muscle == "gluteus_medius" && press.side == .left {
            #expect(press.tenderness == 7)
            #expect(press.isFamiliar == true)
        }
    }

    @Test("an interview tells what the case says when it is asked for it, and nothing else")
    func interview() throws {
        let item = try item()
        let course = try InterviewOracle(engine: engine).answer(item)
        #expect(course.warningScreens > 0)
        #expect(course.intake.causes.isEmpty && course.intake.presses.isEmpty)
        let facts = KnownFacts(item.intake, atlas: engine.atlas)
        for (id, answer) in course.intake.answers {
            switch answer {
            case .reply(.yes): #expect(facts[id] == true, "\(id)")
            case .reply(.no): #expect(facts[id] == false, "\(id)")
            case .reply(.unknown): #expect(facts[id] == nil, "\(id)")
            case .effect: #expect(item.intake.answers[id] == answer)
            }
        }
        #expect(course.skipped.allSatisfy { item.intake.answers[$0] == nil })
        let asked = course.intake.answers.keys.count { engine.atlas.warningSign(QuestionID($0)) == nil }
        #expect(course.questions == asked + course.skipped.count)
    }

    @Test("a line that covers two signs is ticked for either, and an emergency ends the interview")
    func covered() throws {
        let item = try item(answers: #""new_bowel_incontinence": "yes""#)
        let course = try InterviewOracle(engine: engine).answer(item)
        #expect(course.intake.answers["bladder_change"] == .reply(.yes))
        #expect(course.warningScreens == 1)
        #expect(course.questions == 0)
    }

    @Test("a simulated person has marked something that the atlas knows", arguments: 1...10)
    func people(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let person = MisspecifiedWorld(engine).draw(&random)
        #expect(!person.intake.drawing.isEmpty)
        #expect(Set(person.intake.drawing.map(\.place)).count == person.intake.drawing.count)
        try engine.atlas.check(person.intake)
        var again = SplitMix64(seed: seed)
        #expect(MisspecifiedWorld(engine).draw(&again).intake == person.intake)
    }

    @Test("calibration is the same for a seed and in range")
    func calibration() async throws {
        let world = MisspecifiedWorld(engine)
        let first = try await world.calibration(people: 4, seed: 5)
        let second = try await world.calibration(people: 4, seed: 5)
        #expect(first.count == 4)
        #expect(first.bins == second.bins)
        #expect(first.expectedError == second.expectedError)
        #expect((0...1).contains(first.expectedError))
        #expect((0...1).contains(first.brierScore))
        let other = try await world.calibration(people: 2, seed: 6)
        #expect(other.bins != first.bins)
    }

    @Test("an evaluation compares the locator with both baselines and prints every part")
    func report() async throws {
        let report = try await Evaluator(engine).evaluate([try item()], seeds: 2)
        #expect(report.caseCount == 1)
        #expect(report.rows.count == 9)
        #expect(Set(report.rows.map(\.ranker)).count == 3)
        #expect(report.triage.overTriage.count == 1)
        let parts = ["top 3", "Wilson", "Triage", "Secondary", "Brier", "Naive Bayes", "presses"]
        #expect(parts.filter { !report.text.contains($0) } == [])
    }

    @Test("baselines rank a muscle that sends pain to the marked region")
    func baselines() throws {
        let intake = try item().intake
        let votes = RegionVotes(atlas: engine.atlas).rank(intake)
        #expect(votes.first?.probability == 2)
        #expect(votes.allSatisfy { $0.probability >= 1 })
        let bayes = NaiveBayes(atlas: engine.atlas).rank(intake)
        #expect(abs(bayes.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
        #expect(bayes.first?.side == .left)
    }

    @Test("triage that is too low or too high is counted and named")
    func triageMetrics() throws {
        let line = """
            {"id": "t", "drawing": [{"region": "groin", "side": "left"}], "expected": {"kind": "myofascial", \
            "minimum_triage": "same_day", "maximum_triage": "same_day", "warning_strength": "hard"}}
            """
        let item = try #require(try EvaluationCase.read(Data(line.utf8), file: "t").first)
        let low = TriageMetrics([(item, .selfCare), (item, .sameDay)])
        #expect(low.hard == Rate(hits: 1, count: 2))
        #expect(low.soft.count == 0)
        #expect(low.overTriage == Rate(hits: 0, count: 2))
        #expect(low.notes.count == 1)
        let high = TriageMetrics([(item, .emergency)])
        #expect(high.hard == Rate(hits: 1, count: 1))
        #expect(high.overTriage == Rate(hits: 1, count: 1))
        #expect(high.notes.first?.contains("above same_day") == true)
    }

    @Test("work that is spread over cores keeps its order and passes on its errors")
    func parallel() async throws {
        let squares = try await Parallel.map(Array(0..<100)) { $1 * $1 + $0 }
        #expect(squares == (0..<100).map { $0 * $0 + $0 })
        await #expect(throws: CancellationError.self) {
            try await Parallel.map([1, 2, 3]) { index, _ in if index == 1 { throw CancellationError() } }
        }
    }
}
