import Unknot

/// A fair test for a person: the verdict, on what it stands, and what it cannot say.
struct FairTestView {
    let text: FairTestText
    private var page: Page

    init(text: FairTestText, terminal: Terminal) {
        self.text = text
        page = Page(terminal)
    }

    /// The whole page.
    mutating func page(for request: FairTestDocument.Request) -> String {
        switch request {
        case .days(let trial, let prior): days(DayTrialAnalysis(trial, prior: prior), hasOwnPrior: prior != nil)
        case .sessions(let screen): sessions(SessionScreenAnalysis(screen))
        }
        return page.text
    }

    private mutating func days(_ analysis: DayTrialAnalysis, hasOwnPrior: Bool) {
        let verdicts = text.verdicts(analysis)
        page.add(StyledText(verdicts.isEmpty ? text.verdict(analysis) : CLIText.list(verdicts), .strong))
        if hasOwnPrior { item(text.otherPrior, .warning) }
        for shortfall in analysis.shortfalls { item(text.shortfall(shortfall), .warning) }
        page.blank()
        page.add(StyledText(text.effect(analysis)))
        for warning in text.warnings(analysis) { page.add(StyledText(warning, .warning)) }
        page.add(StyledText(text.look(analysis.look), .action))
        // Chances of too few days would be taken for a result.
        if analysis.shortfalls.isEmpty { details(analysis.posterior) }
        limits(text.limits)
    }

    private mutating func details(_ posterior: DayTrialPosterior) {
        let effect = posterior.effect
        page.heading(CLIText.FairTest.chancesTitle)
        for (label, share) in [
            (CLIText.FairTest.anyHelp, effect.probability(below: 0)),
            (CLIText.FairTest.aPoint, effect.probability(below: -1)),
            (CLIText.FairTest.worse, effect.probability(above: 0)),
        ] {
            page.add(StyledText(label), mark: ProbabilityBar.text(share) + "  ", indent: 2)
        }
        page.blank()
        page.add(StyledText(CLIText.FairTest.model(posterior), .quiet))
    }

    private mutating func sessions(_ analysis: SessionScreenAnalysis) {
        page.add(StyledText(text.best(analysis, name: CLIText.FairTest.technique), .strong))
        page.blank()
        // An order of too few sessions would be taken for a result.
        let order = analysis.best == nil ? Array(analysis.sessions.indices) : analysis.posterior.ranking
        for index in order {
            let name = index == 0 ? CLIText.FairTest.rest : CLIText.FairTest.technique(index)
            var line = StyledText(CLIText.FairTest.sessions(name, analysis.sessions[index]))
            if index > 0 {
                if let difference = analysis.difference(index) {
                    line = line + StyledText(": " + text.difference(difference))
                }
                if !analysis.verdicts.isEmpty {
                    line = line + StyledText(" · " + text.verdict(analysis.verdicts[index - 1]), .strong)
                }
            }
            page.add(line, mark: "• ", indent: 2)
        }
        limits(text.sessionLimits)
    }

    private mutating func limits(_ sentences: [String]) {
        page.heading(CLIText.goodToKnowTitle)
        for sentence in sentences { item(sentence) }
    }

    private mutating func item(_ sentence: String, _ style: TextStyle = .plain) {
        page.add(StyledText(sentence, style), mark: "• ", indent: 2)
    }
}
