import UnknotAtlas
import UnknotLocator
import UnknotRecord

/// Which of the knots that were found are worked on, in which order, and why the others are not.
struct KnotChoice {
    private let atlas: Atlas
    private let parameters: PlannerParameters

    init(_ atlas: Atlas, _ parameters: PlannerParameters) {
        self.atlas = atlas
        self.parameters = parameters
    }

    /// Knots worth a place, most probable first, and the others with the reason.
    func candidates(_ points: [RankedPoint]) -> (worth: [RankedPoint], leftOut: [LeftOut]) {
        var worth: [RankedPoint] = []
        var leftOut: [LeftOut] = []
        // What a press showed to be the person's pain goes before what is only probable; a point that was pressed and is
        // not their pain waits, unless there is nothing else.
        let first =
            points.first { $0.state == .active } ?? points.first { $0.state != .latent } ?? points.first
        for point in points {
            let isFirst = point.point == first?.point && point.side == first?.side
            if worth.contains(where: { $0.muscle == point.muscle && $0.side == point.side }) {
                leftOut.append(point.leftOut(.sameMuscle))
            } else if isFirst || point.state == .active {
                worth.append(point)
            } else if point.state == .latent {
                leftOut.append(point.leftOut(.notYourPain))
            } else if point.probability >= parameters.knotFrom {
                worth.append(point)
            } else {
                leftOut.append(point.leftOut(.lessLikely))
            }
        }
        return (worth, leftOut)
    }

    /// How many knots there is time for.
    func count(minutes: Double) -> Int {
        if minutes >= parameters.minutesForThreeKnots { return 3 }
        return minutes >= parameters.minutesForTwoKnots ? 2 : 1
    }

    /// Key knots before those that they may keep going, else the order as it was.
    func inOrder(_ knots: [RankedPoint]) -> [RankedPoint] {
        var open = knots
        var ordered: [RankedPoint] = []
        while !open.isEmpty {
            // Where keys form a circle the most probable one begins.
            let next = open.indices.first { index in keys(of: open[index], among: open).isEmpty } ?? 0
            ordered.append(open.remove(at: next))
        }
        return ordered
    }

    /// The knots of a list that may keep another one going, on its side, and that are probable enough to go first.
    func keys(of knot: RankedPoint, among knots: [RankedPoint]) -> [RankedPoint] {
        knots.filter { other in
            other.side == knot.side && other.muscle != knot.muscle
                && other.probability >= parameters.keyShare * knot.probability
                && atlas.associations.contains {
                    $0.kind == .satellite && $0.first == other.muscle && $0.second == knot.muscle
                }
        }
    }
}

extension RankedPoint {
    /// This knot as one that is left out.
    func leftOut(_ reason: LeftOut.KnotReason) -> LeftOut {
        LeftOut(subject: .knot(muscle, point, side), because: reason.rawValue)
    }
}
