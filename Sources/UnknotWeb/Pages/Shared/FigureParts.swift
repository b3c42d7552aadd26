import Unknot

/// A faint line of the body: a bone or a contour.
struct GuideDrawing: Sendable {
    let guideClass: String
    let guidePath: String

    init(_ guide: GuideShape) {
        guideClass = guide.kind.rawValue
        guidePath = guide.path
    }
}

/// A region in a tone with a pattern over it, since colour alone would not do.
struct FillDrawing: Sendable {
    let fillPath: String
    let fillClass: String
    /// A reference to the pattern.
    let pattern: String
    /// The name of the place, which browsers show as a tip.
    let fillName: String

    init(_ region: RegionShape, class fillClass: String, pattern: String, kit: PageKit) {
        fillPath = region.path
        self.fillClass = fillClass
        self.pattern = "url(#\(pattern))"
        fillName = kit.engine.text.place(region.place).capitalizedFirst
    }
}

/// A muscle with the run of its fibres.
struct MuscleDrawing: Sendable {
    let muscleClass: String
    let outline: String
    let fibres: [String]

    init(_ muscle: MuscleShape, isFirst: Bool) {
        muscleClass = isFirst ? "muscle is-first" : "muscle"
        outline = muscle.outline
        fibres = muscle.fibres
    }
}

/// The name of a side in an upper corner of a picture.
struct SideCorner: Sendable {
    let cornerX: String
    let cornerY: String
    let cornerAnchor: String
    let cornerName: String

    /// Both corners of a part of the body, named from the person's side.
    static func both(of panel: FigurePanel, _ kit: PageKit) -> [SideCorner] {
        both(of: panel) { kit.texts("map_\($0.rawValue)") }
    }

    /// Both corners with other names.
    static func both(of panel: FigurePanel, name: (BodySide) -> String) -> [SideCorner] {
        let box = panel.viewBox
        return BodySide.allCases.map { side in
            let isOnTheLeft = panel.isOnTheLeft(side)
            return SideCorner(
                cornerX: Coordinate(isOnTheLeft ? box.x + 10 : box.x + box.width - 10).text,
                cornerY: Coordinate(box.y + 24).text,
                cornerAnchor: isOnTheLeft ? "start" : "end",
                cornerName: name(side))
        }
    }
}

/// A number on the figure, to a tenth.
struct Coordinate {
    let text: String

    init(_ value: Double) {
        let tenths = Int((value * 10).rounded())
        text = tenths % 10 == 0 ? String(tenths / 10) : "\(Double(tenths) / 10)"
    }
}
