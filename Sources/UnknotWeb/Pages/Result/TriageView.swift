import Unknot

/// What the warning signs say: first on every result.
struct TriageView: Sendable {
    let levelClass: String
    let headline: String
    let advices: [String]
    /// What was said that led to it, each in the words of its question.
    let because: [String]
    let hasBecause: Bool
    let watched: [String]
    let hasWatched: Bool

    init(_ triage: Triage, kit: PageKit) {
        let atlas = kit.engine.atlas
        levelClass = "level-\(triage.level.rawValue)"
        headline = atlas.phrases("level_\(triage.level.rawValue)")
        advices = Self.withoutRepeats(triage.reasons.map(\.advice))
        because = Self.plainest(triage.reasons, atlas).map { reason in
            if let sign = atlas.warningSign(QuestionID(reason.id)) {
                guard sign.combination == nil else { return sign.plainQuestion }
                return kit.texts("because_sign", ["question": sign.plainQuestion])
            }
            if let check = atlas.care.healthCheck(HealthID(reason.id)) {
                return kit.texts("because_health", ["label": check.plainLabel])
            }
            let name = atlas.hypothesis(HypothesisID(reason.id))?.plainName ?? reason.id
            return kit.texts("because_source", ["source": name])
        }
        hasBecause = !because.isEmpty
        watched = triage.watched.map { atlas.warningSign($0)?.plainQuestion ?? $0.rawValue }
        hasWatched = !watched.isEmpty
    }

    /// Each advice once; one that only begins another is said by that.
    private static func withoutRepeats(_ advices: [String]) -> [String] {
        advices.enumerated()
            .filter { index, advice in
                !advices.enumerated().contains { other, text in
                    other != index && text.hasPrefix(advice) && (text != advice || other < index)
                }
            }
            .map(\.element)
    }

    /// Without combinations that a single sign of the same level already makes clear.
    private static func plainest(_ reasons: [Triage.Reason], _ atlas: Atlas) -> [Triage.Reason] {
        let single = reasons.filter { atlas.warningSign(QuestionID($0.id))?.combination == nil }
        return reasons.filter { reason in
            atlas.warningSign(QuestionID(reason.id))?.combination == nil
                || !single.contains { $0.level >= reason.level }
        }
    }
}
