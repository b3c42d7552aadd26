import Unknot
import UnknotJournal

/// What else the page of a test depends on.
struct FairTestMoment: Sendable {
    /// A missed day whose number is asked; nil for today.
    var day: LocalDay?
    var safety = FairTestSafety.clear
    var problem: IntakeProblem?
    /// What was sent with the problem.
    var refused: FormFields?
    var canWrite = true
    /// A name for the entry of the form.
    let id: EntryID
}

/// One fair test: today's number first, then what was drawn for today, then what can be said so far.
struct FairTestPage: Sendable {
    /// What today is.
    struct Today: Sendable {
        let todayClass: String
        let todayKicker: String
        let todayHeading: String
        let todayWords: [String]
        /// The page of the technique that today is for.
        var howAddress: String?
    }

    /// One fact about the design.
    struct Fact: Sendable {
        let factName: String
        let factWords: String
    }

    /// A button that leads on.
    struct Way: Sendable {
        let wayWords: String
        let wayLabel: String?
    }

    /// A day whose number is missing.
    struct Missed: Sendable {
        let missedAddress: String
        let missedName: String
    }

    /// Ending it.
    struct End: Sendable {
        let endAction: String
        let endNote: String?
        let reasons: [Choice]
    }

    let fairKicker: String
    let fairHeading: String
    let problem: ProblemNote?
    let alarm: Way?
    let alarmAddress: String
    let dayForm: FairDayFormView?
    let today: Today?
    let restForm: FairDayFormView?
    let moreForm: FairDayFormView?
    let begin: Way?
    let beginAction: String
    let missed: [Missed]
    let hasMissed: Bool
    let result: FairResultView?
    let figure: FairFigureView?
    let facts: [Fact]
    let end: End?
    let sheetAddress: String

    init(_ test: FairTestShelf.Kept, _ moment: FairTestMoment, kit: RecordKit) {
        let writer = FairTestWriter(test, moment, kit)
        let address = FairTestController.address(test.id)
        fairKicker = FairTestWords(kit).standing(test)
        fairHeading = test.record.question.escapable
        problem = moment.problem.map { ProblemNote($0, texts: kit.texts) }
        alarm = writer.alarm
        alarmAddress = "/release"
        dayForm = writer.numberForm
        today = writer.today
        restForm = writer.restForm
        moreForm = writer.moreForm
        begin = writer.begin
        beginAction = "\(address)/begin"
        missed = writer.missed
        hasMissed = !missed.isEmpty
        result = writer.result
        figure = writer.diary.flatMap { FairFigureView(test, $0, kit) }
        facts = writer.facts
        end = writer.end
        sheetAddress = "\(address)/sheet"
    }
}

/// A form that asks for a number.
struct FairDayFormView: Sendable {
    /// Several things to tick.
    struct Ticks: Sendable {
        let ticksLabel: String
        let ticked: [Choice]
    }

    let dayFormID: String
    let dayFormAction: String
    let dayFormHeading: String
    let dayFormNote: String
    let carried: [HiddenField]
    let asked: [QuestionView]
    let ticks: [Ticks]
    let dayFormSave: String
    let isLoud: Bool
}

extension Page<FairTestPage> {
    static func fairTest(_ test: FairTestShelf.Kept, _ moment: FairTestMoment, kit: RecordKit) -> Self {
        Page(
            template: "fairtest", title: kit.texts("fair_title"), view: FairTestPage(test, moment, kit: kit),
            modules: ["today.js"])
    }
}
