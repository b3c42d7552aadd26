import Unknot

/// Reasons in words. Those of one kind share a line: ten sentences that begin alike are not read.
enum ReasonLines {
    /// What reasons have in common, and with it the text that tells them together.
    private enum Topic: Hashable {
        case told(String)
        /// Told by itself, by its place in the list.
        case single(Int)
    }

    /// How many places or movements one line names.
    private static let namedCount = 4

    /// The lines, in the order of the weightiest reason of each.
    static func lines(_ reasons: [Reason], kit: PageKit) -> [String] {
        var groups: [(topic: Topic, reasons: [Reason])] = []
        for (index, reason) in reasons.enumerated() {
            let topic = topic(of: reason, index: index)
            if let known = groups.firstIndex(where: { $0.topic == topic }) {
                groups[known].reasons.append(reason)
            } else {
                groups.append((topic, [reason]))
            }
        }
        return groups.flatMap { group in
            guard case .told(let key) = group.topic, group.reasons.count > 1 else {
                return group.reasons.map(kit.engine.text.reason)
            }
            let names = group.reasons.prefix(namedCount).map { name(of: $0, kit) }.joined(separator: "; ")
            let rest = group.reasons.count - namedCount
            let list = rest > 0 ? kit.texts("reasons_and_more", ["names": names, "count": String(rest)]) : names
            return [kit.texts(key, ["names": list])]
        }
    }

    private static func topic(of reason: Reason, index: Int) -> Topic {
        let fits = reason.weight > 0
        switch reason.kind {
        case .drawn(_, .main) where fits: return .told("reasons_drawn_main")
        case .drawn: return .told(fits ? "reasons_drawn" : "reasons_drawn_against")
        case .blank: return .told("reasons_blank")
        case .movement(_, .noEffect): return .told("reasons_movement_no_effect")
        case .movement(_, let effect): return .told("reasons_movement_\(fits ? effect.rawValue : "against")")
        case .cause, .press: return .single(index)
        }
    }

    private static func name(of reason: Reason, _ kit: PageKit) -> String {
        switch reason.kind {
        case .drawn(let place, _), .blank(let place): kit.engine.text.place(place)
        case .movement(let id, _): kit.engine.atlas.movement(id)?.plainQuestion ?? id.rawValue
        case .cause, .press: kit.engine.text.reason(reason)
        }
    }

    /// Log odds below which an answer is not worth telling.
    private static let smallestWeight = 0.1

    /// What the answers say for and against another source of pain, weightiest first.
    static func lines(
        _ source: RankedSource, form: IntakeForm, kit: PageKit
    ) -> (speakingFor: [String], speakingAgainst: [String]) {
        let atlas = kit.engine.atlas
        let intake = form.intake
        let assessment = Differential(atlas).assess(intake, facts: KnownFacts(intake, atlas: atlas))
            .first { $0.hypothesis == source.hypothesis && $0.side == source.side }
        let evidence = (assessment?.evidence ?? []).filter { abs($0.weight) >= smallestWeight }
            .sorted { (abs($1.weight), $0.finding) < (abs($0.weight), $1.finding) }
        func lines(_ evidence: [SourceAssessment.Evidence]) -> [String] {
            evidence.compactMap { item in
                atlas.question(item.finding).map { question in
                    kit.texts(
                        item.isPresent ? "reason_source_yes" : "reason_source_no",
                        ["question": question.plainQuestion])
                }
            }
        }
        return (lines(evidence.filter { $0.weight > 0 }), lines(evidence.filter { $0.weight < 0 }))
    }
}
