import Unknot

extension AnswerView {
    private static var labelColumn: Int { 11 }
    private static var shownAlternatives: Int { 4 }
    private static var worthNaming: Double { 0.05 }

    /// One knot in full.
    mutating func knot(_ point: RankedPoint, number: Int) {
        let mark = CLIText.rank(number)
        let name = CLIText.sided(engine.text.muscle(point.muscle), engine.text.side(point.side))
        let indent = mark.count
        page.add(StyledText(name, .strong), mark: StyledText(mark, .quiet))
        page.add(StyledText(pointName(point), .quiet), indent: indent)
        page.add(
            StyledText(engine.text.words(for: point.probability), .strong)
                + StyledText(CLIText.state(phrases("state_\(point.state.rawValue)"))),
            mark: ProbabilityBar.text(point.probability) + "  ", indent: indent)
        if let place = engine.atlas.point(point.point) {
            var lines = [StyledText(place.landmarks)]
            if !place.mayBePressed { lines.append(StyledText(CLIText.notForPressing, .warning)) }
            if isVerbose, let caution = caution(of: point.point) { lines.append(StyledText(caution, .warning)) }
            page.labelled(CLIText.findLabel, lines, column: Self.labelColumn, indent: indent)
        }
        if !point.explains.isEmpty {
            let shares = point.explains.map {
                CLIText.share(engine.text.place($0.place), ProbabilityBar.percent($0.share))
            }
            page.labelled(
                CLIText.explainsLabel, [StyledText(CLIText.list(shares))], column: Self.labelColumn, indent: indent)
        }
        reasons(point.reasonsFor, label: CLIText.forLabel, sign: "+ ", indent: indent)
        reasons(point.reasonsAgainst, label: CLIText.againstLabel, sign: "− ", indent: indent)
    }

    private mutating func reasons(_ reasons: [Reason], label: String, sign: String, indent: Int) {
        guard !reasons.isEmpty else { return }
        let lines =
            isVerbose
            ? reasons.map { StyledText(engine.text.reason($0)) + StyledText(CLIText.weight($0.weight), .quiet) }
            : ReasonGroup.groups(of: reasons).map { StyledText($0.sentence(engine)) }
        page.labelled(label, lines, column: Self.labelColumn, indent: indent, bullet: sign)
    }

    /// Sources of pain other than knots, with what to do about them.
    mutating func alternatives(_ answer: LocateAnswer) {
        let shown = answer.alternatives.filter { $0.probability >= (isVerbose ? 0.01 : Self.worthNaming) }
            .prefix(isVerbose ? answer.alternatives.count : Self.shownAlternatives)
        guard !shown.isEmpty else { return }
        page.heading(CLIText.alternativesTitle)
        for source in shown {
            let hypothesis = engine.atlas.hypothesis(source.hypothesis)
            page.add(
                StyledText(engine.text.source(source), .strong)
                    + StyledText(CLIText.anatomical(hypothesis?.name ?? ""), .quiet),
                mark: ProbabilityBar.text(source.probability) + "  ", indent: 2)
            if let advice = hypothesis?.advice, !advice.isEmpty {
                page.add(StyledText(advice), indent: 20)
            }
        }
    }
}
