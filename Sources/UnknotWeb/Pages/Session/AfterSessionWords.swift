import Unknot

/// Puts what a session did into words, with chance in view.
struct AfterSessionWords: Sendable {
    let kit: RecordKit
    private var texts: PageTexts { kit.texts }
    private var engine: Engine { kit.kit.engine }

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    /// How it ended and how long it took.
    func lead(_ session: SessionRecord) -> String {
        let minutes = max(1, Int((session.seconds / 60).rounded()))
        let values = ["duration": engine.planText.duration(minutes * 60)]
        guard session.steps.contains(where: { $0.ended != .skipped }) else { return texts("after_lead_nothing") }
        return texts(session.ended == .stopped ? "after_lead_stopped" : "after_lead_finished", values)
    }

    /// What counts as more than chance.
    var noise: String {
        guard let any = RatingChange(before: 0, after: 0, care: kit.atlas.care) else { return "" }
        return texts("after_noise", ["margin": kit.number(any.margin)])
    }

    /// One knot.
    func change(at spot: SessionRatings.Spot, in session: SessionRecord) -> AfterSessionPage.ChangeLine {
        let step = session.steps.first {
            $0.point == spot.point && $0.side == spot.side && ($0.before != nil || $0.after != nil)
        }
        let name = kit.place(of: spot.point, spot.side) ?? kit.name(of: spot.point, spot.side)
        guard let change = RatingChange(before: step?.before, after: step?.after, care: kit.atlas.care) else {
            return AfterSessionPage.ChangeLine(
                changeKind: "is-unknown", changeName: name, changeNumbers: nil, changeWords: texts("after_not_rated"))
        }
        let values = [
            "before": kit.number(change.before), "after": kit.number(change.after),
            "points": kit.number(abs(change.gain)), "margin": kit.number(change.margin),
        ]
        let key: String
        switch change.verdict {
        case .better: key = "after_better"
        case .worse: key = "after_worse"
        case .unclear: key = change.gain == 0 ? "after_same" : "after_unclear"
        }
        return AfterSessionPage.ChangeLine(
            changeKind: "is-\(change.verdict.rawValue)", changeName: name,
            changeNumbers: texts("after_numbers", values), changeWords: texts(key, values))
    }

    /// Tightness and movement, without a judgement: nobody knows how much of their change is chance.
    func others(_ session: SessionRecord) -> [String] {
        var lines: [String] = []
        if let before = session.before.tightness, let after = session.after.tightness {
            lines.append(texts("after_tightness", ["before": kit.number(before), "after": kit.number(after)]))
        }
        if let before = session.before.movement, let after = session.after.movement, before.test == after.test {
            lines.append(
                texts(
                    "after_movement",
                    [
                        "movement": texts("ask_movement_movement_\(before.test.rawValue)"),
                        "before": reach(before.reach), "after": reach(after.reach),
                    ]))
        }
        return lines
    }

    private func reach(_ reach: MovementRecord.Reach) -> String {
        switch reach {
        case .centimetres(let length):
            let unit = kit.preferences.length
            return "\(kit.number(unit.value(ofCentimetres: length))) \(texts("unit_reach_\(unit.rawValue)"))"
        case .degrees(let angle): return "\(kit.number(angle)) \(texts("unit_reach_degrees"))"
        case .quarters(let quarters): return texts("session_quarters_\(Int(quarters))").lowercased()
        }
    }

    /// What the next plan does because of this session: it was made to be looked at here.
    func next(_ plan: Plan, after former: Plan, spots: [SessionRatings.Spot]) -> [String] {
        guard plan.status == .plan else { return [texts("after_next_ask")] }
        var lines = spots.map { spot in
            let name = kit.place(of: spot.point, spot.side) ?? kit.name(of: spot.point, spot.side)
            let now = former.steps[spot.step]
            let then = plan.steps.first {
                $0.treatment.point.id == spot.point && $0.treatment.side == spot.side
                    && ($0.role == .release || $0.role == .ease)
            }
            guard let then else { return texts("after_next_none", ["place": name]) }
            let values = ["place": name, "technique": then.technique.name]
            if then.technique.id != now.technique.id { return texts("after_next_other", values) }
            return texts(then.totalSeconds < now.totalSeconds ? "after_next_shorter" : "after_next_same", values)
        }
        lines += plan.remarks.filter { !former.remarks.contains($0) }.map(engine.planText.remark)
        return lines
    }
}
