import UnknotAtlas

/// Draws a person in a pose: one clean edge around everything that belongs together.
struct BodyDrawer {
    let skeleton: Skeleton
    let isHelper: Bool
    let map: @Sendable (Vector) -> Vector

    private var isSide: Bool { skeleton.view == .side }

    private var trunk: Limb {
        Limb(
            from: skeleton.hip, over: skeleton.waist, to: skeleton.nape, isSide ? .trunk : .trunkBehind,
            front: 1)
    }

    /// Limbs behind the trunk, one by one.
    func behind() -> [DrawnShape] { limbs(.behind) }
    /// Limbs before the trunk, one by one.
    func before() -> [DrawnShape] { limbs(.before) }

    private func limbs(_ layer: PoseLimb.Layer) -> [DrawnShape] {
        skeleton.chains.filter { $0.limb.layer == layer }.flatMap { chain -> [DrawnShape] in
            var outline = Outline(map)
            add(chain, to: &outline, isOpen: layer == .before)
            let body = shape(.body, outline)
            // An open limb goes over into the cloth of the trunk, so its cap lies under its edge.
            return layer == .before
                ? [cap(of: chain), body, cloth(of: chain), hem(of: chain)]
                : [body, cap(of: chain), cloth(of: chain), hem(of: chain)]
        }
    }

    /// Trunk, neck and head with the limbs that are one with them.
    func middle() -> [DrawnShape] {
        let chains = skeleton.chains.filter { $0.limb.layer == .with }
        var outline = Outline(map)
        outline.addClosed(trunk.around(steps: 9, startCap: isSide ? 0.75 : 0.3, endCap: 0.3))
        outline.addClosed(
            Limb(from: skeleton.nape, to: skeleton.skull, isSide ? .neck : .neckBehind, front: 1)
                .around(steps: 3, endCap: 0.2))
        outline.addClosed(HeadShape.edge(skeleton))
        for chain in chains { add(chain, to: &outline, isOpen: false) }
        // The caps of the shoulders: an arm before the trunk has no edge of its own there.
        let caps = skeleton.chains.filter { $0.limb.limb.isArm && ($0.limb.layer != .behind || isSide) }.map(\.root)
        for cap in caps { outline.addCircle(cap, 10.6) }
        var shirt = Outline(map)
        shirt.addBand(trunk.side(1, 0.2, 0.985, steps: 8), trunk.side(-1, 0.2, 0.985, steps: 8))
        for cap in caps { shirt.addCircle(cap, 10.6) }
        var shorts = Outline(map)
        // Through the same places as the edge of the body, so that cloth and edge run together.
        shorts.addOpen(
            [2 / 9.0, 1 / 9.0, 0].map { trunk.place($0, across: 1) }
                + [trunk.line(0) - trunk.heading(0) * tailLength(trunk, isSide ? 0.75 : 0.3)]
                + [0, 1 / 9.0, 2 / 9.0].map { trunk.place($0, across: -1) })
        return [shape(.body, outline), shape(.shirt, shirt), shape(.shorts, shorts)]
            + chains.flatMap { [cap(of: $0), cloth(of: $0), hem(of: $0)] } + HeadShape.features(skeleton, map) + folds()
    }

    private func shape(_ part: DrawnShape.Part, _ outline: Outline) -> DrawnShape {
        let mine: DrawnShape.Part =
            switch part {
            case .body where isHelper: .helper
            case .shirt where isHelper: .helperShirt
            case .shorts where isHelper: .helperShorts
            default: part
            }
        return DrawnShape(part: mine, path: outline.text)
    }

    /// Bones of a limb with their flesh.
    private func bones(_ chain: Skeleton.Chain) -> (upper: Limb, lower: Limb) {
        let flesh: (Flesh, Flesh) =
            chain.limb.limb.isArm
            ? (.upperArm, .forearm) : isSide ? (.thigh, .shin) : (.thighBehind, .shinBehind)
        return (
            Limb(from: chain.root, to: chain.middle, flesh.0, front: -1),
            Limb(from: chain.middle, to: chain.end, flesh.1, front: -1)
        )
    }

    private func add(_ chain: Skeleton.Chain, to outline: inout Outline, isOpen: Bool) {
        let (upper, lower) = bones(chain)
        if isOpen {
            outline.addOpen(upper.around(steps: 4, openStart: true))
        } else {
            outline.addClosed(upper.around(steps: 4))
        }
        outline.addClosed(lower.around(steps: 5, endCap: 0.6))
        if chain.limb.limb.isArm {
            for part in HandShape.parts(chain) { outline.addClosed(part) }
        } else {
            outline.addClosed(FootShape.edge(chain, isSide: isSide))
        }
    }

    /// How far a round end stands out.
    private func tailLength(_ limb: Limb, _ cap: Double) -> Double {
        let girth = limb.flesh.girth(at: 0)
        return (girth.front + girth.back) / 2 * cap
    }

    /// How far a sleeve or the leg of the shorts goes.
    private func hemPlace(_ chain: Skeleton.Chain) -> Double { chain.limb.limb.isArm ? 0.5 : 0.52 }

    /// The round end of a sleeve or of the leg of the shorts.
    private func cap(of chain: Skeleton.Chain) -> DrawnShape {
        let (upper, _) = bones(chain)
        var cloth = Outline(map)
        cloth.addOpen(
            [0.5, 0.25, 0].map { upper.place($0, across: 1) }
                + [upper.line(0) - upper.heading(0) * tailLength(upper, 0.8)]
                + [0, 0.25, 0.5].map { upper.place($0, across: -1) })
        return shape(chain.limb.limb.isArm ? .shirt : .shorts, cloth)
    }

    /// A sleeve, or the leg of the shorts.
    private func cloth(of chain: Skeleton.Chain) -> DrawnShape {
        let (upper, _) = bones(chain)
        let hem = hemPlace(chain)
        var cloth = Outline(map)
        cloth.addBand(upper.side(1, 0, hem, steps: 2), upper.side(-1, 0, hem, steps: 2))
        return shape(chain.limb.limb.isArm ? .shirt : .shorts, cloth)
    }

    private func hem(of chain: Skeleton.Chain) -> DrawnShape {
        let (upper, _) = bones(chain)
        let hem = hemPlace(chain)
        var line = Outline(map)
        line.addLine(
            [1.0, 0, -1].map { across in
                upper.place(hem, across: across) + upper.heading(hem) * (across == 0 ? 2 : 0)
            })
        return DrawnShape(part: .fold, path: line.text)
    }

    /// What is to be seen of the back: the furrow of the spine and the edges of the shoulder blades.
    private func folds() -> [DrawnShape] {
        var hem = Outline(map)
        hem.addLine(
            [1, 0.5, 0, -0.5, -1].map { across in
                trunk.place(0.22, across: across) - trunk.heading(0.22) * (2 * (1 - across * across))
            })
        var lines = hem.text
        if skeleton.view == .back {
            var spine = Outline(map)
            spine.addLine([0.28, 0.5, 0.75, 0.93].map(trunk.line))
            lines += spine.text
            for side in [1.0, -1] {
                var blade = Outline(map)
                blade.addLine(
                    [(0.83, 0.24), (0.74, 0.28), (0.66, 0.4), (0.64, 0.52), (0.69, 0.7)].map {
                        trunk.place($0.0, across: $0.1 * side)
                    })
                lines += blade.text
            }
        }
        return [DrawnShape(part: .fold, path: lines)]
    }
}
