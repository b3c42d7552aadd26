import Testing
import Unknot

/// The engine with the built-in tables: made once, since it never changes.
enum CareEngine {
    private static let made = Result { try Engine() }

    static func get() throws -> Engine { try made.get() }
}

extension Intake {
    /// Somebody who marked a place and said no to everything that cannot wait.
    static func answered(_ engine: Engine, _ places: [BodyPlace], presses: [Press] = []) -> Intake {
        var intake = Intake(age: 41, drawing: places.map { PainMark($0, strength: .main) }, presses: presses)
        for sign in engine.atlas.warningSigns where sign.combination == nil {
            if sign.urgency == .emergencyNow || sign.urgency == .sameDay {
                intake.answers[sign.id.rawValue] = .reply(.no)
            }
        }
        return intake
    }
}

extension PlanRequest {
    /// A sore knot on top of the left shoulder, found by pressing.
    static func shoulder(_ engine: Engine, tools: [CareTool] = [], minutes: Double = 10) -> PlanRequest {
        let press = Press("trapezius_upper_tp2", .left, tenderness: 5, isFamiliar: true)
        return PlanRequest(
            intake: .answered(engine, [BodyPlace("shoulder_top", .left)], presses: [press]), tools: tools,
            minutes: minutes)
    }

    /// A knot beside the low back, as in the seeds.
    static func lowBack(_ engine: Engine, tools: [CareTool] = [], minutes: Double = 10) -> PlanRequest {
        let press = Press("multifidus_lumborum_l5", .left, tenderness: 5, isFamiliar: true)
        return PlanRequest(
            intake: .answered(engine, [BodyPlace("paraspinal_l4_s1", .left)], presses: [press]), tools: tools,
            minutes: minutes)
    }
}
