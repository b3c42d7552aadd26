import UnknotAtlas
public import UnknotRecord
import UnknotSafety

extension Locator {
    /// What an interview does next: first the warning signs, list by list, then one question or press at a time, each
    /// the one that is expected to teach most, until the stop rule.
    ///
    /// Stateless: what was said and passed over is all that counts, so an interview can be left and taken up anywhere.
    ///
    /// - Parameters:
    ///   - intake: What was said so far. Every sign of a list that was shown has an answer in it.
    ///   - phase: Whether questions or presses are wanted.
    ///   - skipping: Ids of movements, questions and points that the person does not know or does not want.
    /// - Throws: ``IntakeProblem`` when the intake does not fit the atlas or nothing is drawn; ``LocatorError`` when
    ///   inference fails.
    public func turn(
        _ intake: Intake,
        phase: InterviewPhase,
        skipping: Set<String> = []
    ) throws -> InterviewTurn {
        let triage = try triage(intake)
        let tally = InterviewTally(intake, skipping: skipping, atlas: atlas)
        let answered =
            switch phase {
            case .questions: tally.warningScreens + tally.questions
            case .presses: tally.presses
            }
        let step = try step(intake, phase, triage, tally, skipping)
        let atMost = step == .finished ? 0 : mostScreens(intake, phase, triage, tally)
        return InterviewTurn(
            step: step, triage: triage, progress: InterviewProgress(answered: answered, atMost: atMost))
    }

    /// Presses worth making, most telling first.
    ///
    /// - Parameters:
    ///   - intake: What was said so far.
    ///   - count: How many at most.
    ///   - skipping: Ids of points that must not be offered.
    /// - Returns: None when help is needed now, or when no press is expected to teach enough.
    public func presses(
        _ intake: Intake,
        most count: Int,
        skipping: Set<String> = []
    ) throws -> [NextStep] {
        guard try triage(intake).level != .emergency, !intake.painfulMarks.isEmpty else { return [] }
        let ranked = try mirrorSafe(intake) { intake in
            try inferring(reckoning(intake).chooser(skipping: skipping).rankedPresses)
        } mirror: {
            $0.map(\.mirrored)
        }
        return Array(ranked.filter(stopRule.isWorthwhile).prefix(count))
    }

    private func step(
        _ intake: Intake,
        _ phase: InterviewPhase,
        _ triage: Triage,
        _ tally: InterviewTally,
        _ skipping: Set<String>
    ) throws -> InterviewTurn.Step {
        if triage.level == .emergency { return .finished }
        let isDrawn = !intake.painfulMarks.isEmpty
        if !isDrawn, triage.level == .selfCare, triage.watched.isEmpty { throw IntakeProblem.nothingDrawn(intake) }
        if let screen = warningScreens(triage).first { return .warnings(screen) }
        guard isDrawn, stopRule.allows(phase, after: tally) else { return .finished }
        let best = try mirrorSafe(intake) { intake -> NextStep? in
            let reckoning = try reckoning(intake)
            let chooser = reckoning.chooser(skipping: skipping)
            if phase == .questions, let urgent = try mostUrgent(chooser.openQuestions(), intake, triage.level) {
                return urgent
            }
            let best = try inferring(phase == .presses ? chooser.rankedPresses : chooser.rankedQuestions).first
            let leading = rankedMuscles(reckoning.posterior).first
            return stopRule.isDone(intake, triage: triage, leading: leading, best: best, atlas: atlas) ? nil : best
        } mirror: {
            $0?.mirrored
        }
        guard let best else { return .finished }
        return best.isPress ? .press(best) : .ask(best)
    }

    /// The question that comes before all others because a yes alone would call for help sooner than what was said so
    /// far: of those, the one that would call for it soonest, and among equals the one that teaches most.
    private func mostUrgent(_ questions: [NextStep], _ intake: Intake, _ level: TriageLevel) throws -> NextStep? {
        let levels = try questions.map { step in
            var affirmed = intake
            affirmed.answers[step.id] = .reply(.yes)
            return (step: step, level: try triage(affirmed).level)
        }
        let most = levels.map(\.level).max() ?? level
        return most > level ? levels.first { $0.level == most }?.step : nil
    }

    /// The lists that still hold open signs, most dangerous first.
    private func warningScreens(_ triage: Triage) -> [WarningScreen] {
        let signs = Dictionary(grouping: triage.open) { atlas.warningSign($0)?.screen ?? "" }
        return atlas.warningHeadings.compactMap { heading in
            signs[heading.id].map { WarningScreen(id: heading.id, signs: $0) }
        }
    }

    /// The lists that are open, one more for each sign that an answer may open, and all questions or presses that the
    /// stop rule leaves. Presses answer no warning sign, so while they are made no list can open any more.
    private func mostScreens(
        _ intake: Intake, _ phase: InterviewPhase, _ triage: Triage, _ tally: InterviewTally
    ) -> Int {
        let lists = warningScreens(triage).count
        let later = phase == .questions || lists > 0 ? triage.mayOpen.count : 0
        return lists + later + (intake.painfulMarks.isEmpty ? 0 : stopRule.left(phase, after: tally))
    }
}
