import Unknot

/// Which knot each drawn place belongs to on the figure, and what else is drawn there.
struct Painting: Sendable {
    /// What a place is filled with.
    enum Tone: Hashable, Sendable {
        /// The candidate with this number explains most of it.
        case candidate(Int)
        /// A knot that is not among the candidates explains most of it.
        case other
        /// Neither knots nor other sources account for it.
        case unexplained

        /// The name of the tone and its pattern.
        var name: String {
            switch self {
            case .candidate(let rank): "tone-\(rank)"
            case .other: "tone-other"
            case .unexplained: "tone-unexplained"
            }
        }
    }

    /// The drawn places in their order, and their tones.
    let order: [BodyPlace]
    let fills: [BodyPlace: Tone]
    private let knots: [(rank: Int, muscle: MuscleID, side: BodySide, points: [RankedPoint])]

    init(_ form: IntakeForm, answer: LocateAnswer, candidates: [Candidate]) {
        order = form.intake.painfulMarks.map(\.place)
        knots = candidates.enumerated().compactMap { index, candidate in
            guard case .muscle(let muscle, let side) = candidate.kind else { return nil }
            return (index + 1, muscle, side, candidate.points(answer))
        }
        var fills: [BodyPlace: Tone] = [:]
        for place in order {
            fills[place] = answer.unexplained.contains(place) ? .unexplained : Self.tone(place, answer, knots)
        }
        self.fills = fills
    }

    private struct Owner: Hashable {
        let muscle: MuscleID
        let side: BodySide
    }

    /// The knot with the largest share; on a tie the one that is ranked first.
    private static func tone(
        _ place: BodyPlace, _ answer: LocateAnswer,
        _ knots: [(rank: Int, muscle: MuscleID, side: BodySide, points: [RankedPoint])]
    ) -> Tone {
        var shares: [Owner: Double] = [:]
        var order: [Owner] = []
        for point in answer.points {
            guard let share = point.explains.first(where: { $0.place == place })?.share else { continue }
            let owner = Owner(muscle: point.muscle, side: point.side)
            if shares[owner] == nil { order.append(owner) }
            shares[owner, default: 0] += share
        }
        var best: Owner?
        for owner in order where best.map({ shares[owner, default: 0] > shares[$0, default: 0] }) ?? true {
            best = owner
        }
        guard let best else { return .unexplained }
        return knots.first { $0.muscle == best.muscle && $0.side == best.side }.map { .candidate($0.rank) } ?? .other
    }

    /// The muscles of the candidates that explain a place, and of the first, least likely below.
    func muscles(in view: BodyRegion.View, _ kit: PageKit) -> [MuscleDrawing] {
        knots.reversed().filter { knot in
            knot.rank == knots.first?.rank || fills.values.contains(.candidate(knot.rank))
        }
        .compactMap { knot in
            kit.engine.figure.muscle(knot.muscle, knot.side, in: view).map {
                MuscleDrawing($0, isFirst: knot.rank == knots.first?.rank)
            }
        }
    }

    /// Points less probable than this have no mark.
    private static let smallestMarked = 0.05

    /// The likeliest spots of the candidates.
    func knots(in view: BodyRegion.View, _ kit: PageKit) -> [ExplainingFigure.KnotMark] {
        var placed: [(x: Double, y: Double)] = []
        return knots.flatMap { knot -> [ExplainingFigure.KnotMark] in
            let points = knot.points.filter { $0.probability >= Self.smallestMarked || $0 == knot.points.first }
            var own: [PointSpot] = []
            return points.prefix(2).compactMap { point in
                guard let spot = kit.engine.figure.spot(of: point.point, point.side), spot.view == view,
                    // Two spots of a muscle that lie side by side have one mark.
                    !own.contains(where: { abs($0.x - spot.x) < 14 && abs($0.y - spot.y) < 14 })
                else { return nil }
                own.append(spot)
                // The number stands outside of the spot, away from the middle and from other numbers.
                let outwards: Double = spot.x < 0 ? -1 : 1
                var label = (x: spot.x + outwards * 17, y: spot.y)
                while placed.contains(where: { abs($0.x - label.x) < 15 && abs($0.y - label.y) < 17 }) {
                    label.y += 17
                }
                placed.append(label)
                return ExplainingFigure.KnotMark(
                    knotNumber: knot.rank, knotX: Coordinate(spot.x).text, knotY: Coordinate(spot.y).text,
                    numberX: Coordinate(label.x).text, numberY: Coordinate(label.y).text)
            }
        }
    }

    private static let margin = 45.0
    /// A picture smaller than this shows no body any more.
    private static let smallestFrame = 380.0
    /// From here on the whole body is shown.
    private static let largestFrame = 620.0

    /// The part of the body that matters: what is drawn, with the muscles and spots of the candidates that explain it.
    func frame(around shapes: [RegionShape], in panel: FigurePanel, _ kit: PageKit) -> FigureBox {
        var boxes = shapes.map(\.box)
        for knot in knots where knot.rank == knots.first?.rank || fills.values.contains(.candidate(knot.rank)) {
            if let muscle = kit.engine.figure.muscle(knot.muscle, knot.side, in: panel.view) {
                boxes.append(muscle.box)
            }
            for point in knot.points.prefix(2) {
                guard let spot = kit.engine.figure.spot(of: point.point, point.side), spot.view == panel.view else {
                    continue
                }
                boxes.append(FigureBox(x: spot.x, y: spot.y, width: 0, height: 0))
            }
        }
        guard let first = boxes.first else { return panel.viewBox }
        // Around the middle line, so that one sees at once where on the body this is.
        var frame = boxes.reduce(first) { $0.union($1).union($1.mirrored) }.padded(by: Self.margin)
        guard frame.height <= Self.largestFrame else { return panel.viewBox }
        let short = Self.smallestFrame - frame.height
        if short > 0 {
            frame = FigureBox(x: frame.x, y: frame.y - short / 2, width: frame.width, height: Self.smallestFrame)
        }
        let width = max(frame.width, min(frame.height, panel.viewBox.width))
        return FigureBox(x: -width / 2, y: max(frame.y, panel.viewBox.y), width: width, height: frame.height)
    }
}
