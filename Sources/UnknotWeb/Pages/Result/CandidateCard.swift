import Unknot

/// One candidate in full: how probable, what speaks for and against it, what would settle it, and who says so.
struct CandidateCard: Sendable {
    /// A publication or judgement.
    struct SourceLine: Sendable {
        let citation: String
        let sourceStatus: String
    }

    /// A spot of the muscle.
    struct SpotLine: Sendable {
        let spotPlace: String
        let spotPercent: String
        let spotState: String
        let spotLandmarks: String
        let spotAddress: String
    }

    /// Whether it is told in full at once.
    let isOpen: Bool
    /// Knot or other source.
    let cardClass: String
    let swatch: Swatch
    let cardName: String
    let cardLatin: String
    let likelihood: LikelihoodView
    let kindName: String
    let address: String?
    let explains: [String]
    let hasExplains: Bool
    let reasonsFor: [String]
    let hasReasonsFor: Bool
    let reasonsAgainst: [String]
    let hasReasonsAgainst: Bool
    let settles: String
    let advice: String?
    let caution: String?
    let spots: [SpotLine]
    let hasSpots: Bool
    let sources: [SourceLine]

    init(
        _ candidate: Candidate, rank: Int, form: IntakeForm, answer: LocateAnswer, presses: [NextStep], kit: PageKit
    ) {
        let (atlas, text) = (kit.engine.atlas, kit.engine.text)
        let points = candidate.points(answer)
        isOpen = rank <= Self.openCount
        swatch = Swatch(rank: rank, isDrawn: candidate.isKnot)
        cardClass = candidate.isKnot ? "is-knot" : "is-source"
        cardName = candidate.name(kit).capitalizedFirst
        likelihood = LikelihoodView(candidate.probability, kit: kit)
        kindName = kit.texts(candidate.isKnot ? "kind_knot" : "kind_source")
        explains = candidate.shares(answer).map { place, share in
            kit.texts(
                "explains_share",
                ["percent": LikelihoodView.percent(share, kit: kit), "place": text.place(place)])
        }
        hasExplains = !explains.isEmpty
        let reasons = Self.reasons(candidate, points.first, form, kit)
        reasonsFor = Array(reasons.speakingFor.prefix(Self.mostReasons))
        hasReasonsFor = !reasonsFor.isEmpty
        reasonsAgainst = Array(reasons.speakingAgainst.prefix(Self.mostReasons))
        hasReasonsAgainst = !reasonsAgainst.isEmpty
        spots = points.map { Self.spot($0, kit) }
        hasSpots = !spots.isEmpty
        switch candidate.kind {
        case .muscle(let id, let side):
            let muscle = atlas.muscle(id)
            cardLatin = muscle?.name ?? ""
            address = "/atlas/muscles/\(id)"
            advice = nil
            caution = muscle?.caution
            settles = Self.settles(id, side, points: points, presses: presses, kit)
            sources = Self.lines(points.flatMap { atlas.point($0.point)?.sources ?? [] }, kit)
        case .source(let source):
            let hypothesis = atlas.hypothesis(source.hypothesis)
            cardLatin = hypothesis?.name ?? ""
            address = nil
            advice = hypothesis?.advice
            caution = nil
            settles = kit.texts("settles_\(hypothesis?.category.rawValue ?? "joint_or_tissue")")
            sources = hypothesis.map { Self.lines([$0.source], status: $0.status, kit) } ?? []
        }
    }

    private static let mostReasons = 4
    private static let openCount = 2

    private static func reasons(
        _ candidate: Candidate, _ point: RankedPoint?, _ form: IntakeForm, _ kit: PageKit
    ) -> (speakingFor: [String], speakingAgainst: [String]) {
        guard case .source(let source) = candidate.kind else {
            return (
                ReasonLines.lines(point?.reasonsFor ?? [], kit: kit),
                ReasonLines.lines(point?.reasonsAgainst ?? [], kit: kit)
            )
        }
        return ReasonLines.lines(source, form: form, kit: kit)
    }

    private static func spot(_ point: RankedPoint, _ kit: PageKit) -> SpotLine {
        SpotLine(
            spotPlace: kit.placeName(of: point.point, point.side) ?? "",
            spotPercent: LikelihoodView.percent(point.probability, kit: kit),
            spotState: kit.engine.atlas.phrases("state_\(point.state.rawValue)"),
            spotLandmarks: kit.engine.atlas.point(point.point)?.landmarks ?? "",
            spotAddress: "/atlas/points/\(point.point)"
        )
    }

    /// What would decide about a muscle: a press that is worth while, a press at all, or somebody's trained hands.
    private static func settles(
        _ muscle: MuscleID, _ side: BodySide, points: [RankedPoint], presses: [NextStep], _ kit: PageKit
    ) -> String {
        if points.contains(where: { $0.state != .notSure }) { return kit.texts("settles_pressed") }
        let offered = presses.compactMap { step -> PointID? in
            guard case .press(let point, side) = step.kind else { return nil }
            return kit.engine.atlas.point(point)?.muscle == muscle ? point : nil
        }
        let pressable = points.map(\.point).filter { kit.engine.atlas.point($0)?.mayBePressed == true }
        guard let point = offered.first ?? pressable.first, let place = kit.place(of: point, side) else {
            return kit.texts("settles_no_press")
        }
        return kit.texts("settles_press", ["place": kit.engine.text.place(place)])
    }

    private static func lines(
        _ ids: [ReferenceID], status: EvidenceStatus? = nil, _ kit: PageKit
    ) -> [SourceLine] {
        var seen: Set<ReferenceID> = []
        return ids.filter { seen.insert($0).inserted }
            .compactMap { kit.engine.atlas.reference($0) }
            .sorted { $0.status < $1.status }
            .map {
                SourceLine(
                    citation: $0.year.isEmpty ? $0.citation : "\($0.citation), \($0.year)",
                    sourceStatus: kit.texts("status_\((status ?? $0.status).rawValue)"))
            }
    }
}

extension Candidate {
    /// Whether it is a knot.
    var isKnot: Bool {
        if case .muscle = kind { return true }
        return false
    }

    /// What part of each drawn place its points account for, largest first.
    func shares(_ answer: LocateAnswer) -> [(place: BodyPlace, share: Double)] {
        var shares: [BodyPlace: Double] = [:]
        for share in points(answer).flatMap(\.explains) { shares[share.place, default: 0] += share.share }
        return shares.map { ($0.key, $0.value) }.sorted { ($1.share, $0.place) < ($0.share, $1.place) }
    }
}

extension PageKit {
    /// "a, b or c".
    func alternatives(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + texts("list_or") + last
    }
}
