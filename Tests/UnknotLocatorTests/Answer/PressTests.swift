import SeededRandom
import Testing
import Unknot

@Suite("What a press may change")
struct PressTests {
    private let engine: Engine
    /// Differences below this are noise of the arithmetic.
    private let noise = 1e-12

    init() throws { engine = try SharedEngine.get() }

    private func probability(_ muscle: MuscleID, _ side: BodySide, _ intake: Intake) throws -> Double {
        try engine.locator.rankedMuscles(intake).first { $0.muscle == muscle && $0.side == side }?.probability ?? 0
    }

    private func probability(of point: RankedPoint, _ answer: LocateAnswer) -> Double? {
        answer.points.first { $0.point == point.point && $0.side == point.side }?.probability
    }

    /// A random intake and one of the points that its answer lists.
    private func example(
        _ seed: UInt64
    ) throws -> (intake: Intake, before: LocateAnswer, point: RankedPoint, SplitMix64)? {
        var random = SplitMix64(seed: seed)
        var intake = Intake.random(engine.atlas, presses: 2, using: &random)
        let before = try engine.locate(intake)
        guard let point = before.points.randomElement(using: &random) else { return nil }
        intake.presses.removeAll { $0.point == point.point && $0.side == point.side }
        return (intake, try engine.locate(intake), point, random)
    }

    @Test(
        "a press that brings on the usual pain never lowers its point or muscle, however tender",
        arguments: Seeds.few(10))
    func familiar(seed: UInt64) throws {
        guard let (asked, before, point, generator) = try example(seed) else { return }
        var (intake, random) = (asked, generator)
        var press = Press.random(point.point, engine.atlas, using: &random)
        press.side = point.side
        press.isFamiliar = true
        intake.presses.append(press)
        let after = try engine.locate(intake)
        let old = before.muscles.first { $0.muscle == point.muscle && $0.side == point.side }?.probability ?? 0
        let new = after.muscles.first { $0.muscle == point.muscle && $0.side == point.side }?.probability ?? 0
        #expect(new >= old - noise, "\(press)")
        if let oldPoint = probability(of: point, before) {
            #expect(try #require(probability(of: point, after)) >= oldPoint - noise, "\(press)")
        }
    }

    @Test func `a point that brought on the usual pain is listed, however unlikely the drawing makes it`() throws {
        var intake = Intake(drawing: [PainMark(BodyPlace("neck_side", .left))])
        intake.presses = [Press("scalenus_medius_tp1", .left, tenderness: 7, isFamiliar: true)]
        let points = try engine.locate(intake).points
        #expect(points.first { $0.point == "scalenus_medius_tp1" && $0.side == .left }?.state == .active)
        #expect(points.count <= 12)
        #expect(zip(points, points.dropFirst()).allSatisfy { $0.probability >= $1.probability })
    }

    @Test("a press that does not bring on the usual pain never raises its point or muscle", arguments: Seeds.few(10))
    func notFamiliar(seed: UInt64) throws {
        guard let (asked, before, point, generator) = try example(seed &+ 1_000) else { return }
        var (intake, random) = (asked, generator)
        var press = Press.random(point.point, engine.atlas, using: &random)
        press.side = point.side
        press.isFamiliar = false
        intake.presses.append(press)
        let after = try engine.locate(intake)
        let old = before.muscles.first { $0.muscle == point.muscle && $0.side == point.side }?.probability ?? 0
        let new = after.muscles.first { $0.muscle == point.muscle && $0.side == point.side }?.probability ?? 0
        #expect(new <= old + noise, "\(press)")
        if let newPoint = probability(of: point, after), let oldPoint = probability(of: point, before) {
            #expect(newPoint <= oldPoint + noise, "\(press)")
        }
    }

    @Test("no press lowers a nerve root, an organ or a serious disease", arguments: Seeds.few(8))
    func dangerousSources(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var intake = Intake.random(engine.atlas, using: &random)
        let before = try engine.locate(intake)
        for point in engine.atlas.points.shuffled(using: &random).prefix(4) {
            intake.presses.append(.random(point.id, engine.atlas, using: &random))
        }
        let after = try engine.locate(intake)
        let dangerous: Set<Hypothesis.Category> = [.nerveRoot, .organ, .serious, .systemic]
        for source in before.alternatives {
            guard let hypothesis = engine.atlas.hypothesis(source.hypothesis), dangerous.contains(hypothesis.category)
            else { continue }
            let same = after.alternatives.first { $0.hypothesis == source.hypothesis && $0.side == source.side }
            #expect(try #require(same).probability >= source.probability, "\(source)")
        }
        #expect(after.triage.level >= before.triage.level)
    }

    @Test(
        "weakness of the leg never lowers the nerve root", arguments: Seeds.few(4),
        ["leg_or_foot_weakness", "leg_weakness"])
    func legWeakness(seed: UInt64, sign: String) throws {
        var random = SplitMix64(seed: seed)
        var intake = Intake.random(engine.atlas, using: &random)
        intake.drawing.append(PainMark(BodyPlace("thigh_back_lower", .left)))
        intake.drawing = Array(Dictionary(intake.drawing.map { ($0.place, $0) }) { first, _ in first }.values)
        intake.answers[sign] = nil
        let before = try root(intake)
        intake.answers[sign] = .reply(.yes)
        #expect(try root(intake) >= before)
        #expect(try engine.locator.triage(intake).level >= .seeClinician)
    }

    private func root(_ intake: Intake) throws -> Double {
        try engine.locate(intake).alternatives.first { $0.hypothesis == "radiculopathy" && $0.side == .left }?
            .probability
            ?? 0
    }

    @Test(
        "a pressed point is active, latent or not settled by whether it brought on the usual pain",
        arguments: [
            (7.0, true, RankedPoint.State.active), (2, true, .active), (nil, true, .active), (7, false, .latent),
            (2, false, .notSure), (7, nil, .notSure), (nil, nil, .notSure), (nil, false, .notSure),
        ] as [(Double?, Bool?, RankedPoint.State)])
    func state(tenderness: Double?, isFamiliar: Bool?, state: RankedPoint.State) throws {
        var intake = Intake.lowBackLeft
        let point = try #require(try engine.locate(intake).points.first)
        #expect(point.state == .notSure)
        intake.presses = [Press(point.point, point.side, tenderness: tenderness, isFamiliar: isFamiliar)]
        let pressed = try engine.locate(intake).points.first { $0.point == point.point && $0.side == point.side }
        if let pressed { #expect(pressed.state == state) }
    }

    @Test("a clinician's press on a point that nobody else should press is taken")
    func cliniciansPress() throws {
        let hidden = try #require(engine.atlas.points.first { !$0.mayBePressed })
        let region = try #require(engine.atlas.referrals(of: hidden.id).first { $0.side == .same })
        var intake = Intake(drawing: [PainMark(BodyPlace(region.region, .left), strength: .main)])
        let before = try probability(hidden.muscle, .left, intake)
        intake.presses = [Press(hidden.id, .left, tenderness: 8, isFamiliar: true)]
        #expect(try probability(hidden.muscle, .left, intake) > before)
    }
}
