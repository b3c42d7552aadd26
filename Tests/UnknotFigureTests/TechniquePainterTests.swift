import Testing
import UnknotAtlas
import UnknotRecord

@testable import UnknotFigure

@Suite("Drawing techniques")
struct TechniquePainterTests {
    private let atlas: Atlas
    private let painter: TechniquePainter

    init() throws {
        atlas = try Atlas.builtIn()
        painter = TechniquePainter(atlas)
    }

    private func distance(_ a: PosePlace, _ b: PosePlace) -> Double {
        (Vector(a) - Vector(b)).length
    }

    @Test("no arm or leg is longer than it is: what has to be reached is reached")
    func reach() {
        // A wrist may be off by less than the thickness of a finger.
        for pose in atlas.care.drawings.poses.values {
            for (limb, gap) in Skeleton.missing(pose) where gap > 3 {
                Issue.record("\(pose.id): \(limb.rawValue) is \(gap) short")
            }
        }
    }

    @Test("keeps the lengths of the bones, wherever a limb reaches")
    func bones() {
        for pose in atlas.care.drawings.poses.values {
            for chain in Skeleton(pose).chains {
                let lengths = PoseBones.lengths(of: chain.limb.limb)
                let upper = (chain.middle - chain.root).length
                let lower = (chain.end - chain.middle).length
                #expect(abs(upper - lengths.upper * chain.limb.upperShown) < 1e-6, "\(pose.id)")
                #expect(abs(lower - lengths.lower * chain.limb.lowerShown) < 1e-6, "\(pose.id)")
            }
        }
    }

    @Test("the tool, or the hand, is at the knot")
    func toolAtTheKnot() throws {
        let drawings = atlas.care.drawings
        for figure in drawings.figures {
            let technique = try #require(atlas.care.technique(figure.technique))
            let scene = try #require(drawings.scenes[figure.scene])
            guard technique.touch.isByHand, let spot = scene.spot else { continue }
            let tools = (scene.props + figure.tools).filter { placed in
                drawings.props[placed.prop]?.parts.contains { [.tool, .hand, .helperHand].contains($0.style) } == true
            }
            let poses = [scene.pose, scene.helper].compactMap { $0 }.compactMap { drawings.poses[$0] }
            let hands = poses.flatMap { Skeleton($0).chains }.filter { $0.limb.limb.isArm && $0.limb.hand != .none }
            let nearTool = tools.map { distance($0.place, spot) }.min() ?? .infinity
            let nearHand = hands.map { ($0.end + $0.heading * 20 - Vector(spot)).length }.min() ?? .infinity
            #expect(min(nearTool, nearHand) <= 30, "\(figure.technique) in \(figure.scene)")
        }
    }

    @Test("shows every technique at every point where it is used")
    func everyUse() throws {
        for point in atlas.points {
            for (_, technique) in atlas.care.uses(at: point) {
                let picture = try #require(painter.picture(technique.id, at: point, side: .right))
                #expect(!picture.shapes.isEmpty && !picture.pose.isEmpty && picture.words.hasSuffix("."))
                #expect(picture.isThere || picture.spot == nil, "a knot at another place: \(technique.id) \(point.id)")
            }
        }
    }

    @Test("draws the left side the other way round")
    func mirrored() throws {
        for technique in atlas.care.techniques {
            let right = try #require(painter.picture(technique.id, side: .right))
            let left = try #require(painter.picture(technique.id, side: .left))
            #expect(left.viewBox == right.viewBox)
            #expect(left.shapes.map(\.part) == right.shapes.map(\.part))
            let middle = 2 * right.viewBox.middle.x
            if let spot = right.spot {
                let other = try #require(left.spot)
                #expect(abs(other.x - (middle - spot.x)) < 1e-9 && other.y == spot.y)
            }
        }
    }

    @Test("writes paths of commands and numbers only")
    func paths() throws {
        let allowed = Set("Mclz-. 0123456789")
        for figure in atlas.care.drawings.figures {
            let area = figure.areas.first ?? "any"
            let picture = try #require(painter.picture(figure.technique, in: area))
            for shape in picture.shapes {
                #expect(shape.path.hasPrefix("M") && shape.path.allSatisfy(allowed.contains), "\(figure.technique)")
            }
        }
    }

    @Test("is small enough to stand on a page many times")
    func size() throws {
        for technique in atlas.care.techniques {
            let picture = try #require(painter.picture(technique.id))
            #expect(picture.shapes.reduce(0) { $0 + $1.path.utf8.count } < 20_000, "\(technique.id)")
        }
    }

    @Test("knows nothing of a technique that is not there")
    func unknown() {
        #expect(painter.picture("nothing") == nil)
    }
}
