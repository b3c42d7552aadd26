import Unknot
import UnknotJournal

/// One questionnaire, to be filled in.
struct QuestionnairePage: Sendable {
    let questionnaireName: String
    let questionnaireAbout: String
    let questionnaireSource: String
    let problem: ProblemNote?
    let form: EntryFormView
    let backAddress: String

    /// - Parameters:
    ///   - last: How it was filled in the last time, where activities are asked again.
    ///   - form: What was filled in and did not fit.
    ///   - id: A name for the entry.
    init(
        _ questionnaire: Questionnaire, last: QuestionnaireRecord?, form typed: QuestionnaireForm? = nil,
        problem: IntakeProblem? = nil, id: EntryID, kit: RecordKit
    ) {
        let measure = kit.atlas.outcomeMeasure(questionnaire.outcome)
        questionnaireName = measure?.plainName ?? ""
        questionnaireAbout = kit.texts("questionnaire_about_\(questionnaire.rawValue)")
        questionnaireSource = measure.map { QuestionnaireWords(kit, $0).source } ?? ""
        self.problem = problem.map { ProblemNote($0, texts: kit.texts) }
        backAddress = EntryForm.Way.questionnaires.address
        var fields = typed?.typed ?? [:]
        if typed == nil {
            for (index, item) in (last?.items ?? []).enumerated() {
                fields[QuestionnaireForm.Field.activity(index + 1)] = item
            }
        }
        form = EntryFormView(
            id: "questionnaire", action: "\(backAddress)/\(questionnaire.rawValue)",
            carried: [(EntryForm.Field.entry, id.description)],
            asked: QuestionnaireQuestions(questionnaire, measure?.items ?? [], fields, kit).all,
            when: WhenView(
                id: "questionnaire", typed?.time ?? TypedTime(), latest: kit.today.description, isOpen: false,
                hint: kit.texts("when_hint")),
            kit: kit)
    }
}

/// The questions of a questionnaire as a page shows them.
private struct QuestionnaireQuestions {
    private let questionnaire: Questionnaire
    private let items: [OutcomeItem]
    private let typed: [String: String]
    private let kit: RecordKit

    init(_ questionnaire: Questionnaire, _ items: [OutcomeItem], _ typed: [String: String], _ kit: RecordKit) {
        (self.questionnaire, self.items, self.typed, self.kit) = (questionnaire, items, typed, kit)
    }

    var all: [QuestionView] {
        if questionnaire.takesScoreAlone { return [score] }
        guard questionnaire.namesItsItems, let item = items.first else {
            return items.enumerated().map { rating($0.offset + 1, $0.element, $0.element.question) }
        }
        return (1...questionnaire.itemCounts.upperBound).flatMap { number in
            let activity = kit.texts("questionnaire_activity_short", ["number": String(number)])
            return [self.activity(number), rating(number, item, "\(activity): \(item.question)")]
        }
    }

    private var score: QuestionView {
        let name = QuestionnaireForm.Field.score
        return QuestionView(
            label: kit.texts("questionnaire_score"),
            number: QuestionView.NumberView(
                inputID: "questionnaire-score", inputName: name, inputValue: (typed[name] ?? "").escapable,
                inputUnit: nil, most: NumberText.short(questionnaire.scoreRange.upperBound), isNeeded: true))
    }

    private func activity(_ number: Int) -> QuestionView {
        let name = QuestionnaireForm.Field.activity(number)
        return QuestionView(
            label: kit.texts("questionnaire_activity", ["number": String(number)]),
            line: QuestionView.LineView(
                inputID: "questionnaire-\(name)", inputName: name, inputValue: (typed[name] ?? "").escapable,
                longest: 100, isNeeded: number == 1, isOptional: number > 1))
    }

    /// A label for each answer where there are that many, else a row of numbers with its ends named.
    private func rating(_ number: Int, _ item: OutcomeItem, _ question: String) -> QuestionView {
        let name = QuestionnaireForm.Field.answer(number)
        let values = Int(questionnaire.answerRange.lowerBound)...Int(questionnaire.answerRange.upperBound)
        func choice(_ value: Int, _ label: String) -> Choice {
            // A minus is no letter: the ids of -1 and 1 must differ.
            Choice(
                name: name, value: String(value), label: label, isChosen: typed[name] == String(value),
                in: value < 0 ? "minus-" : "")
        }
        if item.labels.count == values.count {
            return QuestionView(
                label: question,
                picks: QuestionView.PickView(
                    pickLabel: question, picked: zip(values, item.labels).map { choice($0, $1) }))
        }
        let middle = item.labels.count == 3 ? " " + kit.texts("questionnaire_middle", ["label": item.labels[1]]) : ""
        return QuestionView(
            label: question + middle,
            scale: QuestionView.ScaleView(
                steps: values.map { choice($0, NumberText.short(Double($0))) }, lowEnd: item.labels.first ?? "",
                highEnd: item.labels.last ?? ""))
    }
}

extension Page<QuestionnairePage> {
    static func questionnaire(
        _ questionnaire: Questionnaire, last: QuestionnaireRecord?, form: QuestionnaireForm? = nil,
        problem: IntakeProblem? = nil, id: EntryID, kit: RecordKit
    ) -> Self {
        let view = QuestionnairePage(questionnaire, last: last, form: form, problem: problem, id: id, kit: kit)
        return Page(template: "questionnaire", title: view.questionnaireName, view: view)
    }
}
