import Unknot

/// The part of the body around a point, with the landmarks by which to find it.
struct CloseUp: Sendable {
    /// A letter beside a landmark in the picture.
    struct Letter: Sendable {
        let letter: String
        let letterX: String
        let letterY: String
    }

    /// What a letter stands for.
    struct KeyLine: Sendable {
        let keyLetter: String
        let keyName: String
    }

    let viewBox: String
    let silhouette: String
    let painful: [String]
    let landmarks: [GuideDrawing]
    let letters: [Letter]
    let key: [KeyLine]
    let hasKey: Bool
    let muscle: MuscleDrawing?
    let spotX: String
    let spotY: String
    /// The whole body, with a frame around the part.
    let wholeBox: String
    let wholeSilhouette: String
    let frameX: String
    let frameY: String
    let frameWidth: String
    let frameHeight: String
    /// What the picture shows.
    let caption: String

    init?(of point: PointID, _ side: BodySide, form: IntakeForm, kit: PageKit) {
        let painter = kit.engine.figure
        guard let spot = painter.spot(of: point, side), let panel = painter.closeUp(of: point, side) else {
            return nil
        }
        let whole = painter.panel(spot.view)
        viewBox = panel.viewBox.description
        silhouette = panel.silhouette
        let marked = Set(form.places)
        painful = panel.regions.filter { marked.contains($0.place) }.map(\.path)
        landmarks = panel.guides.map(GuideDrawing.init)
        let shape = kit.engine.atlas.point(point).flatMap { painter.muscle($0.muscle, side, in: spot.view) }
        muscle = shape.map { MuscleDrawing($0, isFirst: true) }
        spotX = Coordinate(spot.x).text
        spotY = Coordinate(spot.y).text
        wholeBox = whole.viewBox.description
        wholeSilhouette = whole.silhouette
        frameX = Coordinate(panel.viewBox.x).text
        frameY = Coordinate(panel.viewBox.y).text
        frameWidth = Coordinate(panel.viewBox.width).text
        frameHeight = Coordinate(panel.viewBox.height).text
        let bones = NearbyBones(panel, spot: spot)
        letters = bones.all.map {
            Letter(letter: $0.letter, letterX: Coordinate($0.x).text, letterY: Coordinate($0.y).text)
        }
        key = bones.all.map { KeyLine(keyLetter: $0.letter, keyName: $0.name) }
        hasKey = !key.isEmpty
        caption = kit.texts(
            key.isEmpty ? "closeup_plain" : "closeup_bones",
            ["view": kit.texts("figure_\(spot.view.rawValue)").lowercased()])
    }
}
