import Foundation
import Unknot

/// A questionnaire as somebody filled it in.
struct QuestionnaireForm: Sendable {
    /// Names of its fields; questions are counted from 1.
    enum Field {
        static let score = "score"
        static func answer(_ number: Int) -> String { "answer-\(number)" }
        static func activity(_ number: Int) -> String { "activity-\(number)" }
    }

    let questionnaire: Questionnaire
    /// What was typed, by the name of the field, so that it can be shown again.
    let typed: [String: String]
    let time: TypedTime
    /// The name for the entry that came with the form, so that one form sent twice is one entry.
    let id: EntryID?

    /// Reads a posted form.
    init(_ questionnaire: Questionnaire, _ fields: FormFields) throws(IntakeProblem) {
        self.questionnaire = questionnaire
        let numbers = 1...questionnaire.itemCounts.upperBound
        let names = [Field.score] + numbers.map(Field.answer) + numbers.map(Field.activity)
        var typed: [String: String] = [:]
        for name in names {
            typed[name] = try fields.value(name)?.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        self.typed = typed.filter { !$0.value.isEmpty }
        time = TypedTime(day: try fields.value(EntryForm.Field.day), time: try fields.value(EntryForm.Field.time))
        id = try fields.value(EntryForm.Field.entry).flatMap { EntryID($0) }
    }

    /// What was filled in, checked.
    ///
    /// - Throws: ``IntakeProblem`` whose path is the question as the page names it.
    func record(_ texts: PageTexts) throws(IntakeProblem) -> QuestionnaireRecord {
        if questionnaire.takesScoreAlone {
            let score = try number(Field.score, named: texts("questionnaire_score"), questionnaire.scoreRange)
            return try QuestionnaireRecord(questionnaire, score: score)
        }
        let all = 1...questionnaire.itemCounts.upperBound
        guard questionnaire.namesItsItems else {
            var answers: [Double] = []
            for position in all {
                let name = texts("questionnaire_question", ["number": String(position)])
                answers.append(try number(Field.answer(position), named: name, questionnaire.answerRange))
            }
            return try QuestionnaireRecord(questionnaire, answers: answers)
        }
        var (answers, items): ([Double], [String]) = ([], [])
        for position in all {
            let name = texts("questionnaire_activity_short", ["number": String(position)])
            guard let activity = typed[Field.activity(position)] else {
                if typed[Field.answer(position)] == nil { continue }
                throw IntakeProblem(path: name, message: "It has a number, but no name.", allowed: "a few words")
            }
            answers.append(try number(Field.answer(position), named: name, questionnaire.answerRange))
            items.append(activity)
        }
        guard !items.isEmpty else {
            throw IntakeProblem(
                path: texts("questionnaire_activity_short", ["number": "1"]), message: "No activity is named.",
                allowed: "one to \(all.upperBound) activities")
        }
        return try QuestionnaireRecord(questionnaire, answers: answers, items: items)
    }

    private func number(
        _ field: String, named name: String, _ range: ClosedRange<Double>
    ) throws(IntakeProblem) -> Double {
        let allowed = "a whole number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
        guard let text = typed[field] else {
            throw IntakeProblem(path: name, message: "This is not answered.", allowed: allowed)
        }
        guard let number = Int(text), range.contains(Double(number)) else {
            throw IntakeProblem(path: name, message: "Found “\(text.prefix(40))”.", allowed: allowed)
        }
        return Double(number)
    }
}
