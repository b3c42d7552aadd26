/// One session of a session screen: how tender the spot was before and after.
///
/// The number before is written down before the technique is shown, so a session has two entries. The first number of
/// each counts. When each was written down tells whether the number after came in time.
public struct FairTestSessionRecord: Hashable, Sendable {
    /// The first entry of the test.
    public let test: EntryID
    /// Which session, from 1.
    public let number: Int
    /// Tenderness before, 0 to 10.
    public let before: Double?
    /// Tenderness after, 0 to 10: same spot, same finger, two minutes later.
    public let after: Double?
    /// Whether it was not held; it is then no part of the result.
    public let isSkipped: Bool
    /// What did not agree with the person.
    public let harms: [FairTestDayRecord.Harm]

    /// The most sessions of a screen: 8 techniques, 40 of each and 5 spare ones.
    static let numbers = 1.0...360.0

    /// Records a session, or a part of it.
    public init(
        test: EntryID, number: Int, before: Double? = nil, after: Double? = nil, isSkipped: Bool = false,
        harms: [FairTestDayRecord.Harm] = []
    ) throws(IntakeProblem) {
        self.test = test
        self.number = Int(try RecordCheck.whole(Double(number), "number", in: Self.numbers))
        self.before = try RecordCheck.number(before, "before", in: 0...10)
        self.after = try RecordCheck.number(after, "after", in: 0...10)
        self.isSkipped = isSkipped
        guard Set(harms).count == harms.count else {
            throw IntakeProblem(path: "harms", message: "Something stands twice.", allowed: "each once")
        }
        self.harms = harms
        try RecordCheck.anyOf(
            [before != nil, after != nil, isSkipped, !harms.isEmpty], "before, after, skipped, harms")
    }
}

extension FairTestSessionRecord: RecordPayload {
    package static let kind = EntryKind.fairTestSession
    package static let keys = ["test", "number", "before", "after", "skipped", "harms"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        let number = try RecordCheck.whole(fields.requiredNumber("number"), "number", in: Self.numbers)
        try self.init(
            test: fields.requiredEntry("test"), number: Int(number), before: fields.anyNumber("before"),
            after: fields.anyNumber("after"), isSkipped: fields.flag("skipped") ?? false,
            harms: FairTestDayRecord.words(fields, "harms"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "test": .string(test.description), "number": .number(Double(number)),
            "before": RecordFields.number(before), "after": RecordFields.number(after),
            "skipped": isSkipped ? .bool(true) : nil,
            "harms": RecordFields.list(harms.map { .string($0.rawValue) }),
        ])
    }
}
