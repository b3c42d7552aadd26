import UnknotAtlas
import UnknotRecord
import UnknotSafety

/// When to stop asking.
///
/// - An emergency stops everything.
/// - The leading muscle is nearly certain and a press on it brought on the usual pain.
/// - Enough presses or questions were made: spots get sorer with every press, and people tire.
/// - No question or press is expected to teach enough.
struct StopRule: Sendable {
    let parameters: LocatorParameters

    /// How many questions or presses may follow.
    func left(_ phase: InterviewPhase, after tally: InterviewTally) -> Int {
        switch phase {
        case .questions: max(0, parameters.mostQuestions - tally.questions)
        case .presses: max(0, parameters.mostPresses - tally.presses)
        }
    }

    /// Whether another question or press may be asked for.
    func allows(_ phase: InterviewPhase, after tally: InterviewTally) -> Bool {
        left(phase, after: tally) > 0
    }

    /// Whether a step is expected to teach enough.
    func isWorthwhile(_ step: NextStep) -> Bool {
        step.gainBits >= (step.isPress ? parameters.stopPressBits : parameters.stopQuestionBits)
    }

    /// Whether nothing more should be asked, `best` being the step that is expected to teach most.
    func isDone(_ intake: Intake, triage: Triage, leading: RankedMuscle?, best: NextStep?, atlas: Atlas) -> Bool {
        if triage.level == .emergency { return true }
        guard let best, isWorthwhile(best) else { return true }
        if intake.presses.count >= parameters.mostPresses { return true }
        let tally = InterviewTally(intake, skipping: [], atlas: atlas)
        if !best.isPress, !allows(.questions, after: tally) { return true }
        guard let leading, leading.probability >= parameters.stopCertainty else { return false }
        return intake.presses.contains { press in
            press.isFamiliar == true && press.side == leading.side && atlas.point(press.point)?.muscle == leading.muscle
        }
    }
}
