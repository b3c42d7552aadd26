import Unknot

extension AnswerView {
    /// How soon somebody else should look, and why: always first.
    mutating func triage(_ triage: Triage, _ intake: Intake) {
        level(triage)
        guard triage.level != .emergency else { return }
        let unsure = engine.atlas.warningSigns.count { intake.answers[$0.id.rawValue] == .reply(.unknown) }
        if unsure > 0 { page.add(StyledText(CLIText.unsure(unsure), .warning), indent: 2) }
        if !triage.watched.isEmpty { watched(triage.watched) }
        if !triage.open.isEmpty { unasked(triage.open) }
    }

    /// The level with what to do and why.
    mutating func level(_ triage: Triage) {
        let title = phrases("level_\(triage.level.rawValue)")
        switch triage.level {
        case .emergency: page.banner(title.uppercased(), .alarm)
        case .sameDay: page.banner(title, .alarm)
        case .seeClinician: page.add(StyledText(title, .warning), mark: StyledText("! ", .warning))
        case .selfCare: page.add(StyledText(title, .calm), mark: StyledText("✓ ", .calm))
        }
        advice(triage)
    }

    private mutating func advice(_ triage: Triage) {
        guard !triage.reasons.isEmpty else { return }
        // What is urgent is not diluted with what can wait.
        let urgent = triage.reasons.filter { $0.level == triage.level }
        for advice in Self.distinct((isVerbose ? triage.reasons : urgent).map(\.advice)) {
            page.blank()
            page.add(StyledText(advice, .strong), indent: 2)
        }
        page.blank()
        page.add(StyledText(CLIText.becauseTitle), indent: 2)
        for reason in isVerbose ? triage.reasons : told(triage.level == .emergency ? urgent : triage.reasons) {
            page.add(StyledText(name(of: reason)), mark: "• ", indent: 2)
        }
        page.blank()
        if triage.level == .emergency { page.add(StyledText(CLIText.knotsNotShown, .quiet), indent: 2) }
    }

    /// Each advice once, and none that another one begins with.
    private static func distinct(_ advice: [String]) -> [String] {
        advice.reduce(into: []) { list, next in
            if advice.contains(where: { $0 != next && $0.hasPrefix(next) }) || list.contains(next) { return }
            list.append(next)
        }
    }

    /// The signs themselves say enough; combinations of them are told only where no sign is.
    private func told(_ reasons: [Triage.Reason]) -> [Triage.Reason] {
        let plain = reasons.filter { engine.atlas.warningSign(QuestionID($0.id))?.combination == nil }
        return plain.isEmpty ? reasons : plain
    }

    private func name(of reason: Triage.Reason) -> String {
        if let sign = engine.atlas.warningSign(QuestionID(reason.id)) { return sign.plainQuestion }
        if let check = engine.atlas.care.healthCheck(HealthID(reason.id)) { return check.question }
        guard let source = engine.atlas.hypothesis(HypothesisID(reason.id)) else { return reason.id }
        return CLIText.fitsSource(source.plainName)
    }

    private mutating func watched(_ signs: [QuestionID]) {
        page.add(StyledText(CLIText.watched), indent: 2)
        for sign in signs {
            page.add(
                StyledText(engine.atlas.warningSign(sign)?.plainQuestion ?? sign.rawValue), mark: "• ", indent: 2)
        }
    }

    private mutating func unasked(_ signs: [QuestionID]) {
        let count = phrases("unasked_signs", ["count": "\(signs.count)"])
        page.add(StyledText(isVerbose ? count : "\(count) \(CLIText.verboseLists)", .quiet), indent: 2)
        guard isVerbose else { return }
        for sign in signs {
            page.add(
                StyledText(engine.atlas.warningSign(sign)?.plainQuestion ?? sign.rawValue), mark: "□ ", indent: 4)
        }
    }
}
