import Unknot

/// The drawing of a technique: the pose, the tool, the way it goes and the spot, with the same in words.
struct TechniqueDrawing: Sendable {
    /// One shape.
    struct Shape: Sendable {
        let shapeClass: String
        let shapePath: String
    }

    let drawingBox: String
    /// What is to be seen, for those who do not see it.
    let drawingText: String
    let shapes: [Shape]
    let drawnSpots: [Spot]

    /// The sign of the knot.
    struct Spot: Sendable {
        let spotX: String
        let spotY: String
        let spotSize: String
        let haloSize: String
    }

    /// - Parameters:
    ///   - point: Where it is used; without one, the technique in general.
    ///   - side: The side that is worked on; without one, the right.
    init(_ technique: Technique, at point: TriggerPoint? = nil, side: BodySide? = nil, kit: PageKit) {
        self.init(
            technique, kit.engine.techniqueFigures.picture(technique.id, at: point, side: side), side: side, kit: kit)
    }

    /// The technique in an area of the body.
    init(_ technique: Technique, in area: CarePlaceID, kit: PageKit) {
        self.init(technique, kit.engine.techniqueFigures.picture(technique.id, in: area), side: nil, kit: kit)
    }

    private init(_ technique: Technique, _ picture: TechniquePicture?, side: BodySide?, kit: PageKit) {
        drawingBox = picture?.viewBox.description ?? "0 0 4 3"
        shapes = (picture?.shapes ?? []).map { Shape(shapeClass: "f-\($0.part.rawValue)", shapePath: $0.path) }
        drawnSpots = [picture?.spot].compactMap { $0 }.map { spot in
            let size = picture?.spotRadius ?? 0
            return Spot(
                spotX: Coordinate(spot.x).text, spotY: Coordinate(spot.y).text, spotSize: Coordinate(size).text,
                haloSize: Coordinate(size * 1.6).text)
        }
        var sentences = [kit.texts("drawing_of", ["technique": technique.name])]
        if let picture {
            sentences.append(picture.pose + ".")
            sentences.append(picture.words)
            if let side, picture.spot != nil { sentences.append(kit.texts("drawing_side_\(side.rawValue)")) }
            if !picture.isThere { sentences.append(kit.texts("drawing_elsewhere")) }
        }
        drawingText = sentences.joined(separator: " ")
    }
}
