import Unknot

/// The printed sheet for a partner.
struct PartnerSheet: Sendable {
    let steps: [PartnerStepView]
    let watched: [PartnerStepView]
    let hasWatched: Bool
    let meanings: [PartnerWordView]
    /// The other sheet that there is.
    let otherSheet = SheetForm.Reader.therapist.rawValue
    let otherName: String
    let carried: [HiddenField]

    init(_ steps: [PartnerStep], form: PlanForm, kit: PageKit) {
        let views = steps.enumerated().map { PartnerStepView($1, number: $0 + 1, of: steps.count, kit: kit) }
        self.steps = views.filter(\.isForPartner)
        watched = views.filter { !$0.isForPartner }
        hasWatched = !watched.isEmpty
        otherName = kit.texts("sheet_therapist_title")
        meanings = PartnerWordView.felt.map { PartnerWordView($0, texts: kit.texts) }
        carried = form.fields.map(HiddenField.init)
    }
}

/// The printed sheet for a therapist: what to palpate, what was tried, and, if the person wants it, what forbids what.
struct TherapistPage: Sendable {
    /// One point.
    struct PalpationRow: Sendable {
        let palpationMuscle: String
        let palpationLatin: String
        let palpationSide: String
        let palpationLandmarks: String
        let palpationWords: String
        let palpationPercent: String
    }

    /// What was tried at one point.
    struct TrialRow: Sendable {
        let trialTechnique: String
        let trialPlace: String
        let trialSessions: String
        let trialChange: String
    }

    /// What of the health check holds.
    struct HealthRow: Sendable {
        let healthName: String
        let healthInstead: String
    }

    let figures: [SheetFigure]
    let palpations: [PalpationRow]
    let trials: [TrialRow]
    let hasTrials: Bool
    let showsHealth: Bool
    let health: [HealthRow]
    let hasHealth: Bool
    let otherSheet = SheetForm.Reader.partner.rawValue
    let otherName: String
    let carried: [HiddenField]

    /// More points than this are not looked for one by one, nor those below a probability, beside the first.
    private static let mostPoints = 8
    private static let leastProbability = 0.05

    init(_ plan: Plan, form: PlanForm, showsHealth: Bool, kit: PageKit) {
        let palpate = plan.therapist.palpate.prefix(Self.mostPoints).enumerated()
            .filter { $0.offset == 0 || $0.element.probability >= Self.leastProbability }.map(\.element)
        palpations = palpate.map { Self.row($0, kit) }
        figures = SheetFigure.all(palpate.map { ($0.point, $0.side) }, kit: kit)
        trials = plan.therapist.tried.map { Self.row($0, kit) }
        hasTrials = !trials.isEmpty
        self.showsHealth = showsHealth
        health =
            showsHealth
            ? plan.checks.map { HealthRow(healthName: $0.plainLabel, healthInstead: $0.instead) } : []
        hasHealth = !health.isEmpty
        otherName = kit.texts("sheet_partner_title")
        carried = form.fields.map(HiddenField.init)
    }

    private static func row(_ palpation: TherapistSheet.Palpation, _ kit: PageKit) -> PalpationRow {
        let point = kit.engine.atlas.point(palpation.point)
        let muscle = point.flatMap { kit.engine.atlas.muscle($0.muscle) }
        let likelihood = LikelihoodView(palpation.probability, kit: kit)
        return PalpationRow(
            palpationMuscle: muscle?.plainName.capitalizedFirst ?? "",
            palpationLatin: muscle?.name ?? "", palpationSide: kit.engine.text.side(palpation.side),
            palpationLandmarks: point?.landmarks ?? "", palpationWords: likelihood.words,
            palpationPercent: likelihood.percent)
    }

    private static func row(_ trial: TherapistSheet.Trial, _ kit: PageKit) -> TrialRow {
        let texts = kit.texts
        var change = texts("sheet_change_none")
        if let gain = trial.meanGain {
            let tenths = Int((gain * 10).rounded())
            let key = tenths > 0 ? "sheet_change_less" : tenths < 0 ? "sheet_change_more" : "sheet_change_same"
            change = texts(key, ["points": "\(abs(tenths) / 10).\(abs(tenths) % 10)"])
        }
        if trial.stopped > 0 { change += texts("sheet_stopped", ["count": "\(trial.stopped)"]) }
        return TrialRow(
            trialTechnique: kit.engine.planText.name(trial.technique),
            trialPlace: kit.placeName(of: trial.point, trial.side) ?? "",
            trialSessions: "\(trial.sessions)", trialChange: change)
    }
}

/// The whole body from one side with numbered points.
struct SheetFigure: Sendable {
    /// A point on it.
    struct Mark: Sendable {
        let markX: String
        let markY: String
    }

    /// The numbers of points that lie together, beside them.
    struct Label: Sendable {
        let labelText: String
        let labelX: String
        let labelY: String
        let labelAnchor: String
    }

    let figureBox: String
    let figureName: String
    let figureSkin: String
    let figureGuides: [GuideDrawing]
    let corners: [SideCorner]
    let marks: [Mark]
    let labels: [Label]

    /// The views on which the points lie, with the numbers of the points from 1.
    static func all(_ points: [(PointID, BodySide)], kit: PageKit) -> [SheetFigure] {
        let spots = points.map { kit.engine.figure.spot(of: $0, $1) }
        return BodyRegion.View.allCases.compactMap { view in
            let here = spots.enumerated().filter { $1?.view == view }
            let numbered = here.compactMap { number, spot in spot.map { (number + 1, $0) } }
            return numbered.isEmpty ? nil : SheetFigure(view, numbered, kit)
        }
    }

    private init(_ view: BodyRegion.View, _ spots: [(Int, PointSpot)], _ kit: PageKit) {
        let panel = kit.engine.figure.panel(view)
        figureBox = panel.viewBox.description
        figureName = kit.texts("figure_\(view.rawValue)")
        figureSkin = panel.silhouette
        figureGuides = panel.guides.map(GuideDrawing.init)
        corners = SideCorner.both(of: panel) { kit.texts("sheet_\($0.rawValue)") }
        marks = spots.map { Mark(markX: Coordinate($0.1.x).text, markY: Coordinate($0.1.y).text) }
        let middle = panel.viewBox.x + panel.viewBox.width / 2
        labels = Self.groups(spots).map { group in
            // Beside the outermost, so that no number stands on a point.
            let isLeft = group[0].1.x < middle
            let xs = group.map(\.1.x)
            let edge = isLeft ? (xs.min() ?? 0) - Self.gap : (xs.max() ?? 0) + Self.gap
            let height = group.map(\.1.y).reduce(0, +) / Double(group.count)
            return Label(
                labelText: group.map { String($0.0) }.joined(separator: ", "), labelX: Coordinate(edge).text,
                labelY: Coordinate(height).text, labelAnchor: isLeft ? "end" : "start")
        }
    }

    /// How far a number stands from its point, and how near points are that share a line of numbers, in figure units.
    private static let gap = 14.0
    private static let reach = (across: 70.0, down: 28.0)

    private static func groups(_ spots: [(Int, PointSpot)]) -> [[(Int, PointSpot)]] {
        var groups: [[(Int, PointSpot)]] = []
        for spot in spots {
            let near = groups.firstIndex { group in
                group.contains { abs($0.1.x - spot.1.x) < reach.across && abs($0.1.y - spot.1.y) < reach.down }
            }
            if let near { groups[near].append(spot) } else { groups.append([spot]) }
        }
        return groups
    }
}
