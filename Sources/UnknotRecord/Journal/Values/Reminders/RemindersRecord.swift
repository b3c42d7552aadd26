/// What a person wants to be reminded of: the whole list as it holds from then on.
///
/// One list is in effect, the latest. What came of a single reminder, done or put off, is no part of it.
public struct RemindersRecord: Hashable, Sendable {
    /// Nothing to be reminded of.
    public static let none = RemindersRecord()

    /// The reminders in the order of the person, at most ``Reminder/most``.
    public let reminders: [Reminder]
    /// When nothing reminds.
    public let quiet: QuietHours?
    /// The SHA-256, in hexadecimal, of the secret in the address at which calendars get the list; nil without one.
    public let calendar: String?
    /// The SHA-256 of the secret of an address that was taken back with this entry. It never holds again, whatever is
    /// undone later.
    public let ended: String?

    private init() {
        (reminders, quiet, calendar, ended) = ([], nil, nil, nil)
    }

    /// States the list.
    ///
    /// - Throws: ``IntakeProblem`` for too many reminders, an id that stands twice, and what is no digest.
    public init(
        _ reminders: [Reminder], quiet: QuietHours? = nil, calendar: String? = nil, ended: String? = nil
    ) throws(IntakeProblem) {
        guard reminders.count <= Reminder.most else {
            throw IntakeProblem(
                path: "reminders", message: "Found a list of \(reminders.count).",
                allowed: "at most \(Reminder.most) reminders")
        }
        var seen: Set<ReminderID> = []
        for (index, reminder) in reminders.enumerated() where !seen.insert(reminder.id).inserted {
            throw IntakeProblem(
                path: "reminders[\(index)].id", message: "“\(reminder.id)” stands twice.", allowed: "each id once")
        }
        self.reminders = reminders
        self.quiet = quiet
        self.calendar = try Self.digest(calendar, "calendar")
        self.ended = try Self.digest(ended, "ended")
    }

    private static func digest(_ text: String?, _ key: String) throws(IntakeProblem) -> String? {
        guard let text else { return nil }
        let isDigest =
            text.utf8.count == 64
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
        guard isDigest else {
            throw IntakeProblem(
                path: key, message: "“\(text.prefix(20))” is no SHA-256.",
                allowed: "64 digits from 0 to 9 and a to f")
        }
        return text
    }

    /// The reminder with an id.
    public func reminder(_ id: ReminderID) -> Reminder? { reminders.first { $0.id == id } }
}

extension RemindersRecord: RecordPayload {
    package static let kind = EntryKind.reminders
    package static let keys = ["reminders", "quiet", "calendar", "ended"]

    package init(fields: FieldReader) throws(IntakeProblem) {
        var reminders: [Reminder] = []
        for (index, value) in try fields.list("reminders").enumerated() {
            reminders.append(try Reminder(recorded: value, path: "reminders[\(index)]"))
        }
        try self.init(
            reminders, quiet: Self.quiet(fields), calendar: fields.anyText("calendar"), ended: fields.anyText("ended"))
    }

    private static func quiet(_ fields: FieldReader) throws(IntakeProblem) -> QuietHours? {
        guard let value = fields.value("quiet") else { return nil }
        let hours = try FieldReader(value, path: "quiet", known: ["from", "to"])
        return try QuietHours(
            from: ClockTime(recorded: hours.requiredAnyText("from"), path: "quiet.from"),
            to: ClockTime(recorded: hours.requiredAnyText("to"), path: "quiet.to"))
    }

    package var fields: [String: JSONValue] {
        RecordFields.present([
            "reminders": .array(reminders.map(\.recorded)),
            "quiet": quiet.map {
                .object(["from": .string($0.from.description), "to": .string($0.to.description)])
            },
            "calendar": RecordFields.text(calendar), "ended": RecordFields.text(ended),
        ])
    }
}
