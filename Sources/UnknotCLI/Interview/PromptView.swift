import Unknot

/// Puts what an interview asks on the page.
struct PromptView {
    let engine: Engine
    let terminal: Terminal

    /// The question, its choices and how to reply.
    func text(for interview: Interview) -> String {
        var page = Page(terminal)
        switch interview.stage {
        case .places: places(interview.intake, &page)
        case .regions(let regions, let side): self.regions(regions, side, &page)
        case .side(let regions):
            title(CLIText.sideTitle(CLIText.capitalised(CLIText.list(regions.map(name)))), &page)
            hint(CLIText.sideHint, &page)
        case .strength(let places):
            let names = CLIText.capitalised(CLIText.list(places.map(engine.text.place)))
            title(CLIText.strengthTitle(names), &page)
            hint(CLIText.strengthHint, &page)
        case .age:
            title(CLIText.ageTitle, &page)
            hint(CLIText.ageHint, &page)
        case .sex:
            title(CLIText.sexTitle, &page)
            hint(CLIText.sexHint, &page)
        case .warnings(let screen): warnings(screen, interview.progress, &page)
        case .question(_, let step): question(step, CLIText.questionHint, interview, &page)
        case .movement(_, let step): question(step, CLIText.movementHint, interview, &page)
        case .press(let point, let side, let step): press(point, side, step, interview, &page)
        case .familiar:
            title(CLIText.familiarTitle, &page)
            hint(CLIText.questionHint, &page)
        case .spread(_, let options):
            title(CLIText.spreadTitle, &page)
            choices(options.map(name), &page)
            hint(CLIText.spreadHint, &page)
        case .finished: break
        }
        return page.text
    }

    private func title(_ text: String, _ page: inout Page) {
        page.add(StyledText(text, .strong))
    }

    private func hint(_ text: String, _ page: inout Page) {
        page.add(StyledText(text, .quiet))
    }

    private func choices(_ names: [String], _ page: inout Page) {
        for (index, name) in names.enumerated() {
            page.add(StyledText(name), mark: StyledText(CLIText.rank(index + 1), .action))
        }
    }

    /// The same choices on as few lines as possible, once they are known.
    private func row(_ names: [String], _ page: inout Page) {
        let items = names.enumerated().map { index, name in
            StyledText("\(index + 1)\u{A0}", .action) + StyledText(name.replacing(" ", with: "\u{A0}") + " ")
                + StyledText(index + 1 < names.count ? "· " : "", .quiet)
        }
        page.add(items.reduce("", +), indent: 1)
    }

    private func name(_ id: RegionID) -> String {
        engine.atlas.region(id)?.plainName ?? id.rawValue
    }

    private func places(_ intake: Intake, _ page: inout Page) {
        if !intake.drawing.isEmpty {
            page.add(StyledText(CLIText.marked, .quiet))
            for mark in intake.drawing {
                let strength = mark.strength == .main ? CLIText.strengthMost : CLIText.strengthAlso
                page.add(
                    StyledText(engine.text.place(mark.place)) + StyledText(" · \(strength)", .quiet),
                    mark: "• ", indent: 2)
            }
            page.blank()
        }
        title(intake.drawing.isEmpty ? CLIText.whereTitle : CLIText.whereElseTitle, &page)
        let zones = Interview.zones.map { CLIText.zone($0.rawValue) }
        if intake.drawing.isEmpty {
            choices(zones, &page)
        } else {
            row(zones, &page)
        }
        hint(CLIText.whereHint, &page)
        if !intake.drawing.isEmpty { hint(CLIText.whereDone, &page) }
    }

    private func regions(_ regions: [RegionID], _ side: Interview.SideChoice?, _ page: inout Page) {
        title(CLIText.regionsTitle, &page)
        for (index, id) in regions.enumerated() {
            let isMiddle = engine.atlas.region(id)?.laterality == .midline
            page.add(
                StyledText(name(id)) + StyledText(isMiddle ? " · \(CLIText.middle)" : "", .quiet),
                mark: StyledText(CLIText.rank(index + 1), .action))
        }
        hint(side.map { CLIText.regionsHint($0.rawValue) } ?? CLIText.regionsHint, &page)
    }

    private func warnings(_ screen: WarningScreen, _ progress: InterviewProgress?, _ page: inout Page) {
        left(progress, &page)
        if let heading = engine.atlas.warningHeading(screen.id) {
            title("\(heading.title). \(heading.lead)", &page)
        }
        choices(screen.signs.map { engine.atlas.warningSign($0)?.plainLabel ?? $0.rawValue }, &page)
        page.add(StyledText(CLIText.why(CLIText.warningsWhy), .quiet))
        hint(CLIText.warningsHint, &page)
    }

    /// How much may still come.
    private func left(_ progress: InterviewProgress?, _ page: inout Page) {
        guard let progress else { return }
        hint(CLIText.atMostMore(progress.atMost), &page)
    }

    private func soFar(_ interview: Interview, _ page: inout Page) {
        left(interview.progress, &page)
        guard let leading = interview.leading else { return }
        let name = CLIText.sided(engine.text.muscle(leading.muscle), engine.text.side(leading.side))
        page.add(StyledText(CLIText.soFar(name, ProbabilityBar.percent(leading.probability)), .quiet))
        page.blank()
    }

    private func question(_ step: NextStep, _ replies: String, _ interview: Interview, _ page: inout Page) {
        soFar(interview, &page)
        title(engine.text.request(step), &page)
        page.add(StyledText(CLIText.why(engine.text.why(step)), .quiet))
        hint(replies, &page)
    }

    /// What to be careful with comes before where to press.
    private func press(
        _ id: PointID,
        _ side: BodySide,
        _ step: NextStep,
        _ interview: Interview,
        _ page: inout Page
    ) {
        soFar(interview, &page)
        guard let point = engine.atlas.point(id) else { return }
        let muscle = engine.atlas.muscle(point.muscle)
        title(CLIText.pressTitle(CLIText.sided(engine.text.muscle(point.muscle), engine.text.side(side))), &page)
        page.add(StyledText(CLIText.anatomicalPoint(muscle: muscle?.name ?? "", point: point.name), .quiet))
        if let caution = muscle?.caution { page.add(StyledText(caution, .warning)) }
        page.blank()
        let isMiddle = engine.atlas.region(point.surfaceRegion)?.laterality == .midline
        let place = BodyPlace(point.surfaceRegion, isMiddle ? .midline : RegionSide(side))
        page.add(StyledText(CLIText.pressHere(engine.text.place(place), point.landmarks), .action))
        page.add(StyledText(CLIText.pressWith(point.access.map { CLIText.tool($0.rawValue) })))
        page.add(StyledText(CLIText.why(engine.text.why(step)), .quiet))
        hint(CLIText.pressHint, &page)
    }

    /// Why the last line was no reply.
    func text(for misunderstanding: Interview.Misunderstanding) -> String {
        var page = Page(terminal)
        let text =
            switch misunderstanding {
            case .nothingToUndo: CLIText.nothingToUndo
            case .nothingFound(let words): CLIText.nothingFound(words)
            case .nothingMarked: CLIText.nothingMarked
            case .notAChoice(let word): CLIText.notAChoice(word)
            case .askedToExplain(let sign): engine.atlas.warningSign(sign)?.plainQuestion ?? sign.rawValue
            case .unclear(let word): CLIText.unclear(word)
            }
        page.add(StyledText(text, .warning))
        return page.text
    }
}
