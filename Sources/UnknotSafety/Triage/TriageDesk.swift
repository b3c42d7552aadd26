public import UnknotAtlas
public import UnknotRecord

/// Weighs the warning signs of an intake, then the sources of pain that a clinician should judge.
public struct TriageDesk: Sendable {
    private let atlas: Atlas

    /// Prepares the desk.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
    }

    /// Decides how soon somebody should look.
    ///
    /// - Parameters:
    ///   - intake: Checked against the atlas.
    ///   - facts: What the intake makes known.
    ///   - sources: The other sources of pain, judged without knots.
    public func triage(_ intake: Intake, facts: KnownFacts, sources: [SourceAssessment]) -> Triage {
        var reasons: [Triage.Reason] = []
        var watched: [QuestionID] = []
        for sign in atlas.warningSigns where holds(sign, facts) {
            if let level = Self.level(of: sign.urgency) {
                reasons.append(Triage.Reason(id: sign.id.rawValue, level: level, advice: sign.advice))
            } else if sign.combination == nil {
                watched.append(sign.id)
            }
        }
        for source in sources {
            guard let hypothesis = atlas.hypothesis(source.hypothesis), let limit = hypothesis.seeClinicianAbove,
                source.probability > limit, !reasons.contains(where: { $0.id == hypothesis.id.rawValue })
            else { continue }
            reasons.append(
                Triage.Reason(id: hypothesis.id.rawValue, level: .seeClinician, advice: hypothesis.advice))
        }
        let unasked = unasked(intake, facts)
        let askable = unasked.compactMap(atlas.warningSign).filter { $0.askedWith == nil }
        return Triage(
            reasons: reasons,
            watched: watched,
            unasked: unasked,
            open: askable.filter { $0.askIf?.holds { facts[$0] == true } ?? true }.map(\.id),
            mayOpen: askable.filter { $0.askIf?.isUndecided { facts[$0] } ?? false }.map(\.id)
        )
    }

    /// The warning questions that the painful areas call for and that have no answer yet, most dangerous first.
    private func unasked(_ intake: Intake, _ facts: KnownFacts) -> [QuestionID] {
        let zones = Set(intake.painfulMarks.compactMap { atlas.region($0.place.region)?.zone })
        return atlas.warningSigns
            .filter { sign in
                guard sign.combination == nil, facts[sign.id.rawValue] == nil,
                    intake.answers[sign.id.rawValue] == nil
                else { return false }
                if let age = intake.age, !sign.ages.contains(age) { return false }
                if let sex = intake.sex, sex == sign.notForSex { return false }
                return sign.zones.map { !zones.isDisjoint(with: $0) } ?? true
            }
            .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
            .map(\.id)
    }

    private func holds(_ sign: WarningSign, _ facts: KnownFacts) -> Bool {
        if let combination = sign.combination {
            return combination.holds { id in
                if id == DerivedFact.majorOrMinorInjury.rawValue { return Self.hasInjury(facts) }
                return facts[id] == true
            }
        }
        return facts[sign.id.rawValue] == true
    }

    private static func hasInjury(_ facts: KnownFacts) -> Bool {
        ["major_injury", "major_injury_recent_weeks", "minor_injury_fragile_bones"].contains { facts[$0] == true }
    }

    /// The level that an urgency asks for; `watch` asks for none.
    static func level(of urgency: WarningSign.Urgency) -> TriageLevel? {
        switch urgency {
        case .emergencyNow: .emergency
        case .sameDay: .sameDay
        case .seeClinicianSoon: .seeClinician
        case .watch: nil
        }
    }
}
