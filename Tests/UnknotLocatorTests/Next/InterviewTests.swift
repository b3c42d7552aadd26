import SeededRandom
import Testing
import Unknot

@Suite("Interviews")
struct InterviewTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    /// What happened when a random person answered until the stop rule.
    private struct Interview {
        var presses = 0
        var questions = 0
        var warningQuestions = 0
        var asked: [String] = []
        var offered: [PointID] = []
    }

    private func interview(_ start: Intake, _ random: inout SplitMix64) throws -> Interview {
        var intake = start
        var result = Interview()
        while let next = try engine.locate(intake).next {
            result.asked.append("\(next.id) \(next.kind)")
            switch next.kind {
            case .press(let point, let side):
                result.presses += 1
                result.offered.append(point)
                intake.presses.append(
                    Press(
                        point, side, tenderness: Double(Int.random(in: 0...10, using: &random)),
                        isFamiliar: Int.random(in: 0..<5, using: &random) == 0))
            case .movement(let id):
                result.questions += 1
                intake.answers[id.rawValue] = .effect(MovementEffect.allCases.randomElement(using: &random) ?? .worse)
            case .question(let id):
                if engine.atlas.warningSign(id) == nil { result.questions += 1 } else { result.warningQuestions += 1 }
                intake.answers[id.rawValue] = .reply(Reply.allCases.randomElement(using: &random) ?? .unknown)
            }
            if result.asked.count > 40 { break }
        }
        return result
    }

    @Test(
        "every interview ends within six presses and a dozen questions, asking nothing twice", arguments: Seeds.few(5))
    func ends(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var start = Intake.random(engine.atlas, using: &random)
        start.answers = [:]
        let interview = try interview(start, &random)
        #expect(interview.presses <= 6)
        #expect(interview.questions <= 12)
        // Warning questions are for safety and come on top, but each only once.
        #expect(interview.asked.count <= 6 + 12 + interview.warningQuestions)
        #expect(Set(interview.asked).count == interview.asked.count)
        #expect(interview.offered.allSatisfy { engine.atlas.point($0)?.mayBePressed == true })
    }

    @Test("a point that nobody should press is never offered", arguments: DevelopmentCase.all)
    func neverOffered(item: DevelopmentCase) throws {
        let answer = try #require(try SharedEngine.answer(item))
        if case .press(let point, _)? = answer.next?.kind {
            #expect(engine.atlas.point(point)?.mayBePressed == true)
        }
    }

    @Test(
        "among all steps that could be taken there is none to a point that nobody should press",
        arguments: DevelopmentCase.all.filter { $0.intake.drawing.count <= 4 })
    func neverUseful(item: DevelopmentCase) throws {
        let steps = try engine.locator.usefulSteps(item.intake, most: 200)
        #expect(!steps.isEmpty)
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.gainBits >= $1.gainBits })
        #expect(steps.allSatisfy { $0.gainBits >= 0 && $0.gainBits.isFinite })
        for case .press(let point, _) in steps.map(\.kind) {
            #expect(engine.atlas.point(point)?.mayBePressed == true)
        }
    }

    @Test("a skipped step is not offered again, until nothing is left to offer")
    func skipping() throws {
        var skipped: Set<String> = []
        for _ in 0..<12 {
            guard let next = try engine.locator.locate(.lowBackLeft, skipping: skipped).next else { return }
            #expect(!skipped.contains(next.id))
            skipped.insert(next.id)
        }
        let steps = try engine.locator.usefulSteps(.lowBackLeft, most: 200, skipping: skipped)
        #expect(steps.allSatisfy { !skipped.contains($0.id) })
    }

    @Test("what is answered, also by unknown, is not asked again")
    func answered() throws {
        var intake = Intake.lowBackLeft
        let steps = try engine.locator.usefulSteps(intake, most: 200)
        for step in steps {
            switch step.kind {
            case .question(let id): intake.answers[id.rawValue] = .reply(.unknown)
            case .movement(let id): intake.answers[id.rawValue] = .effect(.noEffect)
            case .press(let point, let side):
                intake.presses.append(Press(point, side, tenderness: 1, isFamiliar: false))
            }
        }
        let rest = try engine.locator.usefulSteps(intake, most: 200)
        let before = Set(steps.map { "\($0.kind)" })
        #expect(rest.allSatisfy { !before.contains("\($0.kind)") })
    }

    @Test("as many steps are given as asked for", arguments: [0, 1, 3])
    func count(most: Int) throws {
        #expect(try engine.locator.usefulSteps(.lowBackLeft, most: most).count == most)
    }

    @Test("the stop rule ends when the leading muscle is nearly certain and a press brought on its pain")
    func certain() throws {
        var intake = Intake.lowBackLeft
        let leading = try #require(try engine.locate(intake).muscles.first)
        intake.presses = engine.atlas.points(of: leading.muscle).prefix(3).map {
            Press($0.id, leading.side, tenderness: 8, isFamiliar: true, spreadsTo: ["paraspinal_l4_s1"], hasLump: true)
        }
        let answer = try engine.locate(intake)
        if try #require(answer.muscles.first).probability >= 0.9 { #expect(answer.isDone) }
        // Six presses end it whatever they found.
        let others = engine.atlas.points.filter { $0.mayBePressed && $0.muscle != leading.muscle }.prefix(6)
        intake.presses = others.map { Press($0.id, .right, tenderness: 1, isFamiliar: false) }
        #expect(try engine.locate(intake).isDone)
    }
}
