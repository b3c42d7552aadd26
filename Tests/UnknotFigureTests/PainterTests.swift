import Testing
import UnknotAtlas
import UnknotFigure
import UnknotRecord

@Suite("Drawing the body")
struct PainterTests {
    private let atlas: Atlas
    private let painter: FigurePainter
    /// Half the breadth of a finger, in figure units.
    private static let finger = 9.0

    init() throws {
        atlas = try Atlas.builtIn()
        painter = FigurePainter(atlas)
    }

    @Test("draws left and right as mirror images", arguments: BodyRegion.View.allCases)
    func mirrored(view: BodyRegion.View) {
        let regions = painter.panel(view).regions
        for shape in regions where shape.place.side != .midline {
            let other = regions.first { $0.place == shape.place.mirrored }
            #expect(other?.path == mirror(shape.path), "\(shape.place)")
            #expect(other?.box.description == shape.box.mirrored.description)
        }
    }

    @Test("puts the person's left on the left from behind and on the right from the front")
    func sides() {
        for view in BodyRegion.View.allCases {
            for shape in painter.panel(view).regions {
                let middle = shape.box.x + shape.box.width / 2
                switch shape.place.side {
                case .midline: #expect(abs(middle) < 1e-9, "\(shape.place)")
                case .left: #expect((middle < 0) == (view == .back), "\(shape.place)")
                case .right: #expect((middle > 0) == (view == .back), "\(shape.place)")
                }
            }
        }
    }

    @Test("puts every point where its area of skin is drawn, give or take a finger")
    func pointsLieInTheirRegions() throws {
        var astray: [PointID] = []
        for point in atlas.points {
            let position = try #require(atlas.figure.position(of: point.id))
            let region = try #require(atlas.region(point.surfaceRegion))
            let outline = atlas.figure.outlines.first { $0.region == region.id && $0.view == position.view }
            let corners = try #require(outline, "\(point.id) is shown where \(region.id) is not").corners
            let (x, y) = (position.position.x, position.position.y)
            let near = Geometry.contains(x, y, corners) || Geometry.distance(x, y, corners) <= Self.finger
            if !near { astray.append(point.id) }
        }
        #expect(astray.isEmpty, "\(astray)")
    }

    @Test("puts every point in or at its muscle")
    func pointsLieInTheirMuscles() throws {
        for point in atlas.points {
            let position = try #require(atlas.figure.position(of: point.id))
            let muscle = atlas.figure.muscles.first { $0.muscle == point.muscle && $0.view == position.view }
            let corners = try #require(muscle, "\(point.muscle) is not drawn where \(point.id) lies").corners
            let (x, y) = (position.position.x, position.position.y)
            #expect(
                Geometry.contains(x, y, corners) || Geometry.distance(x, y, corners) <= Self.finger, "\(point.id)")
        }
    }

    @Test("draws muscles inside the body, with fibres inside the muscle's frame")
    func musclesLieInTheBody() throws {
        for view in BodyRegion.View.allCases {
            let body = painter.panel(view).viewBox
            for muscle in atlas.muscles {
                guard let shape = painter.muscle(muscle.id, .left, in: view) else { continue }
                #expect(body.overlaps(shape.box) && body.union(shape.box) == body, "\(muscle.id)")
                #expect(!shape.fibres.isEmpty, "\(muscle.id) has no fibres")
            }
        }
    }

    @Test("shows the point and landmarks in a close-up")
    func closeUps() throws {
        for point in atlas.points {
            for side in BodySide.allCases {
                let spot = try #require(painter.spot(of: point.id, side))
                let panel = try #require(painter.closeUp(of: point.id, side))
                #expect(panel.view == spot.view)
                #expect(panel.viewBox.overlaps(FigureBox(x: spot.x, y: spot.y, width: 0.1, height: 0.1)))
                #expect(!panel.regions.isEmpty && panel.regions.allSatisfy { $0.box.overlaps(panel.viewBox) })
                // The limbs have fewer bones under the skin than the trunk; a fold helps there.
                let zone = try #require(atlas.region(point.surfaceRegion)).zone
                let isOnLimb = zone == .leg || zone == .arm
                #expect(panel.guides.contains { $0.kind == .bone || isOnLimb }, "no bone near \(point.id)")
            }
        }
    }

    @Test("takes no bone of the arm for a landmark of the trunk")
    func noArmBones() throws {
        for point: PointID in ["gluteus_medius_tp2", "quadratus_lumborum_deep_upper", "iliocostalis_lumborum_l1"] {
            let panel = try #require(painter.closeUp(of: point, .left))
            #expect(!panel.guides.contains { $0.id.contains("elbow") || $0.id.contains("wrist") }, "\(point)")
            #expect(panel.guides.contains { $0.kind == .bone })
        }
    }

    /// The mirror image of path data, made by turning the sign of every x.
    private func mirror(_ path: String) -> String {
        let numbers = path.dropFirst().dropLast().split(whereSeparator: { $0 == " " || $0 == "L" })
        let turned = numbers.enumerated().map { index, number -> String in
            guard index.isMultiple(of: 2), number != "0" else { return String(number) }
            return number.hasPrefix("-") ? String(number.dropFirst()) : "-" + number
        }
        return "M\(turned[0]) \(turned[1])L" + turned.dropFirst(2).joined(separator: " ") + "Z"
    }
}
