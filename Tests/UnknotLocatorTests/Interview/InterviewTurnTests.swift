import SeededRandom
import Testing
import Unknot

@Suite("Turns of an interview")
struct InterviewTurnTests {
    private let engine: Engine
    private var locator: Locator { engine.locator }

    init() throws { engine = try SharedEngine.get() }

    /// Everything that a random person was shown in a phase, and how many screens were said to follow at most.
    private struct Course {
        var steps: [InterviewTurn.Step] = []
        var progress: [InterviewProgress] = []
        var intake: Intake
        var skipped: Set<String> = []
    }

    /// Answers at random until the phase is finished; a danger is affirmed rarely, or every interview would end at once.
    private func course(
        _ start: Intake, _ phase: InterviewPhase, skipped: Set<String> = [], _ random: inout SplitMix64
    ) throws -> Course {
        var course = Course(intake: start, skipped: skipped)
        for _ in 0..<60 {
            let turn = try locator.turn(course.intake, phase: phase, skipping: course.skipped)
            course.steps.append(turn.step)
            course.progress.append(turn.progress)
            switch turn.step {
            case .finished: return course
            case .warnings(let screen):
                for id in screen.signs {
                    let reply: Reply = [.yes, .unknown].randomElement(using: &random) ?? .no
                    let isRare = Int.random(in: 0..<12, using: &random) == 0
                    course.intake.answers[id.rawValue] = .reply(isRare ? reply : .no)
                }
            case .ask(let step), .press(let step): reply(to: step, &course, &random)
            }
        }
        Issue.record("the interview does not end")
        return course
    }

    private func reply(to step: NextStep, _ course: inout Course, _ random: inout SplitMix64) {
        let isSkipped = Int.random(in: 0..<3, using: &random) == 0
        switch step.kind {
        case .question(let id):
            course.intake.answers[id.rawValue] = .reply(Reply.allCases.randomElement(using: &random) ?? .unknown)
        case .movement(let id) where !isSkipped:
            let effect = MovementEffect.allCases.randomElement(using: &random) ?? .worse
            course.intake.answers[id.rawValue] = .effect(effect)
        case .press(let point, let side) where !isSkipped:
            course.intake.presses.append(
                Press(
                    point, side, tenderness: Double(Int.random(in: 0...10, using: &random)),
                    isFamiliar: Int.random(in: 0..<5, using: &random) == 0))
        case .movement, .press:
            course.skipped.insert(step.id)
        }
    }

    private func expectHonest(_ progress: [InterviewProgress]) {
        for (index, state) in progress.enumerated() {
            // The last state is the finished one, which is no screen.
            #expect(state.atMost >= progress.count - 1 - index, "at \(index) of \(progress)")
        }
        #expect(progress.last?.atMost == 0)
        for (earlier, later) in zip(progress, progress.dropFirst()) {
            #expect(later.atMost < earlier.atMost)
            #expect(later.answered - earlier.answered <= 1)
        }
    }

    @Test("lists of warning signs come first, then questions, and never more than was said", arguments: Seeds.few(12))
    func questions(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var start = Intake.random(engine.atlas, using: &random)
        if Bool.random(using: &random) { start.answers = [:] }
        let course = try course(start, .questions, &random)
        expectHonest(course.progress)
        for step in course.steps {
            if case .press = step { Issue.record("a press in the phase of questions") }
            if case .ask(let next) = step { #expect(!next.isPress) }
            if case .warnings(let screen) = step { #expect(!screen.signs.isEmpty) }
        }
        let isOver = try locator.triage(course.intake).level == .emergency
        #expect(try isOver || locator.triage(course.intake).open.isEmpty)
    }

    @Test("presses follow warning signs, never before them and never with questions", arguments: Seeds.few(6))
    func presses(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var start = Intake.random(engine.atlas, using: &random)
        start.answers = [:]
        let course = try course(start, .presses, &random)
        expectHonest(course.progress)
        var hasPressed = false
        for step in course.steps {
            switch step {
            case .ask: Issue.record("a question in the phase of presses")
            case .warnings: #expect(!hasPressed)
            case .press(let next):
                hasPressed = true
                #expect(next.isPress)
                #expect(engine.atlas.point(PointID(next.id))?.mayBePressed == true)
            case .finished: break
            }
        }
    }

    @Test("an emergency finishes both phases at once", arguments: InterviewPhase.allCases)
    func emergency(phase: InterviewPhase) throws {
        var intake = Intake.lowBackLeft
        intake.answers["bladder_change"] = .reply(.yes)
        let turn = try locator.turn(intake, phase: phase)
        #expect(turn.step == .finished)
        #expect(turn.triage.level == .emergency)
        #expect(turn.progress.atMost == 0)
        #expect(try locator.presses(intake, most: 9) == [])
    }

    @Test("the first list holds what is most dangerous, and “none of these” leads to the next")
    func lists() throws {
        var intake = Intake.lowBackLeft
        intake.age = 41
        intake.sex = .female
        var seen: [String] = []
        while case .warnings(let screen) = try locator.turn(intake, phase: .questions).step {
            if seen.isEmpty { #expect(screen.signs.first == "saddle_numbness") }
            #expect(!seen.contains(screen.id))
            seen.append(screen.id)
            for id in screen.signs { intake.answers[id.rawValue] = .reply(.no) }
        }
        #expect(seen == ["nerves_and_injury", "chest_and_belly", "today", "background"])
        #expect(try locator.turn(intake, phase: .questions).progress.answered == 4)
    }

    /// An intake in which no warning sign is open any more.
    private func cleared(_ start: Intake) throws -> Intake {
        var intake = start
        for id in try locator.triage(intake).open { intake.answers[id.rawValue] = .reply(.no) }
        return intake
    }

    @Test("a question whose yes calls for help sooner comes before all others")
    func urgent() throws {
        var intake = try cleared(Intake(age: 45, sex: .male, drawing: Intake.lowBackLeft.drawing))
        intake.answers["infection_risk"] = .reply(.yes)
        intake = try cleared(intake)
        guard case .ask(let step) = try locator.turn(intake, phase: .questions).step else {
            Issue.record("nothing is asked")
            return
        }
        let before = try locator.triage(intake).level
        intake.answers[step.id] = .reply(.yes)
        #expect(before == .seeClinician)
        #expect(try locator.triage(intake).level == .sameDay)
    }

    @Test("what an answer opens is asked on a list of its own")
    func opened() throws {
        var intake = try cleared(Intake(age: 41, drawing: Intake.lowBackLeft.drawing))
        intake.answers["history_of_cancer"] = .reply(.yes)
        let turn = try locator.turn(intake, phase: .questions)
        guard case .warnings(let screen) = turn.step else {
            Issue.record("nothing was opened")
            return
        }
        #expect(screen.id == "today")
        #expect(screen.signs == ["band_like_or_upper_spine_pain_with_cancer"])
    }

    /// Every part of the body alone, every pair, and all at once, at ages and sexes that open most.
    static let drawings: [[BodyRegion.Zone]] = {
        let zones = BodyRegion.Zone.allCases
        let pairs = zones.flatMap { first in zones.map { [first, $0] } }
        return pairs.filter { $0[0] == $0[1] || "\($0[0])" < "\($0[1])" } + [zones]
    }()

    @Test("no drawing has more than five lists, and none of them is long", arguments: drawings)
    func few(zones: [BodyRegion.Zone]) throws {
        for (age, sex) in [(41, Sex.female), (41, .male), (75, .female), (75, .male)] {
            let marks = engine.atlas.regions.filter { zones.contains($0.zone) }.flatMap(\.places).map { PainMark($0) }
            let open = try locator.triage(Intake(age: age, sex: sex, drawing: marks)).open
            let lists = Dictionary(grouping: open) { engine.atlas.warningSign($0)?.screen ?? "" }
            #expect(lists.count <= 5)
            // Mostly nine or ten at most; an older person who draws several parts of the body has the longest.
            let most = zones.count == 2 && zones[0] == zones[1] ? 12 : 14
            #expect(lists.values.allSatisfy { $0.count <= most }, "\(lists.mapValues(\.count))")
        }
    }

    @Test("mirrored intakes have mirrored turns", arguments: Seeds.few(3), InterviewPhase.allCases)
    func mirrored(seed: UInt64, phase: InterviewPhase) throws {
        var random = SplitMix64(seed: seed)
        let intake = try cleared(Intake.random(engine.atlas, using: &random))
        let turn = try locator.turn(intake, phase: phase)
        let other = try locator.turn(intake.mirrored, phase: phase)
        #expect(turn.progress == other.progress)
        switch (turn.step, other.step) {
        case (.press(let one), .press(let two)), (.ask(let one), .ask(let two)):
            #expect(one.gainBits == two.gainBits)
            #expect(one.id == two.id)
            if case .press(_, let side) = one.kind, case .press(_, let opposite) = two.kind {
                #expect(side == opposite.opposite)
            }
        default: #expect(turn.step == other.step)
        }
    }

    @Test("presses worth making come most telling first, none that is not safe and none that was passed over")
    func worthwhile() throws {
        let steps = try locator.presses(.lowBackLeft, most: 20)
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { $0.isPress && engine.atlas.point(PointID($0.id))?.mayBePressed == true })
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.gainBits >= $1.gainBits })
        #expect(try locator.presses(.lowBackLeft, most: 2) == Array(steps.prefix(2)))
        let rest = try locator.presses(.lowBackLeft, most: 20, skipping: [steps[0].id])
        #expect(rest.allSatisfy { $0.id != steps[0].id })
        #expect(try locator.presses(Intake(), most: 3) == [])
    }

    @Test("without a drawing there is nothing to ask about, unless a sign is affirmed")
    func undrawn() throws {
        #expect(throws: IntakeProblem.self) { try locator.turn(Intake(), phase: .questions) }
        var intake = Intake()
        intake.answers["steroids"] = .reply(.yes)
        guard case .warnings = try locator.turn(intake, phase: .questions).step else {
            Issue.record("the other signs are not asked")
            return
        }
        #expect(try locator.turn(cleared(intake), phase: .questions).step == .finished)
    }
}
