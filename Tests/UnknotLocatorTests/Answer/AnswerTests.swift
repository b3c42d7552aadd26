import Testing
import Unknot

@Suite("Answers to the development cases")
struct AnswerTests {
    private let engine: Engine

    init() throws { engine = try SharedEngine.get() }

    @Test("the development cases are there")
    func cases() {
        #expect(DevelopmentCase.all.count == 31)
        #expect(DevelopmentCase.all.count(where: \.isMuscleCase) == 18)
    }

    @Test("every case gets an exact answer in order and in range", arguments: DevelopmentCase.all)
    func wellFormed(item: DevelopmentCase) throws {
        let answer = try #require(try SharedEngine.answer(item))
        #expect(answer.id == item.intake.id)
        #expect(answer.knowledge == engine.atlas.version)
        #expect(answer.isExact)
        #expect(!answer.muscles.isEmpty)
        let muscles = answer.muscles.map(\.probability)
        #expect(muscles == muscles.sorted(by: >))
        #expect(muscles.allSatisfy { (0.001...1).contains($0) })
        let points = answer.points.map(\.probability)
        #expect(points == points.sorted(by: >))
        #expect(points.allSatisfy { (0...1).contains($0) })
        let sources = answer.alternatives.map(\.probability)
        #expect(sources == sources.sorted(by: >))
        #expect(sources.allSatisfy { (0.001...1).contains($0) })
        #expect(Set(answer.muscles.map { "\($0.muscle) \($0.side)" }).count == answer.muscles.count)
    }

    @Test(
        "no point is likelier than its muscle, and no place is explained more than wholly",
        arguments: DevelopmentCase.all)
    func shares(item: DevelopmentCase) throws {
        let answer = try #require(try SharedEngine.answer(item))
        var explained: [BodyPlace: Double] = [:]
        for point in answer.points {
            let muscle = try #require(
                answer.muscles.first { $0.muscle == point.muscle && $0.side == point.side })
            #expect(point.probability <= muscle.probability + 1e-9)
            #expect(engine.atlas.point(point.point)?.muscle == point.muscle)
            for share in point.explains {
                #expect((0...1).contains(share.share))
                #expect(item.intake.drawing.contains { $0.place == share.place })
                explained[share.place, default: 0] += share.share
            }
            #expect(point.reasonsFor.allSatisfy { $0.weight > 0 })
            #expect(point.reasonsAgainst.allSatisfy { $0.weight < 0 })
        }
        #expect(explained.values.allSatisfy { $0 <= 1 + 1e-9 })
        #expect(answer.unexplained.allSatisfy { place in item.intake.drawing.contains { $0.place == place } })
    }

    @Test(
        "an emergency stops the asking, and only an emergency leaves nothing to ask at once",
        arguments: DevelopmentCase.all)
    func emergency(item: DevelopmentCase) throws {
        let answer = try #require(try SharedEngine.answer(item))
        if answer.triage.level == .emergency { #expect(answer.isDone) }
        #expect((answer.next == nil) == answer.isDone)
    }

    @Test("the two regions of the first issue give ranked and explained points")
    func firstIssue() throws {
        let answer = try engine.locate(.lowBackLeft)
        #expect(answer.triage.level == .selfCare)
        #expect(answer.points.count >= 3)
        let first = try #require(answer.points.first)
        #expect(first.side == .left)
        #expect(!first.reasonsFor.isEmpty)
        #expect(!first.explains.isEmpty)
        #expect(answer.next != nil)
        #expect(!answer.isDone)
        #expect(answer.alternatives.contains { $0.hypothesis == "sacroiliac_joint" && $0.side == .left })
    }

    @Test("a drawing that nothing accounts for is called unexplained")
    func unexplained() throws {
        var intake = Intake.lowBackLeft
        intake.drawing.append(PainMark(BodyPlace("vertex", .right), strength: .lesser))
        let answer = try engine.locate(intake)
        #expect(!answer.unexplained.contains(BodyPlace("paraspinal_l4_s1", .left)))
    }

    @Test("a blank region speaks against only when the drawing is finished")
    func blanks() throws {
        var intake = Intake.lowBackLeft
        func blanks(_ answer: LocateAnswer) -> [Reason] {
            answer.points.flatMap(\.reasonsAgainst).filter { if case .blank = $0.kind { true } else { false } }
        }
        #expect(!blanks(try engine.locate(intake)).isEmpty)
        intake.drawingComplete = false
        #expect(blanks(try engine.locate(intake)).isEmpty)
        intake.drawing.append(PainMark(BodyPlace("gluteal_fold", .left), intensity: 0))
        let denied = Set(blanks(try engine.locate(intake)).map(\.id))
        #expect(denied.isSubset(of: ["gluteal_fold"]))
    }

    @Test("a cause that the atlas lists for a muscle raises it")
    func causes() throws {
        let link = try #require(engine.atlas.causeLinks.first { $0.muscle == "quadratus_lumborum" })
        var intake = Intake.lowBackLeft
        func probability() throws -> Double {
            try engine.locator.rankedMuscles(intake).first { $0.muscle == "quadratus_lumborum" && $0.side == .left }?
                .probability ?? 0
        }
        let before = try probability()
        intake.causes = [link.cause]
        #expect(try probability() > before)
    }

    @Test("a stronger complaint is read from intensities when no strength is given")
    func intensities() throws {
        var intake = Intake.lowBackLeft
        intake.drawing[0].intensity = 8
        intake.drawing[1].intensity = 3
        var stated = Intake.lowBackLeft
        stated.drawing[0].strength = .main
        stated.drawing[1].strength = .lesser
        #expect(try engine.locator.rankedMuscles(intake) == engine.locator.rankedMuscles(stated))
    }
}

@Suite("Agreement with the development cases")
struct AgreementTests {
    /// A guard against breaking the model, not a target: the aim of the issue is 85 %.
    @Test("a true muscle stands among the first five in at least 60 % of the muscle cases")
    func topFive() throws {
        let cases = DevelopmentCase.all.filter(\.isMuscleCase)
        let hits = try cases.count { item in
            var seen: Set<String> = []
            let ranking = try #require(try SharedEngine.answer(item)).muscles.filter {
                seen.insert(item.intake.sideUnknown ? $0.muscle.rawValue : "\($0.muscle) \($0.side)").inserted
            }
            return ranking.prefix(5).contains(where: item.isRight)
        }
        #expect(Double(hits) >= 0.6 * Double(cases.count), "\(hits) of \(cases.count)")
    }

    static let hard = DevelopmentCase.all.filter {
        $0.expected.warningStrength == "hard" && $0.expected.undetectableFromText != true
            && $0.expected.triageCodable != false
    }

    @Test("a case with a hard sign is sent on at its minimum or above", arguments: hard)
    func hardSigns(item: DevelopmentCase) throws {
        let level = try SharedEngine.get().locator.triage(item.intake).level
        let minimum = try #require(item.minimum)
        #expect(level >= minimum)
    }

    @Test("at least two thirds of the codable soft signs are sent on at their minimum or above")
    func softSigns() throws {
        let cases = DevelopmentCase.all.filter {
            $0.expected.warningStrength == "soft" && $0.expected.triageCodable != false
                && $0.expected.undetectableFromText != true
        }
        try #require(!cases.isEmpty)
        let met = try cases.count { item in
            try SharedEngine.get().locator.triage(item.intake).level >= item.minimum ?? .selfCare
        }
        #expect(3 * met >= 2 * cases.count, "\(met) of \(cases.count)")
    }

    @Test("at most one muscle case in ten is sent on above its maximum")
    func overTriage() throws {
        let cases = DevelopmentCase.all.filter(\.isMuscleCase)
        let above = try cases.count { item in
            try SharedEngine.get().locator.triage(item.intake).level > item.maximum ?? .emergency
        }
        #expect(10 * above <= cases.count, "\(above) of \(cases.count)")
    }

    @Test("there are hard signs to be tested")
    func notEmpty() {
        #expect(Self.hard.count >= 3)
    }
}
