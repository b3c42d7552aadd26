import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Warning questions not asked yet")
struct UnaskedTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    static let single: [QuestionID] =
        (try? Atlas.builtIn().warningSigns.filter { $0.combination == nil }.map(\.id)) ?? []

    private func unasked(_ intake: Intake) -> [QuestionID] { desk.signsOnly(intake).unasked }

    @Test("a question vanishes when it is answered, also by unknown", arguments: single, Reply.allCases)
    func answered(id: QuestionID, reply: Reply) {
        let everywhere = Intake(drawing: desk.atlas.regions.flatMap(\.places).map { PainMark($0) })
        #expect(unasked(everywhere).contains(id))
        var intake = everywhere
        intake.answers[id.rawValue] = .reply(reply)
        #expect(!unasked(intake).contains(id))
    }

    @Test("combinations are never asked")
    func noCombinations() {
        let everywhere = Intake(drawing: desk.atlas.regions.flatMap(\.places).map { PainMark($0) })
        #expect(unasked(everywhere).allSatisfy { desk.atlas.warningSign($0)?.combination == nil })
    }

    @Test(
        "a question is asked where its zones are drawn",
        arguments: [
            ("meningitis_pattern", "neck_side", "calf_upper"), ("sudden_testicular_pain", "abdomen_lower", "neck_side"),
            ("swollen_limb_clot", "calf_upper", "paraspinal_t9_t12"),
            ("hand_clumsiness_unsteady", "neck_side", "paraspinal_l4_s1"),
        ] as [(QuestionID, RegionID, RegionID)])
    func zones(id: QuestionID, region: RegionID, elsewhere: RegionID) {
        #expect(unasked(.drawn([region])).contains(id))
        #expect(!unasked(.drawn([elsewhere])).contains(id))
    }

    @Test("what concerns everybody is asked wherever it hurts, most dangerous first")
    func order() throws {
        let list = unasked(.drawn(["neck_side"]))
        #expect(list.first == "saddle_numbness")
        let orders = list.compactMap { desk.atlas.warningSign($0)?.order }
        #expect(orders == orders.sorted())
    }

    @Test("age and sex leave out what cannot be")
    func ageAndSex() {
        var intake = Intake.drawn(["abdomen_lower", "paraspinal_l4_s1"])
        #expect(unasked(intake).contains("pregnancy_warning"))
        #expect(unasked(intake).contains("under_16"))
        intake.sex = .male
        intake.age = 40
        #expect(!unasked(intake).contains("pregnancy_warning"))
        #expect(!unasked(intake).contains("under_16"))
        #expect(unasked(intake).contains("sudden_testicular_pain"))
        intake.sex = .other
        #expect(unasked(intake).contains("sudden_testicular_pain"))
        intake.sex = .female
        #expect(unasked(intake).contains("pregnancy_warning"))
        #expect(!unasked(intake).contains("sudden_testicular_pain"))
        intake.age = 12
        #expect(unasked(intake).contains("under_16"))
    }

    @Test("an answered finding that asks the same spares the question")
    func answeredElsewhere() {
        #expect(!unasked(.drawn(["neck_side"], yes: ["fever_or_chills"])).contains("fever_with_back_pain"))
    }
}
