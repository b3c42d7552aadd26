import Unknot
import UnknotJournal

/// What is planned, on Today: the first thing that the plan works on, and when there was a session last.
struct PlannedStep: Sendable {
    /// The technique and where; nil when questions come before a plan.
    let plannedStep: String?
    let plannedWords: String

    /// - Parameters:
    ///   - screen: What comes next on the way to the plan.
    ///   - lastSession: The day of the last session.
    ///   - stop: A danger sign that stands.
    init(
        _ screen: ReleaseFlow.Screen?, lastSession: LocalDay?, stop: HealthHistory.Stop? = nil, kit: RecordKit
    ) {
        var words: [String] = []
        if let stop {
            plannedStep = nil
            words.append(StoppedNote(stop, kit: kit).stoppedWords)
        } else if case .plan(let plan)? = screen,
            let step = plan.steps.first(where: { $0.role == .release }) ?? plan.steps.first
        {
            let (side, muscle) = (step.treatment.side, step.treatment.point.muscle)
            plannedStep = kit.texts(
                "today_planned",
                [
                    "technique": step.technique.name, "side": kit.kit.engine.text.side(side),
                    "muscle": kit.kit.engine.text.muscle(muscle),
                ])
            words.append(
                kit.texts("today_planned_time", ["time": kit.kit.engine.planText.duration(plan.seconds)]))
        } else {
            plannedStep = nil
            words.append(kit.texts("today_planned_questions"))
        }
        if let lastSession {
            words.append(
                lastSession == kit.today
                    ? kit.texts("today_session_done")
                    : kit.texts("today_session_last", ["day": kit.dates.medium(lastSession)]))
        }
        plannedWords = words.joined(separator: " ")
    }
}
