/// What a person wrote down for one day of a fair test. All of it speaks of the 24 hours before.
///
/// A day may have several entries. The first rating of a day counts, also when it was changed or taken away since; of the
/// rest what was said last.
public struct FairTestDayRecord: Hashable, Sendable {
    /// What did not agree with the person.
    public enum Harm: String, CaseIterable, Hashable, Sendable {
        /// Soreness for more than two days.
        case soreness
        /// A bruise.
        case bruise
        /// Something new: numbness, weakness, pain that spreads, or anything else that was not there before.
        case newSymptom = "new_symptom"
    }

    /// The first entry of the test.
    public let test: EntryID
    /// The day on which it was asked, where the person was.
    public let day: RecordDay
    /// Average pain of the last 24 hours, 0 to 10.
    public let rating: Double?
    /// What of the things chosen beforehand held in these hours.
    public let covariates: [FairTestRecord.Covariate]
    /// Whether the routine was done in these hours, whatever was drawn.
    public let done: Bool?
    /// Whether something else was done against strong pain.
    public let rescue: Bool?
    /// Whether medicine was taken against the pain.
    public let medicine: Bool?
    /// What did not agree with the person.
    public let harms: [Harm]
    /// Whether it was written down more than 24 hours after it was due; then it is no part of the result.
    public let isLate: Bool
    /// Whether what was drawn for the day was kept back, because something spoke against it or had to be asked first; false
    /// when it was shown afterwards, on the same day. Said last counts.
    public let isHeld: Bool?

    /// Records a day.
    public init(
        test: EntryID, day: RecordDay, rating: Double? = nil, covariates: [FairTestRecord.Covariate] = [],
        done: Bool? = nil, rescue: Bool? = nil, medicine: Bool? = nil, harms: [Harm] = [], isLate: Bool = false,
        isHeld: Bool? = nil
    ) throws(IntakeProblem) {
        (self.test, self.day) = (test, day)
        self.rating = try RecordCheck.number(rating, "rating", in: 0...10)
        guard Set(covariates).count == covariates.count else {
            throw IntakeProblem(path: "covariates", message: "Something stands twice.", allowed: "each once")
        }
        guard Set(harms).count == harms.count else {
            throw IntakeProblem(path: "harms", message: "Something stands twice.", allowed: "each once")
        }
        (self.covariates, self.done, self.rescue, self.medicine) = (covariates, done, rescue, medicine)
        (self.harms, self.isLate, self.isHeld) = (harms, isLate, isHeld)
        try RecordCheck.anyOf(
            [rating != nil, done != nil, rescue != nil, medicine != nil, !harms.isEmpty, isHeld != nil],
            "rating, done, rescue, medicine, harms, held")
    }
}

extension FairTestDayRecord: RecordPayload {
    package static let kind = EntryKind.fairTestDay
    package static let keys = [
        "test", "day", "rating", "covariates", "done", "rescue", "medicine", "harms", "late", "held",
    ]

    package init(fields: FieldReader) throws(IntakeProblem) {
        try self.init(
            test: fields.requiredEntry("test"), day: fields.requiredDay("day"), rating: fields.anyNumber("rating"),
            covariates: Self.words(fields, "covariates"), done: fields.flag("done"), rescue: fields.flag("rescue"),
            medicine: fields.flag("medicine"), harms: Self.words(fields, "harms"), isLate: fields.flag("late") ?? false,
            isHeld: fields.flag("held"))
    }

    static func words<Word: RawRepresentable & CaseIterable>(
        _ fields: FieldReader, _ key: String
    ) throws(IntakeProblem) -> [Word] where Word.RawValue == String {
        var words: [Word] = []
        for (index, text) in try fields.texts(key, longest: 10).enumerated() {
            words.append(try FieldReader.choice(.string(text), path: "\(key)[\(index)]"))
        }
        return words
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "test": .string(test.description), "day": .string(day.description), "rating": RecordFields.number(rating),
            "covariates": RecordFields.list(covariates.map { .string($0.rawValue) }), "done": RecordFields.flag(done),
            "rescue": RecordFields.flag(rescue), "medicine": RecordFields.flag(medicine),
            "harms": RecordFields.list(harms.map { .string($0.rawValue) }), "late": isLate ? .bool(true) : nil,
            "held": RecordFields.flag(isHeld),
        ])
    }
}
