import RealModule
public import UnknotAtlas

/// A drawing of a technique, ready for a page.
public struct TechniquePicture: Hashable, Sendable {
    /// The part of the sheet that is shown.
    public let viewBox: FigureBox
    /// Shapes, from the back to the front.
    public let shapes: [DrawnShape]
    /// Where the knot is, if the drawing is about one.
    public let spot: PosePlace?
    /// How big the sign of the knot is.
    public let spotRadius: Double
    /// The pose in words, without a full stop.
    public internal(set) var pose = ""
    /// What the tool and the arrows say, as a sentence.
    public internal(set) var words = ""
    /// Whether it shows the part of the body that was asked for; else it shows another one, without the sign of a knot.
    public internal(set) var isThere = true
}

/// Draws scenes.
struct SceneDrawer {
    let scene: FigureScene
    let poses: [String: FigurePose]
    let props: [String: FigureProp]
    /// Whether everything is drawn the other way round, for the other side of the body.
    let isMirrored: Bool

    /// Draws the scene with tools and arrows.
    func picture(tools: [PlacedProp], arrows: [FigureArrow], showsSpot: Bool) -> TechniquePicture {
        let box = FigureBox(x: scene.corner.x, y: scene.corner.y, width: scene.size.x, height: scene.size.y)
        let middle = 2 * box.x + box.width
        let isMirrored = isMirrored
        let map: @Sendable (Vector) -> Vector = { isMirrored ? Vector(middle - $0.x, $0.y) : $0 }
        let turned: @Sendable (Vector) -> Vector = { map(Vector(middle - $0.x, $0.y)) }
        func drawer(_ id: String, isHelper: Bool) -> BodyDrawer? {
            poses[id].map {
                BodyDrawer(
                    skeleton: Skeleton($0), isHelper: isHelper,
                    map: isHelper && scene.isHelperMirrored ? turned : map)
            }
        }
        let persons = [drawer(scene.pose, isHelper: false)].compactMap { $0 }
        let helpers = [scene.helper.flatMap { drawer($0, isHelper: true) }].compactMap { $0 }
        let placed = scene.props + tools
        func things(_ layer: PlacedProp.Layer) -> [DrawnShape] {
            placed.filter { $0.layer == layer }.flatMap { shapes(of: $0, map) }
        }
        var drawn = things(.behind)
        for helper in helpers { drawn += helper.behind() + helper.middle() }
        for person in persons { drawn += person.behind() + person.middle() }
        drawn += things(.between)
        for person in persons { drawn += person.before() }
        for helper in helpers { drawn += helper.before() }
        drawn += things(.before)
        drawn += arrows.map { arrow($0, size: box.width / 400, map) }
        let spot = showsSpot ? scene.spot.map { map(Vector($0)) } : nil
        return TechniquePicture(
            viewBox: box, shapes: drawn.filter { !$0.path.isEmpty }, spot: spot.map { PosePlace(x: $0.x, y: $0.y) },
            spotRadius: box.width / 78)
    }

    private func shapes(of placed: PlacedProp, _ map: @escaping @Sendable (Vector) -> Vector) -> [DrawnShape] {
        guard let prop = props[placed.prop] else { return [] }
        let angle = placed.turn * .pi / 180
        let right = Vector(.cos(angle), .sin(angle))
        let origin = Vector(placed.place)
        return prop.parts.map { part in
            var outline = Outline { map($0.placed(right, right.turned, at: origin)) }
            outline.add(part.path)
            let kind: DrawnShape.Part =
                switch part.style {
                case .tool: .tool
                case .bar: .bar
                case .hand: .body
                case .helperHand: .helper
                case .fold: .fold
                case .toolLine: .toolLine
                case .thing: .thing
                case .line: .line
                case .faint: .faint
                }
            return DrawnShape(part: kind, path: outline.text)
        }
    }

    private func arrow(
        _ arrow: FigureArrow, size: Double, _ map: @escaping @Sendable (Vector) -> Vector
    ) -> DrawnShape {
        var outline = Outline(map)
        let head = 5 + 6 * size
        func point(at tip: Vector, heading: Vector) {
            let back = tip - heading * head
            let side = heading.turned * (head * 0.55)
            outline.addLine([back + side, tip, back - side], smooth: false)
        }
        let start = Vector(arrow.start)
        let end = Vector(arrow.end)
        if arrow.kind == .ring {
            let angles = stride(from: 40.0, through: 340, by: 30).map { $0 * .pi / 180 }
            let places = angles.map { Vector(start.x + end.x * .cos($0), start.y + end.y * .sin($0)) }
            outline.addLine(places)
            if let last = places.last {
                let angle = 355 * Double.pi / 180
                point(at: last, heading: Vector(0 - end.x * .sin(angle), end.y * .cos(angle)).unit)
            }
        } else {
            let handle = (start + end) * 0.5 - (end - start).turned * (2 * arrow.bow)
            var pen = outline.start(start)
            outline.cubic(&pen, start + (handle - start) * (2 / 3), end + (handle - end) * (2 / 3), end)
            point(at: end, heading: (end - handle).unit)
            if arrow.kind == .both { point(at: start, heading: (start - handle).unit) }
        }
        return DrawnShape(part: .way, path: outline.text)
    }
}

extension Outline {
    /// Adds the path of a prop.
    mutating func add(_ path: [PathStep]) {
        var pen = Vector(0, 0)
        var here = Vector(0, 0)
        for step in path {
            let numbers = step.numbers
            let places = stride(from: 0, to: numbers.count - 1, by: 2).map { Vector(numbers[$0], numbers[$0 + 1]) }
            switch step.letter {
            case "M": pen = start(places[0])
            case "L": line(&pen, to: places[0])
            case "C": cubic(&pen, places[0], places[1], places[2])
            case "Q":
                cubic(
                    &pen, here + (places[0] - here) * (2 / 3), places[1] + (places[0] - places[1]) * (2 / 3), places[1])
            case "O": addCircle(places[0], numbers[2])
            default: close()
            }
            if step.letter != "Z" && step.letter != "O", let last = places.last { here = last }
        }
    }
}
