import Unknot

/// A plan for a person: what comes first, the steps, when to stop, what was left out and why.
struct PlanView {
    let engine: Engine
    let isVerbose: Bool
    private let terminal: Terminal
    var page: Page

    private static let labelColumn = 11

    init(engine: Engine, terminal: Terminal, isVerbose: Bool = false) {
        self.engine = engine
        self.isVerbose = isVerbose
        self.terminal = terminal
        page = Page(terminal)
    }

    var text: PlanText { engine.planText }
    private var phrases: Phrasebook { engine.atlas.phrases }

    /// The whole page.
    mutating func text(for plan: Plan) -> String {
        switch plan.status {
        case .emergency, .sameDay, .seeClinician:
            level(plan.triage)
        case .askFirst:
            if plan.triage.level > .selfCare { level(plan.triage) }
            questions(plan.ask)
        case .noSafeTechnique:
            page.banner(phrases("plan_status_no_safe_technique"), .warning)
            page.blank()
            let isFound = !plan.leftOut.isEmpty
            page.add(StyledText(phrases(isFound ? "plan_none_left" : "plan_none_found")), indent: 2)
        case .plan:
            page.add(StyledText(CLIText.planTitle(text.duration(plan.seconds), isFlare: plan.isForFlare), .strong))
            for (index, step) in plan.steps.enumerated() { self.step(step, number: index + 1) }
        }
        if plan.status == .plan || plan.status == .noSafeTechnique {
            leftOut(plan)
            remarks(plan)
        }
        // Where somebody else comes first, a rule for working on knots would only water that down.
        if plan.status == .plan || plan.status == .noSafeTechnique || plan.status == .askFirst { stopRule() }
        if isVerbose {
            evidence(plan)
            therapist(plan.therapist)
        }
        page.blank()
        page.add(StyledText(CLIText.knowledge(plan.knowledge), .quiet))
        return page.text
    }

    private mutating func level(_ triage: Triage) {
        var answer = AnswerView(engine: engine, terminal: terminal, isVerbose: isVerbose)
        answer.page = page
        answer.level(triage)
        page = answer.page
    }

    private mutating func questions(_ signs: [QuestionID]) {
        page.heading(phrases("plan_status_ask_first"))
        page.add(StyledText(phrases("plan_ask_first")), indent: 2)
        for sign in signs {
            let question = engine.atlas.warningSign(sign)?.plainQuestion ?? sign.rawValue
            page.add(
                StyledText(question) + StyledText(CLIText.identified(sign.rawValue), .quiet), mark: "□ ", indent: 2)
        }
        guard let first = signs.first else { return }
        page.blank()
        for line in CLIText.howToAnswer(signs.count, first.rawValue) { page.add(StyledText(line), indent: 2) }
    }

    // MARK: Steps

    private mutating func step(_ step: PlanStep, number: Int) {
        page.blank()
        let mark = CLIText.rank(number)
        let indent = mark.count
        page.add(StyledText(step.technique.name, .strong), mark: StyledText(mark, .quiet))
        // What is for the body as a whole names no muscle.
        let isGeneral = step.treatment.use == nil && step.role != .refer && step.role != .prepare
        let muscle =
            isGeneral
            ? nil
            : CLIText.sided(engine.text.muscle(step.treatment.point.muscle), engine.text.side(step.treatment.side))
        page.add(
            StyledText(CLIText.stepLine(muscle: muscle, who: step.technique.performer.rawValue, dose: dose(step))),
            indent: indent)
        if step.role == .release || isVerbose {
            labelled(CLIText.findLabel, [StyledText(step.treatment.point.landmarks)], indent)
        }
        let position = text.position(step)
        if !position.isEmpty { labelled(CLIText.positionLabel, [StyledText(position)], indent) }
        labelled(CLIText.doLabel, text.instructions(step).map { StyledText($0) }, indent, bullet: "• ")
        labelled(CLIText.strengthLabel, [StyledText(text.pressure(step))], indent)
        if let stretch = step.stretch { labelled(CLIText.stretchLabel, [StyledText(text.stretch(stretch))], indent) }
        if step.role == .release || step.role == .ease || isVerbose {
            labelled(CLIText.stopLabel, [StyledText(CLIText.list(text.stopWhen(step)), .warning)], indent)
        }
        if !step.reasons.isEmpty {
            let why = step.reasons.map(text.reason)
            labelled(CLIText.whyLabel, [StyledText(CLIText.list(why), .quiet)], indent)
        }
    }

    private func dose(_ step: PlanStep) -> String {
        guard step.seconds > 0 else { return CLIText.untimed }
        return CLIText.dose(text.duration(step.seconds), times: step.repetitions, aDay: step.technique.timesADay)
    }

    private mutating func labelled(_ label: String, _ contents: [StyledText], _ indent: Int, bullet: String = "") {
        page.labelled(label, contents, column: Self.labelColumn, indent: indent, bullet: bullet)
    }

    // MARK: What goes with it

    private mutating func leftOut(_ plan: Plan) {
        let knots = plan.leftOut.filter { if case .knot = $0.subject { true } else { false } }
        let techniques = plan.leftOut.filter { if case .technique = $0.subject { true } else { false } }
        guard !plan.leftOut.isEmpty else { return }
        page.heading(CLIText.leftOutTitle)
        for (because, entries) in grouped(techniques) {
            page.add(StyledText(CLIText.leftOutBecause(because, names(entries))), mark: "• ", indent: 2)
        }
        for (because, entries) in grouped(knots) {
            page.add(StyledText(CLIText.leftOutBecause(because, names(entries))), mark: "• ", indent: 2)
        }
    }

    /// Entries by reason, in the order in which the reasons come up.
    private func grouped(_ entries: [LeftOut]) -> [(String, [LeftOut])] {
        var order: [String] = []
        var groups: [String: [LeftOut]] = [:]
        for entry in entries {
            let because = text.because(entry)
            if groups[because] == nil { order.append(because) }
            groups[because, default: []].append(entry)
        }
        return order.map { ($0, groups[$0] ?? []) }
    }

    private func names(_ entries: [LeftOut]) -> String {
        let names = entries.map { entry in
            switch entry.subject {
            case .technique(let id): text.name(id)
            case .knot(let muscle, _, let side):
                CLIText.sided(engine.text.muscle(muscle), engine.text.side(side))
            }
        }
        let distinct = names.reduce(into: [String]()) { list, name in
            if !list.contains(name) { list.append(name) }
        }
        let shown = isVerbose ? distinct.count : 4
        return CLIText.listWithMore(Array(distinct.prefix(shown)), more: max(0, distinct.count - shown))
    }

    private mutating func remarks(_ plan: Plan) {
        guard !plan.remarks.isEmpty else { return }
        page.heading(CLIText.goodToKnowTitle)
        var shown: [String] = []
        for remark in plan.remarks.map(text.remark) where !shown.contains(remark) {
            shown.append(remark)
            page.add(StyledText(remark), mark: "• ", indent: 2)
        }
        page.add(StyledText(phrases("contested")), mark: "• ", indent: 2)
    }

    private mutating func stopRule() {
        page.heading(CLIText.stopTitle)
        page.add(StyledText(text.stopRule, .warning), indent: 2)
    }

    private mutating func evidence(_ plan: Plan) {
        guard !plan.evidence.isEmpty else { return }
        page.heading(CLIText.evidenceTitle)
        for effect in plan.evidence {
            page.add(StyledText(CLIText.effect(effect)), mark: "• ", indent: 2)
        }
    }

    private mutating func therapist(_ sheet: TherapistSheet) {
        guard !sheet.palpate.isEmpty else { return }
        page.heading(CLIText.therapistTitle)
        for palpation in sheet.palpate {
            let muscle = engine.atlas.point(palpation.point)?.muscle
            let name = muscle.flatMap(engine.atlas.muscle)?.name ?? palpation.point.rawValue
            let landmarks = engine.atlas.point(palpation.point)?.landmarks ?? ""
            page.add(
                StyledText(CLIText.sided(name, engine.text.side(palpation.side)), .strong)
                    + StyledText(" · \(landmarks)"),
                mark: ProbabilityBar.text(palpation.probability) + "  ", indent: 2)
        }
        for trial in sheet.tried {
            page.add(StyledText(CLIText.tried(trial, technique: text.name(trial.technique))), mark: "• ", indent: 2)
        }
    }
}
