import Unknot

/// What may drive somebody's knots, for a person.
struct DriverView {
    let engine: Engine
    /// Whether every study is shown.
    let isVerbose: Bool
    private var page: Page
    private var text: DriverText { engine.driverText }
    private static let labelColumn = 11

    init(engine: Engine, terminal: Terminal, isVerbose: Bool = false) {
        self.engine = engine
        self.isVerbose = isVerbose
        page = Page(terminal)
    }

    /// The whole page.
    mutating func text(for answer: DriverAnswer, _ inquiry: DriverInquiry) -> String {
        page.add(StyledText(CLIText.Causes.title, .strong))
        if answer.isEmpty { page.add(StyledText(CLIText.Causes.nothing), indent: 2) }
        for (index, driver) in answer.drivers.enumerated() { self.driver(driver, number: index + 1) }
        if !answer.past.isEmpty {
            page.heading(CLIText.Causes.pastTitle)
            for driver in answer.past {
                item(CLIText.Causes.past(text.name(driver.cause), text.strength(driver.strength)))
            }
        }
        before(inquiry)
        if !answer.unasked.isEmpty {
            page.heading(CLIText.Causes.unaskedTitle)
            item(CLIText.list(answer.unasked.map(text.name)))
        }
        page.heading(CLIText.goodToKnowTitle)
        if answer.isCapped { item(CLIText.Causes.capped) }
        if answer.hasManyEpisodes { item(CLIText.Causes.manyEpisodes) }
        for limit in text.limits { item(limit) }
        page.blank()
        page.add(StyledText(CLIText.knowledge(answer.knowledge), .quiet))
        return page.text
    }

    private mutating func driver(_ driver: Driver, number: Int) {
        page.blank()
        let mark = CLIText.rank(number)
        page.add(
            StyledText(text.name(driver.cause), .strong) + StyledText(" · " + text.standing(driver.standing)),
            mark: StyledText(mark, .quiet))
        labelled(CLIText.whyLabel, driver.reasons.map(text.reason), mark.count)
        labelled(CLIText.Causes.sureLabel, [text.strength(driver.strength)], mark.count)
        if let habit = driver.habit.flatMap(engine.atlas.prevention.habit) {
            labelled(
                CLIText.Causes.habitLabel,
                [CLIText.Causes.habit(habit.name, habit.dose, text.verdict(habit.verdict))], mark.count)
        }
        if let held = driver.heldBack {
            let name = engine.atlas.prevention.habit(held.habit)?.name ?? held.habit.rawValue
            let because = engine.atlas.care.healthCheck(held.because)?.plainLabel ?? held.because.rawValue
            labelled(CLIText.Causes.notLabel, [CLIText.Causes.heldBack(name, because)], mark.count)
        }
        if isVerbose, !driver.studies.isEmpty {
            labelled(
                CLIText.Causes.studiesLabel,
                driver.studies.map {
                    CLIText.Causes.study(text.study($0), text.quality($0.quality), $0.source.rawValue)
                },
                mark.count)
        }
    }

    private mutating func before(_ inquiry: DriverInquiry) {
        let happened = inquiry.onsets.reduce(into: Set<TriggerID>()) { $0.formUnion($1.before) }
        guard !happened.isEmpty else { return }
        page.heading(CLIText.Causes.beforeTitle)
        for reading in engine.driverDesk.readings(happened.sorted(), age: inquiry.age) {
            item(CLIText.Causes.before(reading.factor.plainName, text.reading(reading)))
        }
    }

    private mutating func labelled(_ label: String, _ contents: [String], _ indent: Int) {
        page.labelled(
            label, contents.map { StyledText($0) }, column: Self.labelColumn, indent: indent,
            bullet: contents.count > 1 ? "• " : "")
    }

    private mutating func item(_ sentence: String) {
        page.add(StyledText(sentence), mark: "• ", indent: 2)
    }
}
