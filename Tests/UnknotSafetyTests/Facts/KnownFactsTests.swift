import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Known facts")
struct KnownFactsTests {
    private let atlas: Atlas

    init() throws { atlas = try Atlas.builtIn() }

    private func facts(_ intake: Intake, readingDrawing: Bool = true) -> KnownFacts {
        KnownFacts(intake, atlas: atlas, readingDrawing: readingDrawing)
    }

    private func facts(yes: [String] = [], no: [String] = [], unknown: [String] = []) -> KnownFacts {
        var intake = Intake()
        for id in yes { intake.answers[id] = .reply(.yes) }
        for id in no { intake.answers[id] = .reply(.no) }
        for id in unknown { intake.answers[id] = .reply(.unknown) }
        return facts(intake)
    }

    static let setting: [(QuestionID, QuestionID)] =
        (try? Atlas.builtIn().questions.flatMap { question in question.setsFlags.map { (question.id, $0) } }) ?? []
    static let implying: [(String, QuestionID)] =
        (try? Atlas.builtIn().questions.flatMap { question in question.impliedBy.map { ($0, question.id) } }) ?? []

    @Test("a finding that asks what a flag asks sets that flag", arguments: setting)
    func setsFlag(finding: QuestionID, flag: QuestionID) {
        #expect(facts(yes: [finding.rawValue])[flag.rawValue] == true)
    }

    @Test("denying a flag denies the finding that would set it", arguments: setting)
    func deniedFlag(finding: QuestionID, flag: QuestionID) {
        #expect(facts(no: [flag.rawValue])[finding.rawValue] == false)
    }

    @Test("a no on one id never hides a yes on another that asks the same", arguments: setting)
    func contradiction(finding: QuestionID, flag: QuestionID) {
        guard finding != flag else { return }
        #expect(facts(yes: [finding.rawValue], no: [flag.rawValue])[flag.rawValue] == true)
        #expect(facts(yes: [flag.rawValue], no: [finding.rawValue])[flag.rawValue] == true)
    }

    @Test("what implies a finding makes it true", arguments: implying)
    func implied(premise: String, finding: QuestionID) throws {
        var intake = Intake()
        if premise.hasPrefix("movement:") {
            let parts = premise.dropFirst(9).split(separator: "=")
            intake.answers[String(parts[0])] = .effect(try #require(MovementEffect(rawValue: String(parts[1]))))
        } else {
            intake.answers[premise] = .reply(.yes)
        }
        #expect(facts(intake)[finding.rawValue] == true)
    }

    @Test("an answer of unknown makes nothing known")
    func unknown() {
        #expect(facts(unknown: ["saddle_numbness"])["saddle_numbness"] == nil)
        #expect(facts()["saddle_numbness"] == nil)
    }

    @Test(
        "age is read as facts at exact limits",
        arguments: [
            (19, "age_under_20", true), (20, "age_under_20", false), (49, "age_over_50", false),
            (50, "age_over_50", true), (54, "age_over_55", false), (55, "age_over_55", true),
            (59, "age_over_60", false), (60, "age_over_60", true), (64, "age_over_65", false),
            (65, "age_over_65", true), (69, "age_over_70", false), (70, "age_over_70", true),
            (120, "age_over_70", true),
            (59, "age_under_60", true), (60, "age_under_60", false), (0, "age_under_20", true),
        ])
    func age(years: Int, fact: String, expected: Bool) {
        #expect(facts(Intake(age: years))[fact] == expected)
        #expect(facts(Intake())[fact] == nil)
    }

    @Test("sex is read as given; not given is not female", arguments: [Sex.female, .male, .other, nil])
    func sex(sex: Sex?) {
        #expect(facts(Intake(sex: sex))["female"] == (sex == .female))
    }

    @Test(
        "the drawing answers what it shows",
        arguments: [
            ("calf_upper", "pain_below_knee"), ("foot", "pain_below_knee"), ("foot", "drawn_below_knee"),
            ("groin", "groin_pain"), ("flank_posterior", "flank_pain"), ("abdomen_lower", "drawn_belly"),
            ("chest_lower", "drawn_chest"), ("paraspinal_l4_s1", "drawn_low_back"),
            ("paraspinal_t9_t12", "drawn_mid_back"), ("hand_back", "arm_pain_below_elbow"),
        ] as [(RegionID, String)])
    func drawn(region: RegionID, fact: String) {
        #expect(facts(.drawn([region]))[fact] == true)
        #expect(facts(.drawn(["vertex"]))[fact] == false)
    }

    @Test("the middle of the spine is seen")
    func midline() {
        #expect(facts(.drawn(["spine_midline_lumbar"], side: .midline))["drawn_midline_spine"] == true)
        #expect(facts(.drawn(["spine_midline_t1_t6"], side: .midline))["mid_back_thoracic_pain"] == true)
        #expect(facts(.drawn(["paraspinal_l4_s1"]))["drawn_midline_spine"] == false)
    }

    @Test("both legs are both legs only when both sides are drawn")
    func bothLegs() {
        #expect(facts(.drawn(["calf_upper", "thigh_back_upper"]))["drawn_both_legs"] == false)
        var intake = Intake.drawn(["calf_upper"])
        intake.drawing.append(PainMark(BodyPlace("thigh_back_upper", .right)))
        #expect(facts(intake)["drawn_both_legs"] == true)
    }

    @Test("an unfinished drawing denies nothing, a blank one too, and a region of intensity 0 is not drawn")
    func unfinished() {
        var intake = Intake.drawn(["vertex"])
        #expect(facts(intake)["groin_pain"] == false)
        intake.drawingComplete = false
        #expect(facts(intake)["groin_pain"] == nil)
        #expect(facts(Intake())["groin_pain"] == nil)
        let zero = Intake(drawing: [PainMark(BodyPlace("groin", .left), intensity: 0)])
        #expect(facts(zero)["groin_pain"] == nil)
    }

    @Test("a drawing that is not to be read answers nothing")
    func notReading() {
        let intake = Intake(drawing: [PainMark(BodyPlace("groin", .left), intensity: 9, quality: [.burning])])
        let known = facts(intake, readingDrawing: false)
        #expect(known["groin_pain"] == nil)
        #expect(known["severe_pain_7_or_more"] == nil)
        #expect(known["burning_shooting_or_electric_pain"] == nil)
    }

    @Test("pain of 7 is severe, 6.9 is not", arguments: [(7.0, true), (10, true), (6.9, false), (1, false)])
    func severity(intensity: Double, expected: Bool) {
        let intake = Intake(drawing: [
            PainMark(BodyPlace("groin", .left), intensity: 1),
            PainMark(BodyPlace("groin", .right), intensity: intensity),
        ])
        #expect(facts(intake)["severe_pain_7_or_more"] == expected)
        #expect(facts(.drawn(["groin"]))["severe_pain_7_or_more"] == nil)
    }

    @Test(
        "how an area feels answers what is asked about it there",
        arguments: [
            ("calf_upper", PainQuality.tingling, "leg_tingling_or_numbness"),
            ("foot", .numb, "leg_tingling_or_numbness"),
            ("forearm_back", .tingling, "arm_or_hand_tingling_or_numbness"),
            ("forearm_back", .numb, "arm_or_hand_tingling_or_numbness"),
            ("groin", .burning, "burning_shooting_or_electric_pain"),
            ("groin", .shooting, "burning_shooting_or_electric_pain"),
            ("groin", .dull, "dull_deep_ache"),
        ] as [(RegionID, PainQuality, String)])
    func quality(region: RegionID, quality: PainQuality, fact: String) {
        let mark = PainMark(BodyPlace(region, .left), quality: [quality])
        #expect(facts(Intake(drawing: [mark]))[fact] == true)
        #expect(facts(.drawn([region]))[fact] == nil)
        #expect(facts(Intake(drawing: [PainMark(BodyPlace(region, .left), quality: [.stiff])]))[fact] == nil)
    }

    @Test(
        "numb skin where one sits is the gravest warning sign",
        arguments: ["perineum", "genital_region", "anal_region"])
    func saddle(region: String) throws {
        guard let place = atlas.region(RegionID(region))?.places.first else { return }
        let intake = Intake(drawing: [PainMark(place, quality: [.numb])])
        #expect(facts(intake)["saddle_numbness"] == true)
        #expect(facts(Intake(drawing: [PainMark(place, quality: [.dull])]))["saddle_numbness"] == nil)
    }

    @Test("pain on both sides, above and below the waist, in four parts of the body is widespread")
    func widespread() {
        var intake = Intake.drawn(["neck_side", "forearm_back", "paraspinal_l4_s1"])
        intake.drawing.append(PainMark(BodyPlace("calf_upper", .right)))
        #expect(facts(intake)["widespread_pain_many_regions"] == true)
        // On one side only, which a finished drawing denies; an unfinished one may still come to show it.
        intake.drawing.removeLast()
        #expect(facts(intake)["widespread_pain_many_regions"] == false)
        intake.drawingComplete = false
        #expect(facts(intake)["widespread_pain_many_regions"] == nil)
    }

    @Test("presses make no fact known", arguments: [true, false])
    func presses(isFamiliar: Bool) {
        var intake = Intake.drawn(["paraspinal_l4_s1"])
        let before = desk(intake)
        intake.presses = [Press("quadratus_lumborum_deep_upper", .left, tenderness: 9, isFamiliar: isFamiliar)]
        #expect(desk(intake) == before)
    }

    private func desk(_ intake: Intake) -> Triage {
        TriageDesk(atlas).triage(intake, facts: facts(intake), sources: [])
    }
}
