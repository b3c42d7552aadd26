import Unknot

/// A probability as words and number.
struct LikelihoodView: Sendable {
    let words: String
    let percent: String
    /// 0 to 100, the length of the bar.
    let bar: Int

    init(_ probability: Double, kit: PageKit) {
        words = kit.engine.text.words(for: probability)
        bar = Int((probability * 100).rounded())
        switch bar {
        case ..<1: percent = kit.texts("percent_below_one")
        case 100...: percent = kit.texts("percent_above_99")
        default: percent = kit.texts("percent", ["number": String(bar)])
        }
    }
}

/// One muscle of the ranking with its points.
struct MuscleCard: Sendable {
    let rank: Int
    let muscleName: String
    let anatomicalName: String
    let sideName: String
    let likelihood: LikelihoodView
    let isOpen: Bool
    let caution: String?
    let points: [PointCard]
    let hasPoints: Bool

    init(_ muscle: RankedMuscle, rank: Int, isOpen: Bool, points: [RankedPoint], kit: PageKit) {
        let entry = kit.engine.atlas.muscle(muscle.muscle)
        self.rank = rank
        self.isOpen = isOpen
        muscleName = kit.engine.text.muscle(muscle.muscle).capitalizedFirst
        anatomicalName = entry?.name ?? ""
        sideName = kit.engine.text.side(muscle.side)
        likelihood = LikelihoodView(muscle.probability, kit: kit)
        caution = entry?.caution
        self.points = points.map { PointCard($0, kit: kit) }
        hasPoints = !points.isEmpty
    }
}

/// One trigger point: where it is, what it explains, what speaks for it and against it, and who says so.
struct PointCard: Sendable {
    /// One place that the point accounts for.
    struct ShareLine: Sendable {
        let shareText: String
    }

    /// A publication.
    struct SourceLine: Sendable {
        let citation: String
        let sourceStatus: String
    }

    let pointName: String
    let pointPlace: String
    let pointLikelihood: LikelihoodView
    let state: String
    let landmarks: String
    let reach: String
    let explains: [ShareLine]
    let hasExplains: Bool
    let reasonsFor: [String]
    let hasReasonsFor: Bool
    let reasonsAgainst: [String]
    let hasReasonsAgainst: Bool
    let sources: [SourceLine]

    init(_ point: RankedPoint, kit: PageKit) {
        let (atlas, text) = (kit.engine.atlas, kit.engine.text)
        let entry = atlas.point(point.point)
        pointName = entry?.name ?? point.point.rawValue
        pointPlace = kit.place(of: point.point, point.side).map(text.place)?.capitalizedFirst ?? ""
        pointLikelihood = LikelihoodView(point.probability, kit: kit)
        state = atlas.phrases("state_\(point.state.rawValue)")
        landmarks = entry?.landmarks ?? ""
        let tools = (entry?.access ?? []).map { kit.texts("access_\($0.rawValue)") }
        reach =
            tools.isEmpty
            ? kit.texts("access_none") : kit.texts("access_with", ["tools": kit.alternatives(tools)])
        explains = point.explains.map { share in
            let percent = LikelihoodView(share.share, kit: kit).percent
            return ShareLine(
                shareText: kit.texts("explains_share", ["percent": percent, "place": text.place(share.place)]))
        }
        hasExplains = !explains.isEmpty
        reasonsFor = ReasonLines.lines(point.reasonsFor, kit: kit)
        hasReasonsFor = !reasonsFor.isEmpty
        reasonsAgainst = ReasonLines.lines(point.reasonsAgainst, kit: kit)
        hasReasonsAgainst = !reasonsAgainst.isEmpty
        sources = (entry?.sources ?? []).compactMap { atlas.reference($0) }.sorted { $0.status < $1.status }.map {
            SourceLine(
                citation: $0.year.isEmpty ? $0.citation : "\($0.citation), \($0.year)",
                sourceStatus: kit.texts("status_\($0.status.rawValue)"))
        }
    }
}

extension PageKit {
    /// "a, b or c".
    func alternatives(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + texts("list_or") + last
    }

    /// The area of skin over a point.
    func place(of point: PointID, _ side: BodySide) -> BodyPlace? {
        guard let region = engine.atlas.point(point).flatMap({ engine.atlas.region($0.surfaceRegion) }) else {
            return nil
        }
        return BodyPlace(region.id, region.laterality == .midline ? .midline : RegionSide(side))
    }
}
