import SeededRandom
import Testing
import UnknotAtlas
import UnknotRecord
import UnknotSafety

@Suite("Combinations of warning signs")
struct CombinationTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    static let combinations: [QuestionID] =
        (try? Atlas.builtIn().warningSigns.filter { $0.combination != nil }.map(\.id)) ?? []

    /// Makes ids of an expression true in an intake.
    private func intake(where ids: Set<String>) -> Intake {
        var intake = Intake()
        let ages = [
            "age_under_16": 12, "age_under_20": 18, "age_over_50": 52, "age_over_55": 57, "age_over_60": 62,
            "age_over_65": 67,
            "age_over_70": 75,
        ]
        let regions: [String: [(RegionID, RegionSide)]] = [
            "drawn_belly": [("abdomen_lower", .left)], "drawn_chest": [("chest_lower", .left)],
            "drawn_below_knee": [("calf_upper", .left)],
            "drawn_both_legs": [("thigh_back_upper", .left), ("thigh_back_upper", .right)],
            "drawn_midline_spine": [("spine_midline_lumbar", .midline)],
            "drawn_mid_back": [("paraspinal_t9_t12", .left)], "drawn_low_back": [("paraspinal_l4_s1", .left)],
        ]
        for id in ids {
            if let age = ages[id] {
                intake.age = max(intake.age ?? 0, age)
            } else if let places = regions[id] {
                intake.drawing += places.map { PainMark(BodyPlace($0, $1)) }
            } else if id == "female" {
                intake.sex = .female
            } else if id == "major_or_minor_injury" {
                intake.answers["major_injury_recent_weeks"] = .reply(.yes)
            } else if id.hasPrefix("cause:") {
                intake.causes.append(CauseID(String(id.dropFirst(6))))
            } else {
                intake.answers[id] = .reply(.yes)
            }
        }
        return intake
    }

    private func fires(_ id: QuestionID, _ ids: Set<String>) -> Bool {
        desk.signsOnly(intake(where: ids)).reasons.contains { $0.id == id.rawValue }
    }

    /// Ids that follow from others, so that leaving one out may not make it false.
    private func follows(_ id: String, from others: Set<String>) -> Bool {
        var known = others
        var size = 0
        while size != known.count {
            size = known.count
            for question in desk.atlas.questions {
                if known.contains(question.id.rawValue) { known.formUnion(question.setsFlags.map(\.rawValue)) }
                if !known.isDisjoint(with: question.impliedBy) { known.insert(question.id.rawValue) }
            }
        }
        let olderThan = ["age_over_50", "age_over_55", "age_over_60", "age_over_65", "age_over_70"]
        if let rank = olderThan.firstIndex(of: id) { return !known.isDisjoint(with: olderThan[(rank + 1)...]) }
        if id == "major_or_minor_injury" {
            return !known.isDisjoint(with: ["major_injury", "minor_injury_fragile_bones"])
        }
        return known.contains(id)
    }

    /// Some smallest sets of ids that satisfy an expression: nothing can be left out of them.
    private func smallest(_ expression: SignExpression, _ random: inout SplitMix64) -> Set<String>? {
        let excluded = Set(expression.terms.filter { $0.atMost == 0 }.flatMap(\.ids))
        var ids = Set(expression.ids).subtracting(excluded)
        for id in expression.ids.shuffled(using: &random) {
            let fewer = ids.subtracting([id])
            if expression.holds(where: fewer.contains) { ids = fewer }
        }
        let brings = excluded.contains { follows($0, from: ids) }
        return expression.holds(where: ids.contains) && !brings ? ids : nil
    }

    @Test("there are combinations to be tested")
    func notEmpty() {
        #expect(Self.combinations.count > 45)
    }

    @Test(
        "it fires at its level when it is satisfied, and not when one needed part is missing", arguments: combinations)
    func firesExactly(id: QuestionID) throws {
        var random = SplitMix64(seed: 7)
        let sign = try #require(desk.atlas.warningSign(id))
        let expression = try #require(sign.combination)
        guard sign.urgency != .watch else {
            #expect(!fires(id, []))
            return
        }
        let samples = Set((0..<12).compactMap { _ in smallest(expression, &random) })
        #expect(!samples.isEmpty, "\(expression) can never be satisfied")
        for ids in samples {
            let triage = desk.signsOnly(intake(where: ids))
            let reason = try #require(triage.reasons.first { $0.id == id.rawValue }, "\(ids.sorted()) does not fire")
            #expect(triage.level >= reason.level)
            for part in ids where !follows(part, from: ids.subtracting([part])) {
                let rest = ids.subtracting([part])
                // Another part may step in through what the rest implies; then the expression itself still holds.
                let stillHolds = expression.holds { rest.contains($0) || follows($0, from: rest) }
                #expect(fires(id, rest) == stillHolds, "\(rest.sorted()) without \(part)")
            }
        }
    }

    @Test("what a combination excludes keeps it from firing", arguments: combinations)
    func exclusions(id: QuestionID) throws {
        var random = SplitMix64(seed: 11)
        let expression = try #require(desk.atlas.warningSign(id)?.combination)
        let excluded = expression.terms.filter { $0.atMost == 0 }.flatMap(\.ids)
        guard !excluded.isEmpty, let ids = smallest(expression, &random) else { return }
        for part in excluded {
            #expect(!fires(id, ids.union([part])), "\(part)")
        }
    }

    @Test("a combination that only watches is neither a reason nor watched")
    func watching() {
        let triage = desk.signsOnly(Intake())
        #expect(triage.reasons == [])
        #expect(triage.watched == [])
    }

    @Test(
        "two injuries are one injury",
        arguments: ["major_injury", "major_injury_recent_weeks", "minor_injury_fragile_bones"])
    func injury(id: String) {
        let woman = Intake(sex: .female, answers: [id: .reply(.yes)])
        #expect(desk.signsOnly(woman).reasons.contains { $0.id == "combo_fracture_two" })
        let man = Intake(
            sex: .male,
            answers: [
                "major_injury": .reply(.yes), "major_injury_recent_weeks": .reply(.yes),
                "minor_injury_fragile_bones": .reply(.yes),
            ])
        #expect(!desk.signsOnly(man).reasons.contains { $0.id == "combo_fracture_two" })
    }
}
