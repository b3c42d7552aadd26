import RealModule
import UnknotAtlas

/// Where the joints of a pose are.
struct Skeleton: Sendable {
    /// An arm or a leg.
    struct Chain: Sendable {
        let limb: PoseLimb
        let root: Vector
        let middle: Vector
        let end: Vector
        /// The direction of the hand or foot.
        let heading: Vector
    }

    let view: FigurePose.View
    let hip: Vector
    let waist: Vector
    let nape: Vector
    let skull: Vector
    /// The head's own right and down.
    let headRight: Vector
    let headDown: Vector
    let chains: [Chain]

    init(_ pose: FigurePose) {
        view = pose.view
        hip = Vector(pose.hip)
        waist = hip + .trunk(pose.low) * PoseBones.low
        nape = waist + .trunk(pose.chest) * PoseBones.chest
        skull = nape + .trunk(pose.neck) * PoseBones.neck
        headDown = Vector.trunk(pose.head) * -1
        headRight = headDown.turned * -1
        let trunk = Limb(
            from: hip, over: waist, to: nape, pose.view == .side ? .trunk : .trunkBehind, front: 1)
        chains = pose.limbs.map { limb in
            let root = Self.root(of: limb.limb, pose.view, trunk)
            return Self.chain(limb, from: root)
        }
    }

    /// Shoulder or hip joint.
    private static func root(of limb: PoseLimb.Limb, _ view: FigurePose.View, _ trunk: Limb) -> Vector {
        let along = limb.isArm ? 0.88 : 0.02
        guard view != .side else { return trunk.line(along) + trunk.heading(along).turned * (limb.isArm ? -1 : -1) }
        // From the front, the person's right is on the left of the picture.
        let side = limb.isNear == (view == .back) ? 1.0 : -1.0
        return trunk.line(along) + trunk.heading(along).turned * (side * (limb.isArm ? 31 : 14.5))
    }

    private static func chain(_ limb: PoseLimb, from root: Vector) -> Chain {
        let bones = PoseBones.lengths(of: limb.limb)
        let upper = bones.upper * limb.upperShown
        let lower = bones.lower * limb.lowerShown
        let heading = Vector.limb(limb.end)
        guard let reach = limb.reach.map(Vector.init) else {
            let middle = root + .limb(limb.upper) * upper
            return Chain(
                limb: limb, root: root, middle: middle, end: middle + .limb(limb.lower) * lower, heading: heading)
        }
        let way = reach - root
        let distance = min(max(way.length, abs(upper - lower) + 0.01), upper + lower - 0.01)
        // The foot of the height of the triangle that the two bones make.
        let foot = (upper * upper - lower * lower + distance * distance) / (2 * distance)
        let height = max(0, upper * upper - foot * foot).squareRoot()
        let direction = way.unit
        let middle = root + direction * foot + direction.turned * (height * limb.bend)
        return Chain(limb: limb, root: root, middle: middle, end: root + direction * distance, heading: heading)
    }

    /// How much too far or too near a limb would have to reach, in units; 0 when it reaches.
    static func missing(_ pose: FigurePose) -> [(limb: PoseLimb.Limb, distance: Double)] {
        Skeleton(pose).chains.compactMap { chain in
            guard let reach = chain.limb.reach else { return nil }
            let gap = (Vector(reach) - chain.end).length
            return gap > 0.5 ? (chain.limb.limb, gap) : nil
        }
    }
}
