import Unknot

/// The body with a muscle, its points and where they send pain; of both sides, the right one.
struct AtlasFigure: Sendable {
    /// One view of the body.
    struct Panel: Sendable {
        let panelName: String
        let viewBox: String
        let silhouette: String
        let fills: [FillDrawing]
        let muscles: [MuscleDrawing]
        let guides: [GuideDrawing]
        let spots: [Spot]
        let corners: [SideCorner]
    }

    /// A point, numbered where there are several.
    struct Spot: Sendable {
        let spotX: Double
        let spotY: Double
        let spotNumber: String
    }

    /// What a tone means.
    struct Key: Sendable {
        let keyClass: String
        let keyPattern: String
        let keyName: String
    }

    let panels: [Panel]
    let keys: [Key]
    let figureText: String

    /// How much of the body is seen above and below what matters.
    private static let margin = 70.0

    /// - Parameters:
    ///   - muscle: Drawn with its fibres.
    ///   - points: Marked, and numbered when there are several.
    ///   - areas: Regions and what they mean.
    init(muscle: MuscleID?, points: [PointID], areas: [BodyPlace: AreaMeaning], text: String, kit: PageKit) {
        let painter = kit.engine.figure
        let spots = points.enumerated().compactMap { index, id in
            painter.spot(of: id, .right).map { (number: index + 1, spot: $0) }
        }
        let homes = Set(areas.keys.compactMap { kit.engine.atlas.region($0.region)?.view } + spots.map(\.spot.view))
        panels = [BodyRegion.View.back, .front].filter(homes.contains).map { view in
            let panel = painter.panel(view)
            let drawn = panel.regions.filter { areas[$0.place] != nil }
            let shape = muscle.flatMap { painter.muscle($0, .right, in: view) }
            let here = spots.filter { $0.spot.view == view }
            let boxes =
                drawn.map(\.box) + [shape?.box].compactMap { $0 }
                + here.map { FigureBox(x: $0.spot.x, y: $0.spot.y, width: 0, height: 0) }
            let box = Self.band(of: panel.viewBox, around: boxes)
            let part = painter.part(of: view, box)
            return Panel(
                panelName: kit.texts("figure_\(view.rawValue)"),
                viewBox: box.description,
                silhouette: panel.silhouette,
                fills: drawn.map { region in
                    let meaning = areas[region.place] ?? .spillover
                    return FillDrawing(region, class: meaning.tone, pattern: meaning.pattern, kit: kit)
                },
                muscles: shape.map { [MuscleDrawing($0, isFirst: true)] } ?? [],
                guides: part.guides.map(GuideDrawing.init),
                spots: here.map {
                    Spot(spotX: $0.spot.x, spotY: $0.spot.y, spotNumber: points.count > 1 ? String($0.number) : "")
                },
                corners: SideCorner.both(of: part, kit)
            )
        }
        keys = AreaMeaning.allCases.filter(areas.values.contains).map {
            Key(keyClass: $0.tone, keyPattern: "url(#\($0.pattern))", keyName: kit.texts("atlas_area_\($0.rawValue)"))
        }
        figureText = text
    }

    /// The whole width of the body, from a little above to a little below what matters.
    private static func band(of body: FigureBox, around boxes: [FigureBox]) -> FigureBox {
        guard let first = boxes.first else { return body }
        let box = boxes.dropFirst().reduce(first) { $0.union($1) }
        let top = max(body.y, box.y - margin)
        let bottom = min(body.y + body.height, box.y + box.height + margin)
        return FigureBox(x: body.x, y: top, width: body.width, height: bottom - top)
    }
}

/// What a region has to do with the thing that is shown.
enum AreaMeaning: String, CaseIterable {
    /// Hurts in nearly everybody.
    case essential
    /// Hurts in some.
    case spillover
    /// The region that the page is about.
    case subject

    var tone: String { "area is-\(rawValue)" }
    var pattern: String { "atlas-\(rawValue)" }
}
