import Unknot

/// The body from behind and from the front, with a shape for every place that can be marked.
struct MapView: Sendable {
    /// The body from one side.
    struct Panel: Sendable {
        let panelID: String
        /// Whether the other side is seen first where there is no room for both.
        let isTurnedAway: Bool
        let panelName: String
        let panelLabel: String
        let panelBox: String
        let silhouette: String
        let guides: [GuideDrawing]
        let shapes: [Shape]
        let numbers: [Number]
        /// What stands above the left and the right edge of the picture.
        let leftName: String
        let rightName: String
    }

    /// A place on the figure.
    struct Shape: Sendable {
        let shapeID: String
        let shapePlace: String
        let shapeClass: String
        let shapePath: String
    }

    /// How strong the pain of a place is, written on it: colour alone would not do.
    struct Number: Sendable {
        let numberX: Int
        let numberY: Int
        let number: Int
    }

    let panels: [Panel]

    init(_ form: IntakeForm, kit: PageKit) {
        panels = [BodyRegion.View.back, .front].map { Self.panel(kit.engine.figure.panel($0), form, kit.texts) }
    }

    private static func panel(_ panel: FigurePanel, _ form: IntakeForm, _ texts: PageTexts) -> Panel {
        let view = panel.view.rawValue
        let names = BodySide.allCases.map { (isOnTheLeft: panel.isOnTheLeft($0), text: texts("map_\($0.rawValue)")) }
        let strong = panel.regions.compactMap { region in
            form.feelings[region.place]?.intensity.map { (region: region, intensity: $0) }
        }
        return Panel(
            panelID: view,
            isTurnedAway: panel.view == .front,
            panelName: texts("figure_\(view)"),
            panelLabel: texts("map_\(view)"),
            panelBox: panel.viewBox.description,
            silhouette: panel.silhouette,
            guides: panel.guides.map(GuideDrawing.init),
            shapes: panel.regions.map { shape($0, view, form) },
            numbers: strong.map { region, intensity in
                Number(
                    numberX: Int(region.box.x + region.box.width / 2),
                    numberY: Int(region.box.y + region.box.height / 2), number: intensity)
            },
            leftName: names.first { $0.isOnTheLeft }?.text ?? "",
            rightName: names.first { !$0.isOnTheLeft }?.text ?? ""
        )
    }

    private static func shape(_ region: RegionShape, _ view: String, _ form: IntakeForm) -> Shape {
        let level = form.feelings[region.place]?.intensity.map { " level-\($0)" } ?? ""
        return Shape(
            shapeID: "figure-\(view)-\(MapStyle.name(of: region.place))",
            shapePlace: "\(region.place.region.rawValue) \(region.place.side.rawValue)",
            shapeClass: form.places.contains(region.place) ? "region is-marked\(level)" : "region",
            shapePath: region.path
        )
    }
}
