import Unknot

/// The bones nearest to a point, each with a letter beside its line.
struct NearbyBones {
    /// One bone.
    struct Bone {
        let letter: String
        let name: String
        let x: Double
        let y: Double
    }

    let all: [Bone]

    private static let most = 4
    /// How far letters stay from the spot, from each other, and from the edge of the picture.
    private static let clearance = 20.0
    private static let spacing = 12.0
    private static let edge = 9.0

    init(_ panel: FigurePanel, spot: PointSpot) {
        func distance(_ x: Double, _ y: Double) -> Double {
            ((x - spot.x) * (x - spot.x) + (y - spot.y) * (y - spot.y)).squareRoot()
        }
        let inside = panel.viewBox.padded(by: -Self.edge)
        // Of each bone, the part of its line that is nearest but not under the spot.
        var candidates: [(name: String, x: Double, y: Double, distance: Double)] = []
        for guide in panel.guides where guide.kind == .bone {
            let corners = Self.corners(of: guide.path).filter { corner in
                inside.overlaps(FigureBox(x: corner.x, y: corner.y, width: 0.1, height: 0.1))
                    && distance(corner.x, corner.y) > Self.clearance
            }
            guard let nearest = corners.min(by: { distance($0.x, $0.y) < distance($1.x, $1.y) }) else { continue }
            candidates.append((guide.name, nearest.x, nearest.y, distance(nearest.x, nearest.y)))
        }
        var bones: [Bone] = []
        for candidate in candidates.sorted(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) {
            let isCrowded = bones.contains {
                abs($0.x - candidate.x) < Self.spacing && abs($0.y - candidate.y) < Self.spacing
            }
            // One vertebra, named in brackets after "spine", tells as much as five.
            let isRepeat = bones.contains { Self.kind(of: $0.name) == Self.kind(of: candidate.name) }
            guard bones.count < Self.most, !isCrowded, !isRepeat else { continue }
            let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(bones.count)))
            bones.append(Bone(letter: letter, name: candidate.name, x: candidate.x, y: candidate.y))
        }
        all = bones
    }

    private static func kind(of name: String) -> Substring {
        name.prefix { $0 != "(" }
    }

    /// The corners of a path of straight lines, as the figure draws its bones.
    private static func corners(of path: String) -> [(x: Double, y: Double)] {
        let numbers = path.split { " MLZ,".contains($0) }.compactMap { Double($0) }
        return stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    }
}
