import Hummingbird
import Unknot
import UnknotJournal

/// What was done about reminders in one browser. It is kept in a cookie of that browser and nowhere else: what was put
/// off or passed over is no part of the record.
struct ReminderAnswers: Hashable, Sendable {
    /// The cookie. It holds ids of reminders and minutes, nothing else.
    static let cookie = "unknot_reminders"

    /// By reminder.
    private(set) var answers: [ReminderID: ReminderSchedule.Answer]

    /// What a browser sent along; what cannot be read is passed over.
    init(_ request: Request) {
        self.init(text: request.cookies[Self.cookie]?.value ?? "")
    }

    /// Reads `id~minutes` or `id~minutes~minutes`, joined by dots; minutes since 1970 in base 36.
    init(text: String) {
        answers = [:]
        for part in text.split(separator: ".").prefix(Reminder.most) {
            let fields = part.split(separator: "~", omittingEmptySubsequences: false)
            guard (2...3).contains(fields.count), let id = ReminderID(fields[0]),
                let settled = Self.moment(fields[1])
            else { continue }
            let snoozed = fields.count < 3 ? nil : Self.moment(fields[2])
            answers[id] = ReminderSchedule.Answer(settledTo: settled, snoozedTo: snoozed)
        }
    }

    /// Notes an answer, and forgets those to reminders that are gone.
    ///
    /// - Parameter minutes: For how long it is put off; nil settles it.
    mutating func answer(_ id: ReminderID, putOff minutes: Int?, now: Moment, in record: RemindersRecord) {
        answers = answers.filter { record.reminder($0.key) != nil }
        guard record.reminder(id) != nil else { return }
        answers[id] = ReminderSchedule.Answer(
            settledTo: now, snoozedTo: minutes.map { Moment(milliseconds: now.milliseconds + Int64($0) * 60_000) })
    }

    /// What the cookie holds.
    var text: String {
        answers.sorted { $0.key < $1.key }.map { id, answer in
            ([answer.settledTo] + [answer.snoozedTo].compactMap { $0 })
                .reduce(id.description) { $0 + "~" + String(Self.minutes($1), radix: 36) }
        }.joined(separator: ".")
    }

    /// Rounded up: a time that has been settled must not come back for the seconds of its minute.
    private static func minutes(_ moment: Moment) -> Int64 { (moment.milliseconds + 59_999) / 60_000 }

    private static func moment(_ text: Substring) -> Moment? {
        guard (1...7).contains(text.count), let minutes = Int64(text, radix: 36), minutes >= 0 else { return nil }
        return Moment(milliseconds: minutes * 60_000)
    }
}
