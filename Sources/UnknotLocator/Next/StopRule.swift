import UnknotAtlas
import UnknotRecord
import UnknotSafety

/// When to stop asking.
///
/// - An emergency stops everything.
/// - The leading muscle is nearly certain and a press on it brought on the usual pain.
/// - Enough presses or questions were answered: spots get sorer with every press, and people tire.
/// - No question or press is expected to teach enough.
struct StopRule {
    let parameters: LocatorParameters

    func isDone(_ intake: Intake, triage: Triage, leading: RankedMuscle?, best: NextStep?, atlas: Atlas) -> Bool {
        if triage.level == .emergency { return true }
        guard let best, best.gainBits >= parameters.stopGainBits else { return true }
        if intake.presses.count >= parameters.mostPresses { return true }
        // Warning questions are for safety and do not use up the person's patience for the rest.
        let answered = intake.answers.keys.count { atlas.warningSign(QuestionID($0)) == nil }
        if answered >= parameters.mostQuestions, !best.isPress { return true }
        guard let leading, leading.probability >= parameters.stopCertainty else { return false }
        return intake.presses.contains { press in
            press.isFamiliar == true && press.side == leading.side && atlas.point(press.point)?.muscle == leading.muscle
        }
    }
}
