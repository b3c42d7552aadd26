import Foundation
import Unknot
import UnknotJournal

/// The number of a day, as a form sends it.
struct FairDayForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let day = "day"
        static let rating = "rating"
        static let covariate = "covariate"
        static let done = "done"
        static let rescue = "rescue"
        static let medicine = "medicine"
        static let harm = "harm"
        static let more = "more"
        static let show = "show"
        static let entry = "entry"
    }

    /// The day that is meant; nil for today.
    let day: LocalDay?
    /// The number; nil where only something else is said.
    let rating: Double?
    /// Whether it is the form for what came up, which asks for no number.
    let isMore: Bool
    /// Whether what was kept back is to be shown now.
    let isShow: Bool
    let covariates: [FairTestRecord.Covariate]
    let done: Bool?
    let rescue: Bool?
    let medicine: Bool?
    let harms: [FairTestDayRecord.Harm]
    /// The name for the entry that came with the form.
    let id: EntryID?

    /// Reads a posted form.
    ///
    /// - Throws: ``IntakeProblem`` naming the first field that does not fit.
    init(_ fields: FormFields) throws(IntakeProblem) {
        day = try fields.value(Field.day).map { text throws(IntakeProblem) in
            guard let day = LocalDay(text) else {
                throw FairTestFields.wrong(Field.day, text, "a day such as 2026-11-21")
            }
            return day
        }
        isMore = try FairTestFields.flag(fields, Field.more) ?? false
        isShow = try FairTestFields.flag(fields, Field.show) ?? false
        let isMissing = try fields.value(Field.rating) == nil
        rating = isMissing ? nil : try FairTestFields.scale(fields, Field.rating)
        covariates = try FairTestFields.words(fields, Field.covariate)
        done = try FairTestFields.flag(fields, Field.done)
        rescue = try FairTestFields.flag(fields, Field.rescue)
        medicine = try FairTestFields.flag(fields, Field.medicine)
        harms = try FairTestFields.words(fields, Field.harm)
        id = try fields.value(Field.entry).flatMap { EntryID($0) }
    }
}

extension FairDayForm {
    /// What was not said of the day before.
    struct News: Sendable {
        var done: Bool?
        var rescue: Bool?
        var medicine: Bool?
        var harms: [FairTestDayRecord.Harm] = []

        var isEmpty: Bool { done == nil && rescue == nil && medicine == nil && harms.isEmpty }
    }

    /// What it says beside the number and was not said before, so that a form sent twice is written down once.
    ///
    /// - Parameter isAsked: Whether the danger questions wait for an answer already; else something new is new again.
    func news(over said: FairTestHistory.Day?, isAsked: Bool) -> News {
        func new(_ value: Bool?, _ former: Bool?) -> Bool? { value == former ? nil : value }
        return News(
            done: new(done, said?.done), rescue: new(rescue, said?.rescue ?? false),
            medicine: new(medicine, said?.medicine ?? false),
            harms: harms.filter { harm in
                !(said?.harms.contains(harm) ?? false) || harm == .newSymptom && !isAsked
            })
    }
}

/// How fields of fair tests are read.
enum FairTestFields {
    /// A whole number from 0 to 10 that must be there.
    static func scale(_ fields: FormFields, _ name: String) throws(IntakeProblem) -> Double {
        guard let text = try fields.value(name) else { throw missing(name) }
        guard let number = Int(text), (0...10).contains(number) else { throw wrong(name, text, scaleAllowed) }
        return Double(number)
    }

    private static let scaleAllowed = "a whole number from 0 to 10"

    /// A number that must be there and is not.
    static func missing(_ name: String) -> IntakeProblem {
        IntakeProblem(path: "fair_\(name)", message: "No number was chosen.", allowed: scaleAllowed)
    }

    /// Yes, no, or not said.
    static func flag(_ fields: FormFields, _ name: String) throws(IntakeProblem) -> Bool? {
        switch try fields.value(name) {
        case nil: return nil
        case "yes"?: return true
        case "no"?: return false
        case let other?: throw wrong(name, other, "yes, no")
        }
    }

    /// Words of a list, each once.
    static func words<Word: RawRepresentable & CaseIterable & Equatable>(
        _ fields: FormFields, _ name: String
    ) throws(IntakeProblem) -> [Word] where Word.RawValue == String {
        var words: [Word] = []
        for text in fields.values(name) {
            guard let word = Word(rawValue: text) else {
                throw wrong(name, text, Word.allCases.map(\.rawValue).joined(separator: ", "))
            }
            if !words.contains(word) { words.append(word) }
        }
        return words
    }

    static func wrong(_ name: String, _ text: String, _ allowed: String) -> IntakeProblem {
        IntakeProblem(path: "fair_\(name)", message: "Found “\(text.prefix(40))”.", allowed: allowed)
    }
}

/// What somebody wants to test, as a form sends it.
struct FairPlanForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let stage = "stage"
        static let what = "what"
        static let own = "own"
        static let versus = "versus"
        static let length = "length"
        static let time = "time"
        static let covariate = "covariate"
        static let technique = "technique"
        static let blocks = "blocks"
        static let entry = "entry"
    }

    /// Everyday things that can be tested by days; their words stand with the pages.
    enum Idea: String, CaseIterable, Sendable {
        case breaks
        case water
        case warmth
        case breathing
        case bedtime
    }

    /// How long a day trial takes.
    enum Length: String, CaseIterable, Sendable {
        case usual
        case short
        case slow

        var design: DayTrialDesign {
            switch self {
            case .usual: .usual
            case .short: .short
            case .slow: .slow
            }
        }
    }

    /// What may be chosen first.
    static let own = "own"
    /// Sessions of each technique that may be chosen.
    static let blocks = SessionScreenDiary.sizes
    /// When the number is asked unless another time is chosen.
    static let usualTime = "20:00"

    let stage: FairTestRecord.Stage
    let what: String?
    let ownWords: String
    let versus: String
    let length: Length
    let time: String
    let covariates: [FairTestRecord.Covariate]
    let techniques: [TechniqueID]
    let blocks: Int
    let id: EntryID?

    /// What is chosen before anybody chose.
    init(stage: FairTestRecord.Stage, what: String? = nil) {
        (self.stage, self.what, ownWords, versus) = (stage, what, "", "")
        (length, time, covariates, techniques) = (.usual, Self.usualTime, [], [])
        (blocks, id) = (Self.blocks[0], nil)
    }

    /// Reads a posted form.
    init(_ fields: FormFields) throws(IntakeProblem) {
        stage = try Self.choice(fields, Field.stage) ?? .days
        let ownWords = try fields.value(Field.own)?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        self.ownWords = ownWords
        // Whoever typed words meant them, also without choosing them.
        what = try fields.value(Field.what) ?? (ownWords.isEmpty ? nil : Self.own)
        versus = try fields.value(Field.versus)?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        length = try Self.choice(fields, Field.length) ?? .usual
        time = try fields.value(Field.time) ?? Self.usualTime
        covariates = try FairTestFields.words(fields, Field.covariate)
        techniques = fields.values(Field.technique).map { TechniqueID($0) }
        let count = try fields.value(Field.blocks) ?? "\(Self.blocks[0])"
        guard let blocks = Int(count), Self.blocks.contains(blocks) else {
            throw FairTestFields.wrong(Field.blocks, count, Self.blocks.map { "\($0)" }.joined(separator: ", "))
        }
        self.blocks = blocks
        id = try fields.value(Field.entry).flatMap { EntryID($0) }
    }

    private static func choice<Choice: RawRepresentable & CaseIterable>(
        _ fields: FormFields, _ name: String
    ) throws(IntakeProblem) -> Choice? where Choice.RawValue == String {
        guard let text = try fields.value(name) else { return nil }
        guard let choice = Choice(rawValue: text) else {
            throw FairTestFields.wrong(name, text, Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }
}
