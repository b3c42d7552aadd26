import Unknot
import UnknotJournal

/// How the person wants things shown.
struct PreferencesPage: Sendable {
    /// One setting with its choices.
    struct Setting: Sendable {
        let settingName: String
        let settingChoices: [Choice]
    }

    let recordWays: [RecordWay]
    let notice: NoticeView?
    let problem: ProblemNote?
    let settings: [Setting]
    let zoneWords: String
    let zoneValue: String
    let canWrite: Bool

    init(notice: NoticeView?, problem: IntakeProblem? = nil, canWrite: Bool, kit: RecordKit) {
        let texts = kit.texts
        recordWays = RecordWay.all(here: "preferences", texts: texts)
        self.notice = notice
        self.problem = problem.map { ProblemNote($0, texts: texts) }
        settings = PreferencesForm.choices.map { name, words in
            Setting(
                settingName: texts("preferences_\(name)"),
                settingChoices: words.map { word in
                    Choice(
                        name: name, value: word, label: texts("preferences_\(name)_\(word)"),
                        isChosen: PreferencesForm.word(name, in: kit.preferences) == word)
                })
        }
        zoneWords = texts("preferences_zone_words", ["zone": kit.zone.description])
        zoneValue = kit.zone.description
        self.canWrite = canWrite
    }
}

extension Page<PreferencesPage> {
    static func preferences(
        notice: NoticeView?, problem: IntakeProblem? = nil, canWrite: Bool, kit: RecordKit
    ) -> Self {
        Page(
            template: "preferences", title: kit.texts("preferences_title"),
            view: PreferencesPage(notice: notice, problem: problem, canWrite: canWrite, kit: kit), modules: ["today.js"]
        )
    }
}
