import SeededRandom
import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Warning signs")
struct WarningSignTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    static let single: [QuestionID] =
        (try? Atlas.builtIn().warningSigns.filter { $0.combination == nil }.map(\.id)) ?? []
    static let drawingSides: [RegionID] = ["paraspinal_l4_s1", "neck_side", "calf_upper", "abdomen_lower"]

    private func level(of urgency: WarningSign.Urgency) -> TriageLevel {
        switch urgency {
        case .emergencyNow: .emergency
        case .sameDay: .sameDay
        case .seeClinicianSoon: .seeClinician
        case .watch: .selfCare
        }
    }

    @Test("there are warning signs to be tested")
    func notEmpty() {
        #expect(Self.single.count > 60)
    }

    @Test("a sign answered yes leads at least to its level, and names itself and its advice", arguments: single)
    func alone(id: QuestionID) throws {
        let sign = try #require(desk.atlas.warningSign(id))
        let triage = desk.signsOnly(Intake(answers: [id.rawValue: .reply(.yes)]))
        if sign.urgency == .watch {
            #expect(triage.watched == [id])
            #expect(triage.level == .selfCare)
        } else {
            let reason = try #require(triage.reasons.first { $0.id == id.rawValue })
            #expect(reason.level == level(of: sign.urgency))
            #expect(reason.advice == sign.advice)
            #expect(triage.level >= level(of: sign.urgency))
        }
    }

    @Test("a sign answered yes counts wherever it hurts, asked there or not", arguments: single, drawingSides)
    func anywhere(id: QuestionID, region: RegionID) throws {
        let sign = try #require(desk.atlas.warningSign(id))
        let triage = desk.triage(.drawn([region], yes: [id.rawValue]))
        #expect(triage.level >= level(of: sign.urgency))
    }

    @Test("a sign answered no or unknown raises nothing", arguments: single, [Reply.no, .unknown])
    func denied(id: QuestionID, reply: Reply) {
        let triage = desk.signsOnly(Intake(answers: [id.rawValue: .reply(reply)]))
        #expect(triage.level == .selfCare)
        #expect(triage.watched == [])
    }

    @Test("only self-care carries a clearance", arguments: 1...100)
    func clearance(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let triage = desk.triage(.random(desk.atlas, using: &random))
        switch triage.outcome {
        case .selfCare:
            #expect(triage.level == .selfCare)
            #expect(triage.reasons == [])
        case .seeClinician, .sameDay, .emergency:
            #expect(triage.level > .selfCare)
            #expect(triage.reasons.first?.level == triage.level)
        }
        let levels = triage.reasons.map(\.level)
        #expect(levels == levels.sorted(by: >))
    }

    @Test("with nothing answered there is nothing to worry about yet")
    func nothing() {
        let triage = desk.signsOnly(Intake())
        #expect(triage.level == .selfCare)
        #expect(triage.reasons == [])
        #expect(triage.watched == [])
    }

    @Test("a yes more never lowers the level, whatever else was said", arguments: 1...150)
    func moreIsNotLess(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var intake = Intake.random(desk.atlas, using: &random)
        let before = desk.signsOnly(intake).level
        let id = try #require(Self.single.randomElement(using: &random))
        intake.answers[id.rawValue] = .reply(.yes)
        let sign = try #require(desk.atlas.warningSign(id))
        let after = desk.signsOnly(intake)
        #expect(after.level >= level(of: sign.urgency))
        // A sign can also be a fact that a weaker combination excludes, but no more than that may fall away.
        let excluding = desk.atlas.warningSigns.filter { $0.combination?.terms.contains { $0.atMost == 0 } == true }
        if after.level < before { #expect(after.level >= .seeClinician && !excluding.isEmpty) }
    }

    @Test("levels are ordered by urgency")
    func order() {
        #expect(TriageLevel.allCases.shuffled().sorted() == [.selfCare, .seeClinician, .sameDay, .emergency])
    }
}
