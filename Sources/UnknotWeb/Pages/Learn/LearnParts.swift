import Unknot

/// Warning signs that call for help equally soon, in the words of the lists on which they are asked.
struct SignList: Sendable {
    /// One sign.
    struct Sign: Sendable {
        let signLabel: String
        let signQuestion: String
    }

    let listTitle: String
    let listNote: String
    let listClass: String
    let signs: [Sign]

    /// Every sign that is ever asked, most urgent first. One whose question another one covers has no line of its own.
    static func all(_ kit: PageKit) -> [SignList] {
        WarningSign.Urgency.allCases.compactMap { urgency in
            let signs = kit.engine.atlas.learnedSigns(urgency)
            guard !signs.isEmpty else { return nil }
            return SignList(
                listTitle: kit.texts("learn_signs_\(urgency.rawValue)"),
                listNote: kit.texts("learn_signs_\(urgency.rawValue)_note"),
                listClass: "learn-signs is-\(urgency.rawValue)",
                signs: signs.map { Sign(signLabel: $0.plainLabel, signQuestion: $0.plainQuestion) })
        }
    }
}

/// Every point of the atlas on the body, on both sides.
struct LearnMap: Sendable {
    /// One view of the body.
    struct Panel: Sendable {
        let panelName: String
        let viewBox: String
        let silhouette: String
        let dots: [Dot]
        let guides: [GuideDrawing]
        let corners: [SideCorner]
    }

    /// A place.
    struct Dot: Sendable {
        let dotX: String
        let dotY: String
    }

    let mapText: String
    let panels: [Panel]

    init(kit: PageKit) {
        let atlas = kit.engine.atlas
        let painter = kit.engine.figure
        let spots = atlas.points.flatMap { point in
            BodySide.allCases.compactMap { painter.spot(of: point.id, $0) }
        }
        mapText = kit.texts("learn_map_text", ["count": String(atlas.points.count)])
        panels = [BodyRegion.View.back, .front].map { view in
            let panel = painter.panel(view)
            return Panel(
                panelName: kit.texts("figure_\(view.rawValue)"),
                viewBox: panel.viewBox.description,
                silhouette: panel.silhouette,
                dots: spots.filter { $0.view == view }
                    .map { Dot(dotX: Coordinate($0.x).text, dotY: Coordinate($0.y).text) },
                guides: panel.guides.map(GuideDrawing.init),
                corners: SideCorner.both(of: panel, kit))
        }
    }
}

/// A trigger point with its muscle and where it is said to send pain.
struct LearnExample: Sendable {
    let exampleName: String
    let exampleLink: String
    let figure: AtlasFigure

    init(_ point: TriggerPoint, kit: PageKit) {
        let muscle = kit.engine.atlas.muscle(point.muscle)?.plainName ?? point.muscle.rawValue
        exampleName = kit.texts("learn_example_text", ["muscle": muscle.capitalizedFirst])
        exampleLink = "/atlas/points/\(point.id)"
        figure = AtlasFigure(
            muscle: point.muscle, points: [point.id], areas: AtlasWriter(kit).areas(of: [point]),
            text: kit.texts("atlas_figure_point", ["muscle": muscle]), kit: kit)
    }
}

/// A technique as it looks.
struct LearnDrawing: Sendable {
    let techniqueName: String
    let techniqueLink: String
    let drawing: TechniqueDrawing

    init(_ technique: Technique, kit: PageKit) {
        techniqueName = technique.name
        techniqueLink = "/techniques/\(technique.id)"
        drawing = TechniqueDrawing(technique, kit: kit)
    }
}

/// Places that nobody touches, or presses, without training.
struct LeftAlone: Sendable {
    let leftTitle: String
    let leftPlaces: [String]

    static func all(_ kit: PageKit) -> [LeftAlone] {
        let places = kit.engine.atlas.care.places
        return CarePlace.Never.allCases.compactMap { never in
            let names = places.filter { $0.use == .avoid && $0.never == never }
                .map { kit.engine.atlas.phrases("plan_place_\($0.id)").capitalizedFirst }
            guard !names.isEmpty else { return nil }
            return LeftAlone(leftTitle: kit.texts("learn_left_\(never.rawValue)"), leftPlaces: names)
        }
    }
}
