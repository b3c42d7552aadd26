public import UnknotAtlas
import UnknotLocator
public import UnknotRecord
public import UnknotSafety

/// Puts plans into words for the person.
public struct PlanText: Sendable {
    private let atlas: Atlas
    private let answerText: AnswerText

    /// Uses the names and sentences of an atlas.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
        answerText = AnswerText(atlas)
    }

    private var phrases: Phrasebook { atlas.phrases }

    // MARK: Steps

    /// How to sit, stand or lie.
    public func position(_ step: PlanStep) -> String {
        let own = step.treatment.use?.position ?? ""
        return own.isEmpty ? step.technique.position : own
    }

    /// What to do, one sentence each, with the dose of this plan filled in.
    public func instructions(_ step: PlanStep) -> [String] {
        var sentences: [String] = []
        if let hand = hand(step) { sentences.append(hand) }
        sentences += step.technique.steps.map { filled($0, step) }
        // Where somebody helps, the word to stop comes before the work.
        let place = step.technique.performer == .partner ? min(1, sentences.count) : min(hand(step) == nil ? 0 : 1, 1)
        if let how = step.treatment.use?.how { sentences.insert(how, at: place) }
        if step.technique.touch.isByHand {
            sentences.append(phrases("plan_caution", ["caution": step.treatment.group.caution]))
        }
        let gentler = step.treatment.changedBy
        if !gentler.isEmpty {
            // What follows from another reason is not told twice.
            let told = gentler.enumerated().filter { index, check in
                !gentler.prefix(index).contains { $0.implies.contains(check.id) }
            }
            let labels = told.map { Self.lowered($0.element.plainLabel) }.joined(separator: "; ")
            sentences.append(phrases("plan_gentler", ["labels": labels]))
        }
        return sentences.map(Self.sentence)
    }

    /// Which arm reaches there, where a hand does the work.
    public func hand(_ step: PlanStep) -> String? {
        let treatment = step.treatment
        guard step.technique.performer == .person, step.technique.tool == .fingers, treatment.group.reach != .none
        else { return nil }
        return phrases(
            "plan_reach_\(treatment.group.reach.rawValue)",
            [
                "own": answerText.side(treatment.side), "other": answerText.side(treatment.side.opposite),
            ])
    }

    /// How strong it may feel; the guide alone where nothing presses.
    public func pressure(_ step: PlanStep) -> String {
        guard let range = step.treatment.pressure else { return step.technique.pressureGuide }
        // A general word of caution must not allow more than this plan does.
        let usual = step.technique.pressure?.upperBound ?? 0
        let guide = range.upperBound < usual ? "" : step.technique.pressureGuide
        return Self.trimmed(
            phrases("plan_pressure", ["pressure": Self.number(range.upperBound), "guide": guide]))
    }

    /// The stretch that follows.
    public func stretch(_ stretch: MuscleGroup.Stretch) -> String {
        phrases(
            stretch.repetitions == 1 ? "plan_stretch" : "plan_stretch_times",
            [
                "text": stretch.text, "seconds": Self.number(stretch.seconds),
                "count": Self.number(stretch.repetitions),
            ])
    }

    /// The most that anything may hurt while one works, 0 to 10.
    private static let usualStop = 6

    /// What must make one stop: always some.
    public func stopWhen(_ step: PlanStep) -> [String] {
        // What may only be light stops sooner: two points above what it allows, and never above the usual six.
        let most = min(Self.usualStop, (step.treatment.pressure?.upperBound ?? Self.usualStop) + 2)
        var list = [phrases("plan_stop_sharp", ["most": Self.number(most)]), phrases("plan_stop_tingle")]
        let touchesSkin = step.technique.touch.isByHand || [.heat, .cold].contains(step.technique.touch)
        if touchesSkin { list.append(phrases("plan_stop_skin")) }
        for more in step.treatment.group.stopWhen where !list.contains(more) { list.append(more) }
        if !list.contains(where: { $0.contains("dizzy") }) { list.append(phrases("plan_stop_unwell")) }
        return list
    }

    /// What makes one stop, and when a clinician should look.
    public var stopRule: String {
        let weeks = atlas.care.parameter("clinician_after_weeks")?.value ?? 4
        return phrases("plan_stop_rule", ["weeks": Self.number(Int(weeks))])
    }

    /// What to do in a technique with its usual dose, one sentence each; for a library, not for a plan.
    public func usualSteps(_ technique: Technique) -> [String] {
        technique.steps.map { step in
            Self.sentence(
                filled(
                    step, pressure: technique.pressure, seconds: technique.seconds,
                    repetitions: technique.repetitions))
        }
    }

    /// How strong a technique usually feels, such as "3 to 5"; `nil` when nothing presses.
    public func usualPressure(_ technique: Technique) -> String? {
        technique.pressure.map(range)
    }

    private func filled(_ sentence: String, _ step: PlanStep) -> String {
        filled(
            sentence, pressure: step.treatment.pressure, seconds: step.seconds, repetitions: step.repetitions)
    }

    private func filled(
        _ sentence: String, pressure: ClosedRange<Int>?, seconds: Int, repetitions: Int
    ) -> String {
        var text = sentence.replacing("{seconds}", with: Self.number(seconds))
        if let pressure { text = text.replacing("{pressure}", with: range(pressure)) }
        text = text.replacing("{minutes}", with: duration(seconds))
        let again =
            repetitions == 1
            ? phrases("plan_repeat_once") : phrases("plan_repeat_times", ["count": Self.number(repetitions)])
        return text.replacing("{repeat}", with: again)
    }

    private func range(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound
            ? Self.number(range.upperBound)
            : phrases(
                "plan_pressure_range",
                ["low": Self.number(range.lowerBound), "high": Self.number(range.upperBound)])
    }

    /// A time in words.
    public func duration(_ seconds: Int) -> String {
        if seconds < 120 && seconds != 60 { return phrases("plan_seconds", ["count": Self.number(seconds)]) }
        let minutes = (seconds + 30) / 60
        return minutes == 1 ? phrases("plan_minutes_one") : phrases("plan_minutes", ["count": Self.number(minutes)])
    }

    // MARK: What was left out and what else to know

    /// Why something was left out.
    public func because(_ leftOut: LeftOut) -> String {
        if let check = atlas.care.healthCheck(HealthID(leftOut.because)) { return check.plainLabel }
        if let reason = LeftOut.KnotReason(rawValue: leftOut.because) {
            return phrases("plan_left_\(reason.rawValue)")
        }
        return phrases("plan_place_left", ["place": phrases("plan_place_\(leftOut.because)")])
    }

    /// Why a technique was taken out at a knot.
    public func because(_ refused: RefusedTreatment) -> String {
        because(LeftOut(subject: .technique(refused.technique), because: refused.reason.id))
    }

    /// Why a technique was chosen.
    public func reason(_ reason: ChoiceReason) -> String { phrases("plan_why_\(reason.rawValue)") }

    /// Something else to know.
    public func remark(_ remark: PlanRemark) -> String {
        switch remark {
        case .seeSomebodyAfter(let weeks): phrases("plan_remark_weeks", ["weeks": Self.number(weeks)])
        case .seeSomebodyNow(let sessions): phrases("plan_remark_see", ["count": Self.number(sessions)])
        case .rest(let days, let sessions):
            phrases("plan_remark_rest", ["count": Self.number(sessions), "days": Self.number(days)])
        case .changed(let technique): phrases("plan_remark_changed", ["technique": name(technique)])
        case .lighter(let technique): phrases("plan_remark_lighter", ["technique": name(technique)])
        case .likelier(let source, let side):
            phrases("plan_remark_likelier", ["source": self.source(source, side)])
        case .unsure(let count): phrases("plan_remark_unsure", ["count": Self.number(count)])
        case .instead(let id):
            phrases(
                "plan_remark_instead",
                [
                    "label": atlas.care.healthCheck(id)?.plainLabel ?? id.rawValue,
                    "instead": atlas.care.healthCheck(id)?.instead ?? "",
                ])
        }
    }

    /// The name of a technique.
    public func name(_ technique: TechniqueID) -> String {
        atlas.care.technique(technique)?.name ?? technique.rawValue
    }

    private func source(_ id: HypothesisID, _ side: BodySide?) -> String {
        let name = atlas.hypothesis(id)?.plainName ?? id.rawValue
        return side.map { "\(name) (\(answerText.side($0)))" } ?? name
    }

    // MARK: Letters

    private static func number(_ value: Int) -> String { "\(value)" }

    private static func sentence(_ text: String) -> String {
        let text = trimmed(text)
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    /// As part of another sentence: without a capital at its start, unless it is an abbreviation.
    private static func lowered(_ text: String) -> String {
        let second = text.dropFirst().first
        return second?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
    }

    private static func trimmed(_ text: String) -> String {
        var text = Substring(text)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
