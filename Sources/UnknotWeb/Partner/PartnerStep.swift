import Unknot

/// One step of a session as a partner needs it. Nothing in it says why it is done, or what else is known of the person:
/// what follows from a health check is in the numbers already, without its name.
struct PartnerStep: Hashable, Sendable {
    let technique: TechniqueID
    let point: PointID
    let side: BodySide
    /// Whether the partner does it; otherwise the person does, and the partner keeps the time.
    let isForPartner: Bool
    /// Seconds of one repetition, 0 when it is not timed.
    let seconds: Int
    let repetitions: Int
    /// Seconds of rest between repetitions.
    let rest: Int
    /// How strong it may feel to the person, 0 to 10; nil when nothing presses.
    let pressure: ClosedRange<Int>?
    /// How to sit, stand or lie.
    let position: String
    /// Where exactly, for the group of the muscle.
    let how: String?
    /// What to keep off.
    let caution: String
    /// What makes the person say stop.
    let stopWhen: [String]

    /// What of a plan a partner can do or watch; what belongs to a professional is neither.
    static func steps(of plan: Plan, text: PlanText) -> [PartnerStep] {
        plan.steps.filter { $0.technique.performer != .clinician && $0.role != .strengthen }.map { step in
            PartnerStep(
                technique: step.technique.id, point: step.treatment.point.id, side: step.treatment.side,
                isForPartner: step.technique.performer == .partner, seconds: step.seconds,
                repetitions: step.repetitions, rest: step.rest, pressure: step.treatment.pressure,
                position: text.position(step), how: step.treatment.use?.how, caution: step.treatment.group.caution,
                stopWhen: text.stopWhen(step))
        }
    }
}
