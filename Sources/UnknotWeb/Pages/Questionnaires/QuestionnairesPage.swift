import Unknot
import UnknotJournal

/// Which questionnaires there are, and how each went.
struct QuestionnairesPage: Sendable {
    /// One questionnaire.
    struct Card: Sendable {
        let cardName: String
        let cardAbout: String
        let facts: [String]
        let cardSource: String
        let openAddress: String
        let openLabel: String
        let cardIsOpen: Bool
    }

    let recordWays: [RecordWay]
    let notice: NoticeView?
    let cards: [Card]

    init(_ noted: [Noted], notice: NoticeView?, canWrite: Bool, kit: RecordKit) {
        recordWays = RecordWay.all(here: "questionnaires", texts: kit.texts)
        self.notice = notice
        cards = Questionnaire.allCases.compactMap { questionnaire in
            kit.atlas.outcomeMeasure(questionnaire.outcome).map { measure in
                let history = QuestionnaireHistory(questionnaire, in: noted, rule: measure.rule)
                let label = questionnaire.takesScoreAlone ? "questionnaire_open_score" : "questionnaire_open"
                return Card(
                    cardName: measure.plainName, cardAbout: kit.texts("questionnaire_about_\(questionnaire.rawValue)"),
                    facts: QuestionnaireWords(kit, measure).facts(history),
                    cardSource: QuestionnaireWords(kit, measure).source,
                    openAddress: "/record/questionnaires/\(questionnaire.rawValue)", openLabel: kit.texts(label),
                    cardIsOpen: canWrite)
            }
        }
    }
}

/// Puts scores into words.
struct QuestionnaireWords {
    private let kit: RecordKit
    private let measure: OutcomeMeasure

    init(_ kit: RecordKit, _ measure: OutcomeMeasure) {
        (self.kit, self.measure) = (kit, measure)
    }

    /// The last score, what it says beside the one before, and from where on a change counts.
    func facts(_ history: QuestionnaireHistory) -> [String] {
        guard let last = history.filled.first else { return [kit.texts("questionnaire_none")] }
        let words = EntryWords(kit).text(.questionnaire(last.record))
        let then = kit.texts("questionnaire_last", ["words": words.capitalizedFirst, "time": time(last)])
        return [then, comparison(history.comparison), counts(from: last.record.score)].compactMap { $0 }
    }

    /// Where the questions come from, and how far their words can be traced.
    var source: String {
        let sources = measure.sources.compactMap(kit.atlas.reference).map { reference in
            "\(reference.citation) (\(kit.texts("status_\(reference.status.rawValue)")))"
        }
        let wording = measure.items.first.map { item in
            kit.texts(
                "questionnaire_wording_\(item.wording.rawValue)",
                ["status": kit.texts("status_\(item.wordingStatus.rawValue)")])
        }
        return ([kit.texts("questionnaire_source", ["source": sources.joined(separator: "; ")])] + [wording])
            .compactMap { $0 }.joined(separator: " ").escapable
    }

    private func comparison(_ comparison: QuestionnaireHistory.Comparison) -> String? {
        switch comparison {
        case .first: return nil
        case .otherActivities: return kit.texts("questionnaire_other_activities")
        case .change(let difference, let before, let verdict):
            let since = before == nil ? "_start" : ""
            let key =
                switch verdict {
                case .improved: "questionnaire_better"
                case .worse: "questionnaire_worse"
                case .noClearChange, .tooLittleData: "questionnaire_same"
                }
            return kit.texts(
                key + since, ["by": kit.number(difference.magnitude), "time": before.map(time) ?? ""])
        }
    }

    private func counts(from score: Double) -> String {
        kit.texts(
            "questionnaire_counts_\(measure.changeMeaning.rawValue)",
            [
                "smallest": kit.number(measure.rule.smallest(from: score)),
                "status": kit.texts("status_\(measure.status.rawValue)"),
            ])
    }

    private func time(_ filled: QuestionnaireHistory.Filled) -> String {
        kit.dates.recent(filled.entry.happenedAt, in: Noted(filled.entry).zone, today: kit.today)
    }
}

extension Page<QuestionnairesPage> {
    static func questionnaires(_ noted: [Noted], notice: NoticeView?, canWrite: Bool, kit: RecordKit) -> Self {
        Page(
            template: "questionnaires", title: kit.texts("questionnaires_title"),
            view: QuestionnairesPage(noted, notice: notice, canWrite: canWrite, kit: kit))
    }
}
