public import UnknotAtlas
public import UnknotRecord

/// Draws the body from the tables of the atlas. Make it once and keep it.
///
///     let painter = FigurePainter(atlas)
///     let back = painter.panel(.back)
///     print("<svg viewBox='\(back.viewBox)'><path d='\(back.silhouette)'/></svg>")
public struct FigurePainter: Sendable {
    private let figure: BodyFigure
    private let armRegions: Set<RegionID>
    private let armPoints: Set<PointID>
    private let panels: [BodyRegion.View: FigurePanel]

    /// The blank around the body, in figure units.
    private static let margin = 12.0
    /// How much of the body a close-up shows: about two hands beside the spot each way, so that landmarks are in it.
    private static let closeUpSize = 230.0

    /// Draws both views.
    public init(_ atlas: Atlas) {
        figure = atlas.figure
        let arm = Set(atlas.regions.filter { $0.zone == .arm }.map(\.id))
        armRegions = arm
        armPoints = Set(atlas.points.filter { arm.contains($0.surfaceRegion) }.map(\.id))
        panels = Dictionary(
            uniqueKeysWithValues: BodyRegion.View.allCases.map { ($0, Self.panel($0, atlas)) })
    }

    /// The whole body from one side.
    public func panel(_ view: BodyRegion.View) -> FigurePanel {
        panels[view]
            ?? FigurePanel(
                view: view, viewBox: FigureBox(x: 0, y: 0, width: 0, height: 0), silhouette: "", regions: [],
                guides: [])
    }

    /// The shape of a muscle, where it is drawn from that side.
    public func muscle(_ id: MuscleID, _ side: BodySide, in view: BodyRegion.View) -> MuscleShape? {
        guard let outline = figure.muscles.first(where: { $0.muscle == id && $0.view == view }) else { return nil }
        let half = Self.half(RegionSide(side), view)
        let corners = PathText.drawn(outline.corners, half)
        guard let box = FigureBox(around: corners) else { return nil }
        let fibres = figure.fibres.filter { $0.muscle == id && $0.view == view }
        return MuscleShape(
            muscle: id,
            side: side,
            view: view,
            outline: PathText.shape(corners),
            fibres: fibres.map { PathText.line(PathText.drawn($0.line, half)) },
            box: box
        )
    }

    /// Where a point lies.
    public func spot(of point: PointID, _ side: BodySide) -> PointSpot? {
        figure.position(of: point).map { position in
            let isLeft = Self.half(RegionSide(side), position.view) == .left
            return PointSpot(
                point: point,
                side: side,
                view: position.view,
                x: isLeft ? 0 - position.position.x : position.position.x,
                y: position.position.y
            )
        }
    }

    /// The part of the body around a point, with the regions and landmarks that are in it.
    public func closeUp(of point: PointID, _ side: BodySide) -> FigurePanel? {
        guard let spot = spot(of: point, side) else { return nil }
        let half = Self.closeUpSize / 2
        var panel = part(
            of: spot.view, FigureBox(x: spot.x - half, y: spot.y - half, width: 2 * half, height: 2 * half))
        if !armPoints.contains(point) {
            // An arm hangs beside the trunk on the drawing only: it is no landmark for it.
            panel.guides.removeAll { guide in
                let around = panel.regions.filter { $0.box.contains(guide.box.middle) }
                return !around.isEmpty && around.allSatisfy { armRegions.contains($0.place.region) }
            }
        }
        return panel
    }

    /// A part of one view, with what is in it.
    public func part(of view: BodyRegion.View, _ box: FigureBox) -> FigurePanel {
        var panel = panel(view)
        panel.viewBox = box
        panel.regions.removeAll { !$0.box.overlaps(box) }
        panel.guides.removeAll { !$0.box.padded(by: 1).overlaps(box) }
        return panel
    }

    private static func panel(_ view: BodyRegion.View, _ atlas: Atlas) -> FigurePanel {
        let outlines = atlas.figure.outlines.filter { $0.view == view }
        let chains = FigureOutline.chains(of: outlines.map(\.corners))
        let edges = chains.map(FigureOutline.whole)
        let body = FigureBox(around: edges.joined()) ?? FigureBox(x: 0, y: 0, width: 0, height: 0)
        return FigurePanel(
            view: view,
            viewBox: body.padded(by: margin),
            silhouette: edges.map(PathText.shape).joined(),
            regions: atlas.regions.flatMap { region in
                outlines.filter { $0.region == region.id }.flatMap { shapes(of: $0, region) }
            },
            guides: atlas.figure.guides.filter { $0.view == view }.flatMap(shapes)
        )
    }

    private static func shapes(of outline: RegionOutline, _ region: BodyRegion) -> [RegionShape] {
        region.places.compactMap { place in
            let corners =
                place.side == .midline
                ? FigureOutline.whole(outline.corners)
                : PathText.drawn(outline.corners, half(place.side, outline.view))
            return FigureBox(around: corners).map {
                RegionShape(place: place, path: PathText.shape(corners), box: $0)
            }
        }
    }

    private static func shapes(of guide: FigureGuide) -> [GuideShape] {
        // What lies on the middle line, or begins there, would be drawn twice without harm; what lies on it only is not.
        let halves: [PathText.Half] = guide.line.allSatisfy { $0.x == 0 } ? [.right] : [.left, .right]
        return halves.compactMap { half in
            let corners = PathText.drawn(guide.line, half)
            return FigureBox(around: corners).map {
                GuideShape(
                    id: guide.id, kind: guide.kind, name: guide.plainName, path: PathText.line(corners), box: $0)
            }
        }
    }

    /// The half of the picture in which a side is drawn.
    private static func half(_ side: RegionSide, _ view: BodyRegion.View) -> PathText.Half {
        switch (side, view) {
        case (.left, .back), (.right, .front): .left
        case (.left, .front), (.right, .back), (.midline, _): .right
        }
    }
}
