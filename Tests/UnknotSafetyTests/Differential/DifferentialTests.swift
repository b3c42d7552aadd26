import SeededRandom
import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Other sources of pain")
struct DifferentialTests {
    private let desk: Desk
    private let legPain: Intake

    init() throws {
        desk = try Desk()
        legPain = .drawn(["paraspinal_l4_s1", "buttock_middle"])
    }

    @Test("probabilities stay between 0 and 0.95, whatever was said", arguments: 1...150)
    func range(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for source in desk.sources(.random(desk.atlas, using: &random)) {
            #expect(source.probability > 0 && source.probability <= 0.95, "\(source)")
        }
    }

    @Test("even every answer at once leaves room for doubt", arguments: [Reply.yes, .no])
    func everything(reply: Reply) {
        var intake = Intake(drawing: desk.atlas.regions.flatMap(\.places).map { PainMark($0) })
        for question in desk.atlas.questions { intake.answers[question.id.rawValue] = .reply(reply) }
        let sources = desk.sources(intake)
        #expect(!sources.isEmpty)
        #expect(sources.allSatisfy { $0.probability > 0 && $0.probability <= 0.95 })
    }

    @Test("pain on the second side never makes a nerve root, organ or disease on the first less likely")
    func secondSide() {
        var both = legPain
        both.drawing += legPain.mirrored.drawing
        for source in desk.sources(legPain) where source.side == .left {
            guard desk.atlas.hypothesis(source.hypothesis)?.category != .jointOrTissue else { continue }
            let other = desk.sources(both).first { $0.hypothesis == source.hypothesis && $0.side == .left }
            #expect((other?.probability ?? 0) >= source.probability, "\(source.hypothesis)")
        }
    }

    @Test(
        "signs of a squeezed root raise it",
        arguments: ["leg_tingling_or_numbness", "leg_or_foot_weakness", "leg_numbness", "pain_below_knee"])
    func rootRises(sign: String) {
        var intake = legPain
        intake.drawingComplete = false
        let before = desk.probability("radiculopathy", intake)
        intake.answers[sign] = .reply(.yes)
        #expect(desk.probability("radiculopathy", intake) > before)
        intake.answers[sign] = .reply(.no)
        #expect(desk.probability("radiculopathy", intake) <= before)
    }

    @Test("pain drawn below the knee raises the nerve root as the answer would", arguments: ["calf_upper", "foot"])
    func drawnBelowKnee(region: String) {
        var drawn = legPain
        drawn.drawing.append(PainMark(BodyPlace(RegionID(region), .left)))
        var answered = legPain
        answered.answers["pain_below_knee"] = .reply(.yes)
        #expect(desk.probability("radiculopathy", drawn) > desk.probability("radiculopathy", legPain))
        #expect(desk.probability("radiculopathy", answered) > desk.probability("radiculopathy", legPain))
    }

    @Test("no press, familiar or not, changes any source", arguments: [true, false, nil], [0.0, 9])
    func presses(isFamiliar: Bool?, tenderness: Double) {
        var intake = Intake.drawn(["paraspinal_l4_s1", "calf_upper"], yes: ["leg_numbness", "urinary_symptoms"])
        let before = desk.sources(intake)
        #expect(!before.isEmpty)
        intake.presses = desk.atlas.points.prefix(40).map {
            Press($0.id, .left, tenderness: tenderness, isFamiliar: isFamiliar, hasLump: true)
        }
        #expect(desk.sources(intake) == before)
    }

    @Test(
        "an age outside of the range rules a source out",
        arguments: [
            ("frozen_shoulder", "acromion", 34, 35), ("frozen_shoulder", "acromion", 71, 70),
            ("polymyalgia_rheumatica", "neck_side", 49, 50), ("giant_cell_arteritis", "neck_side", 49, 50),
            ("visceral_abdominal_aortic", "paraspinal_l4_s1", 49, 50),
            ("peripheral_arterial_disease", "calf_upper", 39, 40),
        ] as [(HypothesisID, RegionID, Int, Int)])
    func age(hypothesis: HypothesisID, region: RegionID, outside: Int, inside: Int) {
        var intake = Intake.drawn([region])
        #expect(desk.probability(hypothesis, intake) > 0)
        intake.age = inside
        #expect(desk.probability(hypothesis, intake) > 0)
        intake.age = outside
        #expect(desk.probability(hypothesis, intake) == 0)
    }

    @Test("a source is considered only where it can hurt, and on the side that hurts")
    func sides() {
        #expect(desk.sources(.drawn(["neck_side"])).allSatisfy { $0.hypothesis != "radiculopathy" })
        let left = desk.sources(.drawn(["calf_upper"])).filter { $0.hypothesis == "radiculopathy" }
        #expect(left.map(\.side) == [.left])
        let middle = desk.sources(.drawn(["spine_midline_lumbar"], side: .midline))
        let roots = middle.filter { $0.hypothesis == "radiculopathy" }
        #expect(roots.map(\.side) == [.left, .right])
        #expect(roots.first?.probability == roots.last?.probability)
        #expect(middle.first { $0.hypothesis == "cauda_equina" }?.side == nil)
    }

    @Test("a finer list of regions is used instead of the zones")
    func finerRegions() {
        #expect(desk.probability("rotator_cuff", .drawn(["lateral_shoulder"])) > 0)
        #expect(desk.probability("rotator_cuff", .drawn(["shoulder_top"])) == 0)
        #expect(desk.probability("hip", .drawn(["groin"])) > 0)
        #expect(desk.probability("hip", .drawn(["foot"])) == 0)
    }

    @Test("without an answer that bears on it a source keeps its prior")
    func prior() throws {
        var intake = legPain
        intake.drawingComplete = false
        let hypothesis = try #require(desk.atlas.hypothesis("radiculopathy"))
        #expect(abs(desk.probability("radiculopathy", intake) - hypothesis.prior) < 1e-12)
    }

    /// Pairs of findings of one group that speak the same way about one hypothesis.
    static let overlapping: [(HypothesisID, QuestionID, QuestionID)] = {
        guard let atlas = try? Atlas.builtIn() else { return [] }
        var pairs: [(HypothesisID, QuestionID, QuestionID)] = []
        for hypothesis in atlas.hypotheses where !hypothesis.zones.isEmpty {
            let rows = atlas.likelihoods.filter { row in
                row.hypothesis == hypothesis.id && row.positiveRatio > 1.05
                    && atlas.question(row.finding).map { $0.kind == .answer && $0.group != nil && $0.drawnAs.isEmpty }
                        == true
            }
            for (index, first) in rows.enumerated() {
                for second in rows[(index + 1)...]
                where atlas.question(first.finding)?.group == atlas.question(second.finding)?.group {
                    pairs.append((hypothesis.id, first.finding, second.finding))
                }
            }
        }
        return pairs
    }()

    @Test("two findings that overlap weigh less than their sum and no less than the stronger", arguments: overlapping)
    func overlap(hypothesis: HypothesisID, first: QuestionID, second: QuestionID) throws {
        let zones = try #require(desk.atlas.hypothesis(hypothesis)).zones
        let region = try #require(desk.atlas.regions.first { zones.contains($0.zone) && $0.laterality == .paired })
        func weight(_ ids: [QuestionID]) -> Double? {
            var intake = Intake.drawn([region.id], yes: ids.map(\.rawValue))
            intake.drawingComplete = false
            let evidence = desk.sources(intake).first { $0.hypothesis == hypothesis }?.evidence ?? []
            // One answer may imply others; only cases where each speaks for itself can be compared.
            guard Set(evidence.map(\.finding)) == Set(ids) else { return nil }
            return evidence.reduce(0) { $0 + $1.weight }
        }
        guard let one = weight([first]), let other = weight([second]), let both = weight([first, second]) else {
            return
        }
        #expect(both < one + other)
        #expect(both > max(one, other))
    }

    @Test("there are overlapping findings to be tested")
    func overlapIsTested() {
        #expect(Self.overlapping.count > 5)
    }

    @Test("one answer changes the odds at most 20-fold")
    func largestWeight() {
        var intake = Intake(drawing: desk.atlas.regions.flatMap(\.places).map { PainMark($0) })
        for question in desk.atlas.questions { intake.answers[question.id.rawValue] = .reply(.yes) }
        let weights = desk.sources(intake).flatMap(\.evidence).map { abs($0.weight) }
        // log 20, with room for rounding.
        #expect(weights.allSatisfy { $0 <= 2.995_732_273_553_992 })
    }

    @Test("a source above its limit sends to a clinician, once, with its advice")
    func aboveLimit() throws {
        let intake = Intake.drawn(
            ["paraspinal_l4_s1", "calf_upper"],
            yes: ["leg_tingling_or_numbness", "leg_pain_worse_than_back_pain", "cough_or_sneeze_worsens_leg_pain"])
        let hypothesis = try #require(desk.atlas.hypothesis("radiculopathy"))
        let limit = try #require(hypothesis.seeClinicianAbove)
        #expect(desk.probability("radiculopathy", intake) > limit)
        let reasons = desk.triage(intake).reasons.filter { $0.id == "radiculopathy" }
        #expect(reasons.map(\.level) == [.seeClinician])
        #expect(reasons.map(\.advice) == [hypothesis.advice])
        #expect(desk.triage(intake).level >= .seeClinician)
        #expect(!desk.triage(legPain).reasons.contains { $0.id == "radiculopathy" })
    }

    @Test("a source on both sides is one reason")
    func bothSides() {
        var intake = Intake.drawn(
            ["calf_upper"],
            yes: [
                "leg_tingling_or_numbness", "leg_pain_worse_than_back_pain", "cough_or_sneeze_worsens_leg_pain",
                "leg_or_foot_weakness",
            ])
        intake.drawing.append(PainMark(BodyPlace("calf_upper", .right)))
        #expect(desk.sources(intake).count { $0.hypothesis == "radiculopathy" } == 2)
        #expect(desk.triage(intake).reasons.count { $0.id == "radiculopathy" } == 1)
    }

    @Test("a place marked with intensity 0 does not hurt: it brings in no source and calls for no question")
    func markedWithZero() {
        var intake = Intake.drawn(["neck_side"])
        let before = desk.triage(intake)
        let sources = desk.sources(intake).map(\.hypothesis)
        intake.drawing.append(PainMark(BodyPlace("calf_upper", .right), intensity: 0))
        #expect(desk.sources(intake).map(\.hypothesis) == sources)
        #expect(desk.triage(intake).unasked == before.unasked)
    }

    @Test("a region that the atlas does not know brings in no source")
    func unknownRegion() {
        #expect(desk.sources(.drawn(["tail"])) == [])
    }

    @Test(
        "a source without findings keeps its prior; overlap is halved and findings stand alone when nothing is stated")
    func sparseTables() throws {
        var files = Atlas.embeddedFiles
        func drop(_ file: String, _ test: (Substring) -> Bool) {
            files[file] = files[file]?.split(separator: "\n").filter { !test($0) }.joined(separator: "\n")
        }
        drop("findings.csv") { $0.contains(",frozen_shoulder,") }
        drop("locator_parameters.csv") { $0.hasPrefix("overlap_power,") }
        // "press" is also a kind of question, and such questions are not weighed here.
        let groups = Set(desk.atlas.questions.compactMap(\.group)).subtracting(["press"])
        files["questions.csv"] = groups.reduce(files["questions.csv"] ?? "") { text, group in
            text.replacing(",\(group),", with: ",,")
        }
        let atlas = try Atlas.load(files: files)
        #expect(atlas.questions.allSatisfy { $0.group == nil || $0.group == "press" })
        let yes = ["leg_tingling_or_numbness", "leg_pain_worse_than_back_pain"]
        var intake = Intake.drawn(["lateral_shoulder", "calf_upper"], yes: yes)
        intake.drawingComplete = false
        let facts = KnownFacts(intake, atlas: atlas)
        let sources = Differential(atlas).assess(intake, facts: facts)
        let shoulder = try #require(sources.first { $0.hypothesis == "frozen_shoulder" })
        let prior = try #require(atlas.hypothesis("frozen_shoulder")).prior
        #expect(abs(shoulder.probability - prior) < 1e-12)
        #expect(shoulder.evidence == [])
        // Without groups every finding counts in full.
        let root = try #require(sources.first { $0.hypothesis == "radiculopathy" })
        for evidence in root.evidence {
            let row = try #require(
                atlas.likelihoods.first { $0.finding == evidence.finding && $0.hypothesis == "radiculopathy" })
            let ratio = evidence.isPresent ? row.positiveRatio : row.negativeRatio
            #expect((evidence.weight > 0) == (ratio > 1))
        }
        let alone = try #require(desk.sources(intake).first { $0.hypothesis == "radiculopathy" })
        #expect(root.probability >= alone.probability)
    }
}
