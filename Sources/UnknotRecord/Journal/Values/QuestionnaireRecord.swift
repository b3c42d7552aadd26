/// A filled-in questionnaire.
public struct QuestionnaireRecord: Hashable, Sendable {
    /// Which.
    public let questionnaire: Questionnaire
    /// One whole number for each item, in the order of the items; empty where there is a score alone.
    public let answers: [Double]
    /// The activities that the person named, for the Patient-Specific Functional Scale; empty for all others.
    public let items: [String]
    /// The score, where it was written down without the answers; else nil.
    public let scoreAlone: Double?

    /// Records a score without its answers, which stand on paper, say.
    ///
    /// - Parameter score: A whole number in ``Questionnaire/scoreRange``.
    /// - Throws: For a questionnaire whose answers are asked (``Questionnaire/takesScoreAlone``).
    public init(_ questionnaire: Questionnaire, score: Double) throws(IntakeProblem) {
        guard questionnaire.takesScoreAlone else {
            throw IntakeProblem(
                path: "score", message: "This key is not known.", allowed: "answers, from which the score is made")
        }
        self.questionnaire = questionnaire
        scoreAlone = try RecordCheck.whole(score, "score", in: questionnaire.scoreRange)
        (answers, items) = ([], [])
    }

    /// Records answers.
    ///
    /// - Parameter items: For ``Questionnaire/psfs`` one name for each answer, 1 to 100 characters; else empty.
    public init(_ questionnaire: Questionnaire, answers: [Double], items: [String] = []) throws(IntakeProblem) {
        self.questionnaire = questionnaire
        scoreAlone = nil
        let counts = questionnaire.itemCounts
        guard counts.contains(answers.count) else {
            throw IntakeProblem(
                path: "answers", message: "Found \(answers.count) answers.",
                allowed: counts.count == 1 ? "\(counts.lowerBound) answers" : "1 to \(counts.upperBound) answers")
        }
        var checked: [Double] = []
        for (index, answer) in answers.enumerated() {
            checked.append(try RecordCheck.whole(answer, "answers[\(index)]", in: questionnaire.answerRange))
        }
        self.answers = checked
        self.items = try Self.checked(items, of: questionnaire, count: answers.count)
    }

    private static func checked(
        _ items: [String], of questionnaire: Questionnaire, count: Int
    ) throws(IntakeProblem) -> [String] {
        let expected = questionnaire.namesItsItems ? count : 0
        guard items.count == expected else {
            throw IntakeProblem(
                path: "items", message: "Found \(items.count) items.",
                allowed: expected == 0
                    ? "no items; only \(Questionnaire.psfs.rawValue) has some" : "one item for each answer")
        }
        var checked: [String] = []
        for (index, item) in items.enumerated() {
            let item = try RecordCheck.text(item, "items[\(index)]", longest: 100)
            guard !checked.contains(item) else {
                throw IntakeProblem(path: "items[\(index)]", message: "This item stands twice.", allowed: "each once")
            }
            checked.append(item)
        }
        return checked
    }

    /// The score, in ``Questionnaire/scoreRange``.
    public var score: Double { scoreAlone ?? questionnaire.score(of: answers) }
}

extension QuestionnaireRecord: RecordPayload {
    package static let kind = EntryKind.questionnaire
    package static let keys = ["name", "answers", "items", "score"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        var answers: [Double] = []
        for (index, value) in try fields.list("answers", longest: 100).enumerated() {
            guard case .number(let answer) = value else {
                throw IntakeProblem(
                    path: "answers[\(index)]", message: "Expected a number, found \(value.kind).",
                    allowed: "a whole number")
            }
            answers.append(answer)
        }
        let items = try fields.texts("items", longest: 100)
        guard let score = try fields.anyNumber("score") else {
            try self.init(fields.requiredChoice("name"), answers: answers, items: items)
            return
        }
        guard answers.isEmpty, items.isEmpty else {
            throw IntakeProblem(
                path: "score", message: "There are answers as well.", allowed: "answers, or a score alone")
        }
        try self.init(fields.requiredChoice("name"), score: score)
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "name": .string(questionnaire.rawValue),
            "answers": scoreAlone == nil ? .array(answers.map(JSONValue.number)) : nil,
            "items": RecordFields.list(items.map(JSONValue.string)), "score": RecordFields.number(scoreAlone),
        ])
    }
}
