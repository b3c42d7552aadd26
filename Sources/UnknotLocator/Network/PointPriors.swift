import RealModule
import UnknotAtlas
import UnknotRecord

/// How often each point is active alone, and several points of a muscle together, on one side.
///
/// The prior p of a muscle with more than one point is shared between "several points" and the single points so that
/// P(at least one) = p: a part w of the whole has 1 − (1 − p)^w. Inconstant and rare points weigh a fifth.
struct PointPriors {
    private var alone: [PointID: Double] = [:]
    private var together: [MuscleID: Double] = [:]

    init(_ atlas: Atlas, severalShare: Double) {
        for prior in atlas.musclePriors {
            func part(_ weight: Double) -> Double {
                -.expMinusOne(weight * Double.log(onePlus: -prior.probability))
            }
            let points = atlas.points(of: prior.muscle)
            let weights = points.map { prior.inconstantPoints.contains($0.id) ? 0.2 : 1.0 }
            let share = points.count > 1 ? severalShare : 0
            let total = weights.reduce(0, +)
            for (point, weight) in zip(points, weights) {
                alone[point.id] = part((1 - share) * weight / total)
            }
            if share > 0 { together[prior.muscle] = part(share) }
        }
    }

    /// The chance that a point is active alone.
    func alone(_ point: PointID) -> Double { alone[point] ?? 0 }

    /// The chance that several points of a muscle are active; `nil` where it has one point.
    func together(_ muscle: MuscleID) -> Double? { together[muscle] }
}
