import UnknotAtlas

/// A head with hair: calm, nobody in particular.
enum HeadShape {
    /// The middle of the head, from where the neck ends.
    private static func frame(_ skeleton: Skeleton) -> (origin: Vector, right: Vector, down: Vector) {
        let offset = skeleton.view == .side ? Vector(-4, 12) : Vector(0, 11)
        let origin =
            skeleton.skull - skeleton.headRight * offset.x - skeleton.headDown * offset.y
        return (origin, skeleton.headRight, skeleton.headDown)
    }

    private static func placed(_ corners: [(Double, Double)], _ skeleton: Skeleton) -> [Vector] {
        let (origin, right, down) = frame(skeleton)
        return corners.map { Vector($0.0, $0.1).placed(right, down, at: origin) }
    }

    /// The edge of the head.
    static func edge(_ skeleton: Skeleton) -> [Vector] {
        placed(skeleton.view == .side ? profile : oval, skeleton)
    }

    /// Hair, ear, eye and mouth.
    static func features(_ skeleton: Skeleton, _ map: @escaping @Sendable (Vector) -> Vector) -> [DrawnShape] {
        var hair = Outline(map)
        var lines = Outline(map)
        switch skeleton.view {
        case .side:
            hair.addClosed(placed(hairSide, skeleton))
            lines.addLine(placed([(-3.5, -1), (-0.5, -2.5), (1.2, 0.5), (-1, 4), (-2.5, 4.5)], skeleton))
            lines.addLine(placed([(10, 0), (12.2, 1.2), (14.4, 0.4)], skeleton))
            lines.addLine(placed([(13.4, 11.2), (16, 11)], skeleton))
        case .back:
            hair.addClosed(placed(hairBack, skeleton))
            for side in [1.0, -1] {
                let ear: [(Double, Double)] = [(15, -2), (17.6, 0), (16.6, 5), (14.4, 6)].map { ($0.0 * side, $0.1) }
                lines.addLine(placed(ear, skeleton))
            }
        case .front:
            hair.addClosed(placed(hairFront, skeleton))
            for side in [1.0, -1] {
                lines.addLine(placed([(3.6 * side, 0.5), (6.2 * side, 1.8), (9 * side, 0.6)], skeleton))
            }
            lines.addLine(placed([(0, 1), (-1.4, 6.5), (0.8, 7)], skeleton))
            lines.addLine(placed([(-3.6, 11.6), (0, 12.6), (3.6, 11.6)], skeleton))
        }
        return [DrawnShape(part: .hair, path: hair.text), DrawnShape(part: .fold, path: lines.text)]
    }

    private static let profile: [(Double, Double)] = [
        (0, -20), (8, -18.5), (14, -13.5), (16.2, -7), (15.8, -2.5), (17.4, 1.5), (20.2, 6), (17, 8.2), (17.4, 11.5),
        (16.4, 14), (15.6, 18), (11.5, 20), (5, 17.5), (-2, 13), (-9, 12), (-15, 7), (-18.2, -1), (-16.6, -10),
        (-10, -17.5),
    ]
    private static let hairSide: [(Double, Double)] = [
        (13.6, -13.8), (8, -18.7), (0, -20.3), (-10, -17.9), (-16.9, -10), (-18.5, -1), (-15.4, 7.4), (-11, 11),
        (-7.5, 8), (-5.4, 3), (-4.6, -3), (1, -5), (5.4, -8), (9, -12),
    ]
    private static let oval: [(Double, Double)] = [
        (0, -20), (9, -17.5), (14.6, -10), (15.6, -1), (13.8, 8), (9.5, 16), (4, 19.6), (-4, 19.6), (-9.5, 16),
        (-13.8, 8), (-15.6, -1), (-14.6, -10), (-9, -17.5),
    ]
    private static let hairBack: [(Double, Double)] = [
        (0, -20.3), (9, -17.8), (14.8, -10), (15.8, -1), (14, 7), (9, 11.5), (5, 15), (0, 15.8), (-5, 15), (-9, 11.5),
        (-14, 7), (-15.8, -1), (-14.8, -10), (-9, -17.8),
    ]
    private static let hairFront: [(Double, Double)] = [
        (0, -20.3), (9, -17.8), (14.8, -10), (15.8, -1), (13.6, -2.5), (11, -8.5), (4, -12), (-4, -11.5), (-11, -8),
        (-13.6, -2.5), (-15.8, -1), (-14.8, -10), (-9, -17.8),
    ]
}

/// A hand, as a shape around the wrist.
enum HandShape {
    static func parts(_ chain: Skeleton.Chain) -> [[Vector]] {
        let along = chain.heading
        let across = along.turned * -1
        func placed(_ corners: [(Double, Double)]) -> [Vector] {
            corners.map { chain.end + along * $0.0 + across * $0.1 }
        }
        switch chain.limb.hand {
        case .none, .foot: return []
        case .flat:
            return [
                placed([(-3, 4.8), (6, 6), (14, 6.2), (22, 5), (27, 2), (27, -1.5), (22, -4.6), (12, -5.6), (-3, -4.8)]
                ),
                placed([(4, 4), (8, 8.5), (14, 11), (17, 9.5), (14, 6), (8, 2)]),
            ]
        case .grip:
            return [placed([(-3, 4.8), (4, 7), (11, 8), (16, 5), (16.5, -2), (12, -7), (4, -6.4), (-3, -4.8)])]
        case .point:
            return [
                placed([(-3, 4.8), (5, 6.4), (12, 6.4), (16, 3), (15.4, -3), (10, -6.4), (-3, -4.8)]),
                placed([(8, 4.4), (16, 4.8), (24, 4.2), (26, 2.4), (24, 0.8), (14, 0)]),
                placed([(6, -1), (12, -4), (20, -4), (23, -2), (20, 0), (10, 2)]),
            ]
        }
    }
}

/// A foot, from the side or from behind.
enum FootShape {
    static func edge(_ chain: Skeleton.Chain, isSide: Bool) -> [Vector] {
        let toes = chain.heading
        let sole = Vector(0 - toes.y, toes.x)
        let corners: [(Double, Double)] =
            isSide
            ? [
                (4.5, -4), (9, 0.5), (17, 4.5), (27, 8), (33, 10.5), (32, 13.2), (24, 13), (13, 12), (4, 13),
                (-6, 13), (-10.4, 9), (-9, 3), (-6.5, -3),
            ]
            : [(-3, -6), (4, -7), (10, -9), (14, -7), (15, 0), (14, 7), (10, 9), (4, 7), (-3, 6)]
        return corners.map { chain.end + toes * $0.0 + sole * $0.1 }
    }
}
