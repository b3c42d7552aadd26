import Unknot

/// What a press changed in the ranking.
struct ChangeView: Sendable {
    /// One candidate, before and after.
    struct ChangeRow: Sendable {
        let changeName: String
        let beforePercent: String
        let afterPercent: String
        let beforeBar: Int
        let afterBar: Int
        /// "Up from 20 % to 45 %: about as likely as not."
        let changeWords: String
        let changeIcon: String
        let changeClass: String
    }

    let outcome: String
    let rows: [ChangeRow]

    /// How many candidates are shown, and below what change in percentage points one counts as the same.
    private static let rowCount = 4
    private static let smallestChange = 1

    init?(_ form: IntakeForm, before: LocateAnswer, after: LocateAnswer, kit: PageKit) {
        guard let press = form.beforeLastPress?.press else { return nil }
        let earlier = Dictionary(
            Candidate.ranking(before).map { ($0.key, $0.probability) }, uniquingKeysWith: { first, _ in first })
        let later = Dictionary(
            Candidate.ranking(after).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        // Those that lead now, and the one that led before.
        var shown = Array(Candidate.ranking(after).prefix(Self.rowCount))
        if let leader = Candidate.ranking(before).first, let same = later[leader.key],
            !shown.contains(where: { $0.key == leader.key })
        {
            shown[shown.count - 1] = same
        }
        rows = shown.map { Self.row($0, before: earlier[$0.key] ?? 0, kit) }
        let place = kit.place(of: press.point, press.side).map(kit.engine.text.place) ?? ""
        let feeling: String =
            switch press.isFamiliar {
            case true: "familiar"
            case false: "unfamiliar"
            case nil: "unsure"
            }
        outcome = kit.texts(
            "change_\(feeling)",
            ["place": place, "tenderness": press.tenderness.map { String(Int($0)) } ?? "–"])
    }

    private static func row(_ candidate: Candidate, before: Double, _ kit: PageKit) -> ChangeRow {
        let (old, new) = (Int((before * 100).rounded()), Int((candidate.probability * 100).rounded()))
        let (key, icon): (String, Icon) =
            abs(new - old) <= smallestChange ? ("same", .level) : new > old ? ("up", .rising) : ("down", .falling)
        let values = [
            "before": LikelihoodView.percent(before, kit: kit),
            "after": LikelihoodView.percent(candidate.probability, kit: kit),
            "words": kit.engine.text.words(for: candidate.probability),
        ]
        return ChangeRow(
            changeName: candidate.name(kit).capitalizedFirst, beforePercent: values["before"] ?? "",
            afterPercent: values["after"] ?? "", beforeBar: old, afterBar: new,
            changeWords: kit.texts("change_row_\(key)", values), changeIcon: icon.path, changeClass: "is-\(key)")
    }
}

extension Candidate {
    /// The same before and after a press.
    fileprivate var key: String {
        switch kind {
        case .muscle(let muscle, let side): "muscle \(muscle) \(side.rawValue)"
        case .source(let source): "source \(source.hypothesis) \(source.side?.rawValue ?? "")"
        }
    }
}
