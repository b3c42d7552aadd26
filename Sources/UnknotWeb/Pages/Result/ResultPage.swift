import Unknot

/// The answer: warning signs first, then muscles, what else it could be, and what to do next.
struct ResultPage: Sendable {
    /// A source of pain other than a knot.
    struct SourceCard: Sendable {
        let sourceName: String
        let sourceMedicalName: String
        let sourceLikelihood: LikelihoodView
        let sourceAdvice: String
    }

    /// One line of the ranking of everything.
    struct RankLine: Sendable {
        let rankName: String
        let rankClass: String
        let rankLikelihood: LikelihoodView
    }

    let triage: TriageView
    let ranking: [RankLine]
    /// Whether even the likeliest muscle is unlikely.
    let nothingStandsOut: Bool
    let unanswered: String?
    let figure: FigureView
    let marked: [String]
    let carried: [HiddenField]
    let muscles: [MuscleCard]
    let hasMuscles: Bool
    let lesser: [MuscleCard]
    let hasLesser: Bool
    let unexplained: [String]
    let hasUnexplained: Bool
    let alternatives: [SourceCard]
    let hasAlternatives: Bool
    let next: NextCard?
    let isDone: Bool
    let contested: String
    let drawingAlone: String?
    let bounded: String?
    let safetyNet: String
    let version: String

    /// Muscles shown in full, those named after them, and how probable these must be.
    private static let fullMuscles = 3
    private static let namedMuscles = 12
    private static let smallestNamed = 0.02
    /// Where the engine's words turn from "unlikely" to "possible".
    private static let smallestPossible = 0.2
    private static let sourceCount = 6
    private static let rankedCount = 7

    init(_ form: IntakeForm, answer: LocateAnswer, kit: PageKit) {
        let atlas = kit.engine.atlas
        let text = kit.engine.text
        triage = TriageView(answer.triage, kit: kit)
        unanswered =
            answer.triage.unasked.isEmpty
            ? nil : atlas.phrases("unasked_signs", ["count": String(answer.triage.unasked.count)])
        let cards = Self.cards(answer, kit)
        muscles = Array(cards.prefix(Self.fullMuscles))
        hasMuscles = !muscles.isEmpty
        lesser = Array(cards.dropFirst(Self.fullMuscles))
        hasLesser = !lesser.isEmpty
        let ringed = answer.muscles.first.map { leader in
            answer.points.filter { $0.muscle == leader.muscle && $0.side == leader.side }
        }
        figure = FigureView(
            form, atlas: atlas, places: kit.figure,
            rings: (ringed ?? []).compactMap { kit.place(of: $0.point, $0.side) })
        marked = form.places.map { text.place($0).capitalizedFirst }
        carried = form.fields.map(HiddenField.init)
        unexplained = answer.unexplained.map { text.place($0).capitalizedFirst }
        hasUnexplained = !unexplained.isEmpty
        alternatives = answer.alternatives.prefix(Self.sourceCount).map { source in
            SourceCard(
                sourceName: text.source(source).capitalizedFirst,
                sourceMedicalName: atlas.hypothesis(source.hypothesis)?.name ?? "",
                sourceLikelihood: LikelihoodView(source.probability, kit: kit),
                sourceAdvice: atlas.hypothesis(source.hypothesis)?.advice ?? ""
            )
        }
        hasAlternatives = !alternatives.isEmpty
        ranking = Self.ranking(answer, kit)
        nothingStandsOut = answer.muscles.first.map { $0.probability < Self.smallestPossible } ?? false
        next = answer.next.map { NextCard($0, form: form, kit: kit) }
        isDone = answer.isDone && hasMuscles
        contested = atlas.phrases("contested")
        drawingAlone = form.presses.isEmpty && hasMuscles ? atlas.phrases("drawing_alone") : nil
        bounded = answer.isExact ? nil : kit.texts("bounded")
        safetyNet = atlas.phrases("safety_net")
        version = answer.knowledge
    }

    /// Muscles and other sources together, most probable first.
    private static func ranking(_ answer: LocateAnswer, _ kit: PageKit) -> [RankLine] {
        let text = kit.engine.text
        let muscles = answer.muscles.map { muscle in
            let name = "\(text.muscle(muscle.muscle)) (\(text.side(muscle.side)))"
            return (name: kit.texts("ranking_muscle", ["muscle": name]), kind: "is-muscle", muscle.probability)
        }
        let sources = answer.alternatives.map { (name: text.source($0), kind: "is-source", $0.probability) }
        return (muscles + sources)
            .filter { $0.2 >= smallestNamed }
            .sorted { ($1.2, $0.name) < ($0.2, $1.name) }
            .prefix(rankedCount)
            .map {
                RankLine(
                    rankName: $0.name.capitalizedFirst, rankClass: $0.kind,
                    rankLikelihood: LikelihoodView($0.2, kit: kit))
            }
    }

    private static func cards(_ answer: LocateAnswer, _ kit: PageKit) -> [MuscleCard] {
        answer.muscles.enumerated()
            .filter { $0.offset < fullMuscles || $0.element.probability >= smallestNamed }
            .prefix(namedMuscles)
            .map { index, muscle in
                MuscleCard(
                    muscle, rank: index + 1, isOpen: index == 0,
                    points: answer.points.filter { $0.muscle == muscle.muscle && $0.side == muscle.side },
                    kit: kit)
            }
    }
}

extension Page<ResultPage> {
    static func result(_ form: IntakeForm, answer: LocateAnswer, kit: PageKit) -> Self {
        Page(
            template: "result", title: kit.texts("result_title"),
            view: ResultPage(form, answer: answer, kit: kit))
    }
}
