import Unknot

/// An answer for a person: what to do first, then the knots and what speaks for and against them.
struct AnswerView {
    let engine: Engine
    let isVerbose: Bool
    var page: Page

    /// Knots shown in full unless all are wanted: these, and any others that are probable enough.
    private static let fullKnots = 2
    private static let mostFullKnots = 5
    /// Below this even the best is "unlikely".
    private static let possible = 0.2
    private static let shownMuscles = 5

    init(engine: Engine, terminal: Terminal, isVerbose: Bool = false) {
        self.engine = engine
        self.isVerbose = isVerbose
        page = Page(terminal)
    }

    var phrases: Phrasebook { engine.atlas.phrases }

    /// The whole page.
    mutating func text(for answer: LocateAnswer, intake: Intake) -> String {
        page.blank()
        triage(answer.triage, intake)
        guard answer.triage.level != .emergency else {
            footer(answer)
            return page.text
        }
        if !intake.drawing.isEmpty {
            muscles(answer)
            knots(answer)
            unexplained(answer)
            alternatives(answer)
            next(answer)
        }
        goodToKnow(intake)
        footer(answer)
        return page.text
    }

    private mutating func muscles(_ answer: LocateAnswer) {
        page.heading(CLIText.musclesTitle)
        if answer.muscles.first.map({ $0.probability < Self.possible }) ?? true {
            page.add(StyledText(CLIText.nothingStandsOut), indent: 2)
        }
        if let other = answer.alternatives.first, other.probability > answer.muscles.first?.probability ?? 0 {
            page.add(
                StyledText(CLIText.moreLikely(engine.text.source(other), ProbabilityBar.percent(other.probability))),
                indent: 2)
        }
        for muscle in answer.muscles.prefix(isVerbose ? answer.muscles.count : Self.shownMuscles) {
            let name = StyledText(engine.text.muscle(muscle.muscle), .strong)
            let anatomical = StyledText(CLIText.anatomical(engine.atlas.muscle(muscle.muscle)?.name ?? ""), .quiet)
            let side = StyledText(CLIText.sideColumn(engine.text.side(muscle.side)))
            page.add(
                name + anatomical, mark: ProbabilityBar.text(muscle.probability) + "  " + side, indent: 2)
        }
    }

    private mutating func knots(_ answer: LocateAnswer) {
        guard !answer.points.isEmpty else { return }
        page.heading(CLIText.knotsTitle)
        let most = isVerbose ? answer.points.count : Self.mostFullKnots
        let full = answer.points.prefix(most).enumerated().filter { index, point in
            isVerbose || index < Self.fullKnots || point.probability >= Self.possible
        }
        for (index, point) in full {
            page.blank()
            knot(point, number: index + 1)
        }
        let others = answer.points.dropFirst(full.count)
        guard !others.isEmpty else { return }
        page.heading(CLIText.lessLikelyTitle)
        for point in others {
            let name =
                StyledText(engine.text.muscle(point.muscle))
                + StyledText(CLIText.anatomical(pointName(point)), .quiet)
            let side = StyledText(CLIText.sideColumn(engine.text.side(point.side)))
            page.add(name, mark: ProbabilityBar.text(point.probability) + "  " + side, indent: 2)
        }
    }

    /// The anatomical name of the muscle and of the point in it.
    func pointName(_ point: RankedPoint) -> String {
        CLIText.anatomicalPoint(
            muscle: engine.atlas.muscle(point.muscle)?.name ?? point.muscle.rawValue,
            point: engine.atlas.point(point.point)?.name ?? point.point.rawValue
        )
    }

    private mutating func unexplained(_ answer: LocateAnswer) {
        guard !answer.unexplained.isEmpty else { return }
        page.heading(CLIText.unexplainedTitle)
        page.add(StyledText(CLIText.unexplained), indent: 2)
        for place in answer.unexplained {
            page.add(StyledText(engine.text.place(place)), mark: "• ", indent: 2)
        }
    }

    private mutating func next(_ answer: LocateAnswer) {
        page.heading(CLIText.nextTitle)
        guard let step = answer.next else {
            let isOpen = answer.points.first.map { first in
                first.state == .notSure && engine.atlas.point(first.point)?.mayBePressed == true
            }
            page.add(
                StyledText(isOpen == true ? CLIText.nothingMoreButPress : CLIText.nothingMoreToAsk), indent: 2)
            return
        }
        if case .press(let point, _) = step.kind, let caution = caution(of: point) {
            page.add(StyledText(caution, .warning), indent: 2)
        }
        page.add(StyledText(engine.text.request(step), .action), indent: 2)
        page.add(StyledText(engine.text.why(step), .quiet), indent: 2)
    }

    /// What must be read before a point is pressed.
    func caution(of point: PointID) -> String? {
        engine.atlas.point(point).flatMap { engine.atlas.muscle($0.muscle)?.caution }
    }

    private mutating func goodToKnow(_ intake: Intake) {
        page.heading(CLIText.goodToKnowTitle)
        page.add(StyledText(phrases("safety_net"), .action), mark: "• ", indent: 2)
        if intake.presses.isEmpty && !intake.drawing.isEmpty {
            page.add(StyledText(phrases("drawing_alone")), mark: "• ", indent: 2)
        }
        page.add(StyledText(phrases("contested")), mark: "• ", indent: 2)
    }

    private mutating func footer(_ answer: LocateAnswer) {
        page.blank()
        let exactness = answer.isExact ? "" : CLIText.bounded
        page.add(StyledText(CLIText.knowledge(answer.knowledge) + exactness, .quiet))
    }
}
