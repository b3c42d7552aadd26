public import UnknotAtlas
public import UnknotRecord

extension CareDesk {
    /// The questions of the health check that can change anything for one person, in the order of the table.
    ///
    /// Left out is what the story says anyway, what follows from another question or asks the same, what cannot be by
    /// age or sex, what a warning question asked, and what changes nothing of all that could be done, with what is at
    /// hand, at the knots in question.
    ///
    /// - Parameters:
    ///   - request: Checked against the atlas; what it says of health does not matter.
    ///   - knots: Points and sides that a plan may work on.
    ///   - storyDays: How many days ago the warning questions were answered.
    ///   - mayUse: Whether a plan could hold a treatment at all.
    public func questions(
        _ request: PlanRequest,
        at knots: [(point: PointID, side: BodySide)],
        storyDays: Int = 0,
        mayUse: @escaping (SafeTreatment) -> Bool
    ) -> [HealthCheck] {
        let facts = KnownFacts(request.intake, atlas: atlas)
        let isPossible = { (treatment: SafeTreatment) in
            Self.isInReach(treatment.technique, request) && mayUse(treatment)
        }
        let usual = treatments(with: [], at: knots, where: isPossible)
        var asked: [HealthCheck] = []
        for check in atlas.care.healthChecks where !isSaid(check, request.intake, facts, storyDays) {
            guard check.mayApply(to: request.intake), !asked.contains(where: { $0.covers(check) }) else { continue }
            let together = [check] + check.implies.compactMap(atlas.care.healthCheck)
            // Very strong pain makes the whole plan gentle, whatever is safe.
            let changesPlan = check.sign != nil || check.urgency != nil || check.id == Self.strongPain
            guard changesPlan || treatments(with: together, at: knots, where: isPossible) != usual else { continue }
            asked.append(check)
        }
        return asked
    }

    /// Whether the tool is there and whoever it takes; the place may change, so it does not matter here.
    private static func isInReach(_ technique: Technique, _ request: PlanRequest) -> Bool {
        switch technique.performer {
        case .person: request.has(technique.tool)
        case .partner: request.has(technique.tool) && request.hasHelper
        case .clinician: false
        }
    }

    /// Whether the story says already that it holds, or a warning question that it does not.
    private func isSaid(_ check: HealthCheck, _ intake: Intake, _ facts: KnownFacts, _ storyDays: Int) -> Bool {
        if check.facts?.holds(where: { facts[$0] == true }) == true { return true }
        if let age = intake.age, check.ages?.contains(age) == true { return true }
        if check.id == Self.strongPain, intake.painfulMarks.contains(where: { ($0.intensity ?? 0) > 7 }) { return true }
        guard let sign = check.sign, storyDays < check.askAgainDays else { return false }
        return facts[sign.rawValue] == false
    }

    /// All that is safe at the knots while something holds.
    private func treatments(
        with checks: [HealthCheck], at knots: [(point: PointID, side: BodySide)],
        where isPossible: (SafeTreatment) -> Bool
    ) -> [SafeTreatment] {
        // Compares what would be safe; it gives nobody a plan, so that it needs nobody's clearance.
        let gate = CareGate(atlas, clearance: Clearance(), checks: checks)
        return knots.flatMap { knot in
            gate.treatments(at: knot.point, knot.side).safe.filter(isPossible)
        }
    }
}

extension HealthCheck {
    /// Whether it can be, as far as age and sex say.
    fileprivate func mayApply(to intake: Intake) -> Bool {
        if intake.sex == .male, id == Self.pregnancy || implies.contains(Self.pregnancy) { return false }
        // Where nothing but the age decides, a known age is the answer.
        if let age = intake.age, let ages, ages.lowerBound == 0, !ages.contains(age) { return false }
        return true
    }

    /// Whether a yes to this one says all of another, or whether it is the same question.
    fileprivate func covers(_ other: HealthCheck) -> Bool {
        question == other.question || implies.contains(other.id) && other.implies.contains(id)
    }

    private static let pregnancy: HealthID = "pregnancy"
}
