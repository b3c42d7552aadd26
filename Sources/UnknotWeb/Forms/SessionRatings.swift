import Unknot

/// What is rated before and after a session: each spot that is worked on, how tight it feels, and one movement.
struct SessionRatings: Hashable, Sendable {
    /// A spot that the plan works on.
    struct Spot: Hashable, Sendable {
        let point: PointID
        let side: BodySide
        /// The place of the step that works on it, among the steps of the plan.
        let step: Int
        /// Whether it is rated by pressing. Where the plan does not press, nobody is asked to.
        let isPressed: Bool

        /// Its name in fields.
        var name: String { IntakeForm.name(of: point, side) }
    }

    let spots: [Spot]
    /// nil where no movement fits, or where moving to the end may do harm.
    let movement: MovementTest?

    init(_ plan: Plan, place: CareSetting, atlas: Atlas) {
        var spots: [Spot] = []
        for (index, step) in plan.steps.enumerated() where step.role == .release || step.role == .ease {
            let (point, side) = (step.treatment.point.id, step.treatment.side)
            guard !spots.contains(where: { $0.point == point && $0.side == side }) else { continue }
            let isPressed = step.role == .release && step.technique.touch == .press
            spots.append(Spot(point: point, side: side, step: index, isPressed: isPressed))
        }
        self.spots = spots
        // Who has something to look out for is not asked to move as far as it goes.
        let isFree = plan.checks.isEmpty && !plan.isForFlare
        movement = isFree ? spots.first.flatMap { Self.movement(for: $0, place: place, atlas: atlas) } : nil
    }

    /// Turning the head for neck and shoulder, bending sideways for the mid back, fingertips to the floor below it.
    private static func movement(for spot: Spot, place: CareSetting, atlas: Atlas) -> MovementTest? {
        guard let point = atlas.point(spot.point), let region = atlas.region(point.surfaceRegion) else { return nil }
        let canStand = place != .car && place != .bed
        switch region.zone {
        case .head, .neck, .shoulder, .upperBack: return spot.side == .left ? .neckTurnLeft : .neckTurnRight
        case .midBack: return canStand ? (spot.side == .left ? .sideBendLeft : .sideBendRight) : nil
        case .lowBack, .pelvis: return canStand ? .fingertipToFloor : nil
        case .chest, .abdomen, .arm, .leg: return nil
        }
    }
}
