import Unknot

/// The answer: warning signs first, then what explains the pain, how sure that is, and what would tell more.
struct ResultPage: Sendable {
    /// One line of the ranking below the candidates.
    struct RankLine: Sendable {
        let rankName: String
        let rankPercent: String
    }

    let triage: TriageView
    let unanswered: String?
    let headline: String
    let summary: String
    let figure: ExplainingFigure?
    let candidates: [CandidateCard]
    let hasCandidates: Bool
    let lesser: [RankLine]
    let hasLesser: Bool
    let unexplained: [String]
    let hasUnexplained: Bool
    /// Where the most telling press would be, when one is worth while.
    let pressPlace: String?
    let hasQuestions: Bool
    let isDone: Bool
    /// Whether a plan may be asked for: nothing that was said calls for somebody else first.
    let offersPlan: Bool
    /// Whether there is a journal for the drawing.
    let canKeep: Bool
    /// Whether it was noted in the record that a danger sign stops.
    let isNoted: Bool
    let carried: [HiddenField]
    let backAddress: String
    let honesty: HonestyView
    let safetyNet: String
    let version: String

    /// Where the engine's words turn from "unlikely" to "possible".
    static let smallestPossible = 0.2
    private static let smallestNamed = 0.01
    private static let mostNamed = 12

    init(
        _ form: IntakeForm, answer: LocateAnswer, turn: InterviewTurn?, presses: [NextStep], canKeep: Bool = false,
        isNoted: Bool = false, kit: PageKit
    ) {
        self.isNoted = isNoted
        let (atlas, text) = (kit.engine.atlas, kit.engine.text)
        let leading = Candidate.leading(answer)
        triage = TriageView(answer.triage, kit: kit)
        unanswered =
            answer.triage.open.isEmpty
            ? nil : atlas.phrases("unasked_signs", ["count": String(answer.triage.open.count)])
        headline = Self.headline(leading, kit)
        summary = Self.summary(leading, answer, kit)
        candidates = leading.enumerated().map { index, candidate in
            CandidateCard(
                candidate, rank: index + 1, form: form, answer: answer, presses: presses, kit: kit)
        }
        hasCandidates = !candidates.isEmpty
        figure =
            candidates.isEmpty
            ? nil : ExplainingFigure(form, answer: answer, candidates: leading, kit: kit)
        lesser = Candidate.ranking(answer).dropFirst(leading.count)
            .filter { $0.probability >= Self.smallestNamed }
            .prefix(Self.mostNamed)
            .map {
                RankLine(
                    rankName: $0.name(kit).capitalizedFirst,
                    rankPercent: LikelihoodView.percent($0.probability, kit: kit))
            }
        hasLesser = !lesser.isEmpty
        unexplained = answer.unexplained.map { text.place($0).capitalizedFirst }
        hasUnexplained = !unexplained.isEmpty
        pressPlace = presses.first.flatMap { step in
            guard case .press(let point, let side) = step.kind else { return nil }
            return kit.place(of: point, side).map(text.place)
        }
        hasQuestions = turn.map { if case .finished = $0.step { false } else { true } } ?? false
        self.canKeep = canKeep && !form.places.isEmpty
        isDone = !candidates.isEmpty && pressPlace == nil && !hasQuestions
        offersPlan = !answer.points.isEmpty && answer.triage.level == .selfCare
        carried = form.fields.map(HiddenField.init)
        backAddress = form.asked.last?.isPress == true ? "/press" : form.asked.isEmpty ? "/" : "/questions"
        honesty = HonestyView(form, answer: answer, kit: kit)
        safetyNet = atlas.phrases("safety_net")
        version = answer.knowledge
    }

    private static func headline(_ leading: [Candidate], _ kit: PageKit) -> String {
        guard let first = leading.first else { return kit.texts("result_nothing_drawn") }
        guard first.probability >= smallestPossible else { return kit.texts("result_open") }
        return kit.texts("result_first", ["candidate": first.nameInText(kit)])
    }

    /// What the first candidate's number means, and how near the second is.
    private static func summary(_ leading: [Candidate], _ answer: LocateAnswer, _ kit: PageKit) -> String {
        guard let first = leading.first else { return "" }
        let percent = LikelihoodView.percent(first.probability, kit: kit)
        let words = kit.engine.text.words(for: first.probability)
        guard first.probability >= smallestPossible else { return kit.texts("summary_open", ["percent": percent]) }
        let second = leading.dropFirst().first
        let isClose = second.map { $0.probability > first.probability * 0.6 } ?? false
        return kit.texts(
            isClose ? "summary_close" : "summary_clear",
            ["words": words, "percent": percent, "second": second?.nameInText(kit) ?? ""])
    }
}

/// How far the numbers can be trusted.
struct HonestyView: Sendable {
    let drawingAlone: String?
    let bounded: String?
    let contested: String
    /// How published cases came out, in the order of how much was known.
    let trials: [TrialLine]

    /// One line of the table of published cases.
    struct TrialLine: Sendable {
        let trialName: String
        let firstRate: String
        let topThreeRate: String
        let isHere: Bool
    }

    init(_ form: IntakeForm, answer: LocateAnswer, kit: PageKit) {
        drawingAlone = form.presses.isEmpty ? kit.engine.atlas.phrases("drawing_alone") : nil
        bounded = answer.isExact ? nil : kit.texts("bounded")
        contested = kit.engine.atlas.phrases("contested")
        let answered = form.answers.keys.contains { kit.engine.atlas.warningSign(QuestionID($0)) == nil }
        let here = !form.presses.isEmpty ? "presses" : answered ? "answers" : "drawing"
        trials = ["drawing", "answers", "presses"].map { key in
            TrialLine(
                trialName: kit.texts("trial_\(key)"), firstRate: kit.texts("trial_\(key)_first"),
                topThreeRate: kit.texts("trial_\(key)_three"), isHere: key == here)
        }
    }
}

extension Page<ResultPage> {
    static func result(
        _ form: IntakeForm, answer: LocateAnswer, turn: InterviewTurn?, presses: [NextStep], canKeep: Bool = false,
        isNoted: Bool = false, kit: PageKit
    ) -> Self {
        Page(
            template: "result", title: kit.texts("result_title"),
            view: ResultPage(
                form, answer: answer, turn: turn, presses: presses, canKeep: canKeep, isNoted: isNoted, kit: kit))
    }
}
