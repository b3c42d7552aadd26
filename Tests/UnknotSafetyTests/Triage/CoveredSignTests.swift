import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Signs that another question settles")
struct CoveredSignTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    @Test
    func `a no to the covering question is a no to the covered one`() {
        let intake = Intake.drawn(["paraspinal_l4_s1"], no: ["bladder_change"]).settlingCoveredSigns(desk.atlas)
        #expect(intake.answers["bowel_change"] == .reply(.no))
        #expect(intake.answers["genital_feeling_or_function"] == nil)
    }

    @Test
    func `a yes, or no answer, to the covering question settles nothing`() {
        for intake in [Intake.drawn(["paraspinal_l4_s1"], yes: ["bladder_change"]), .drawn(["paraspinal_l4_s1"])] {
            #expect(intake.settlingCoveredSigns(desk.atlas).answers["bowel_change"] == nil)
        }
    }

    @Test
    func `a sign that counts only with something denied is settled, with something open it is not`() {
        let denied = Intake.drawn(["paraspinal_l4_s1"], no: ["history_of_cancer"]).settlingCoveredSigns(desk.atlas)
        #expect(denied.answers["band_like_or_upper_spine_pain_with_cancer"] == .reply(.no))
        let open = Intake.drawn(["paraspinal_l4_s1"]).settlingCoveredSigns(desk.atlas)
        #expect(open.answers["band_like_or_upper_spine_pain_with_cancer"] == nil)
    }

    @Test
    func `who answers all that is open and urgent can have a plan`() throws {
        var intake = Intake.drawn(["paraspinal_l4_s1"])
        for _ in 0..<4 {
            for sign in desk.signsOnly(intake).open { intake.answers[sign.rawValue] = .reply(.no) }
            intake = intake.settlingCoveredSigns(desk.atlas)
        }
        let admission = CareDesk(desk.atlas).admit(PlanRequest(intake: intake), triage: desk.signsOnly(intake))
        #expect(admission.ask.isEmpty)
    }
}
