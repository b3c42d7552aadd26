import SeededRandom
import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Warning signs that still have to be asked")
struct OpenSignTests {
    private let desk: Desk
    private var everywhere: Intake {
        Intake(drawing: desk.atlas.regions.flatMap(\.places).map { PainMark($0) })
    }

    init() throws { desk = try Desk() }

    @Test("they are some of those that nobody answered, in the same order", arguments: 1...40)
    func subset(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let triage = desk.signsOnly(.random(desk.atlas, using: &random))
        let chosen = Set(triage.open)
        #expect(triage.unasked.filter(chosen.contains) == triage.open)
        #expect(Set(triage.mayOpen).isSubset(of: triage.unasked))
        #expect(chosen.isDisjoint(with: triage.mayOpen))
    }

    @Test("every emergency that fits is open, or covered by the question of another emergency", arguments: 1...40)
    func emergencies(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var intake = Intake.random(desk.atlas, using: &random)
        intake.answers = [:]
        let triage = desk.signsOnly(intake)
        for id in triage.unasked {
            let sign = try #require(desk.atlas.warningSign(id))
            guard sign.urgency == .emergencyNow else { continue }
            let asked = sign.askedWith ?? id
            #expect(triage.open.contains(asked) || !triage.unasked.contains(asked))
            #expect(desk.atlas.warningSign(asked)?.urgency == .emergencyNow)
        }
    }

    @Test("what is asked with another sign has its urgency, and no combination asks for more than that")
    func covered() throws {
        for sign in desk.atlas.warningSigns {
            guard let other = sign.askedWith.flatMap(desk.atlas.warningSign) else { continue }
            #expect(sign.urgency == other.urgency)
            let combinations = desk.atlas.warningSigns.filter {
                $0.combination?.ids.contains(sign.id.rawValue) == true
                    && $0.combination?.ids.contains(other.id.rawValue) == false
            }
            let urgencies = WarningSign.Urgency.allCases
            let rank = try #require(urgencies.firstIndex(of: sign.urgency))
            // The most urgent come first.
            #expect(
                combinations.allSatisfy { urgencies.firstIndex(of: $0.urgency) ?? 0 >= rank }, "\(sign.id)")
        }
    }

    @Test(
        "a sign that counts only with others is asked once one of them is affirmed",
        arguments: [
            ("history_of_cancer", "band_like_or_upper_spine_pain_with_cancer"),
            ("fever_with_back_pain", "diabetes_new_back_pain"), ("severe_pain_7_or_more", "diabetes_new_back_pain"),
            ("no_relief_lying_down", "diabetes_new_back_pain"), ("night_pain_unrelenting", "diabetes_new_back_pain"),
        ] as [(String, QuestionID)])
    func gated(partner: String, id: QuestionID) {
        #expect(!desk.signsOnly(.drawn(["paraspinal_l4_s1"])).open.contains(id))
        #expect(desk.signsOnly(.drawn(["paraspinal_l4_s1"])).mayOpen.contains(id))
        #expect(desk.signsOnly(.drawn(["paraspinal_l4_s1"], yes: [partner])).open.contains(id))
    }

    @Test("it may not open any more once all its partners are denied")
    func closed() {
        let denied = desk.signsOnly(.drawn(["paraspinal_l4_s1"], no: ["history_of_cancer"]))
        #expect(denied.mayOpen == ["diabetes_new_back_pain"])
        #expect(denied.unasked.contains("band_like_or_upper_spine_pain_with_cancer"))
    }

    @Test("what the age tells is never asked where the age is known", arguments: 0...120)
    func ages(age: Int) {
        var intake = everywhere
        #expect(Set(desk.signsOnly(intake).open).isSuperset(of: ["under_16", "first_pain_over_50"]))
        intake.age = age
        #expect(Set(desk.signsOnly(intake).open).isDisjoint(with: ["under_16", "first_pain_over_50"]))
    }

    @Test("back pain under 16 goes to a clinician without being asked", arguments: [(15, true), (16, false)])
    func under16(age: Int, isSent: Bool) {
        var intake = Intake.drawn(["paraspinal_l4_s1"])
        intake.age = age
        let triage = desk.signsOnly(intake)
        #expect(triage.reasons.contains { $0.id == "combo_under_16" } == isSent)
        #expect((triage.level == .seeClinician) == isSent)
        var other = Intake.drawn(["calf_upper"])
        other.age = age
        #expect(desk.signsOnly(other).level == .selfCare)
    }

    @Test("labels are short, and no two of a list are alike")
    func labels() {
        let asked = desk.atlas.warningSigns.filter { $0.combination == nil }
        // Two lines of a list on a telephone.
        #expect(asked.filter { $0.plainLabel.count > 120 }.map(\.id) == [])
        #expect(Set(asked.map(\.plainLabel)).count == asked.count)
        #expect(asked.allSatisfy { $0.screen.flatMap(desk.atlas.warningHeading) != nil })
    }
}
