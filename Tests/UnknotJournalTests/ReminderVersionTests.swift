import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("Reminders of a list that is changed")
struct ReminderVersionTests {
    private static func moment(_ text: String) throws -> Moment { try MomentText(text).moment }

    private static func reminder(
        _ name: String, _ at: String..., days: Set<Weekday> = Set(Weekday.allCases), isOn: Bool = true
    ) throws -> Reminder {
        var random = SplitMix64(seed: name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        return try Reminder(
            id: ReminderID(at: Moment(milliseconds: 1_700_000_000_000), using: &random), what: name,
            times: .at(at.compactMap { ClockTime($0) }), days: days, isOn: isOn)
    }

    /// The versions of a list by when they were written, the oldest first.
    private static func schedule(_ versions: (String, RemindersRecord)...) throws -> ReminderSchedule {
        ReminderSchedule(
            try versions.reversed().map { ReminderSchedule.Version($0.1, at: try moment($0.0)) })
    }

    private func due(
        _ schedule: ReminderSchedule, at text: String, answered: String? = nil
    ) throws -> [String: Int] {
        let settled = try answered.map { ReminderSchedule.Answer(settledTo: try Self.moment($0)) }
        let answers = Dictionary(
            uniqueKeysWithValues: schedule.record.reminders.compactMap { reminder in
                settled.map { (reminder.id, $0) }
            })
        let due = schedule.due(at: try Self.moment(text), in: .utc, answers: answers)
        return Dictionary(uniqueKeysWithValues: due.map { ($0.reminder.what, $0.ignored) })
    }

    @Test func `a change of one leaves the others due, and their count`() throws {
        let first = try RemindersRecord([Self.reminder("Drink", "08:00")])
        let second = try RemindersRecord([Self.reminder("Drink", "08:00"), Self.reminder("Walk", "07:00")])
        let schedule = try Self.schedule(("2026-06-01T06:00:00Z", first), ("2026-06-04T08:30:00Z", second))
        #expect(try due(schedule, at: "2026-06-04T08:40:00Z") == ["Drink": 0])
        #expect(
            try due(schedule, at: "2026-06-04T08:40:00Z", answered: "2026-06-01T09:00:00Z") == ["Drink": 3])
        #expect(try due(schedule, at: "2026-06-05T08:40:00Z").keys.sorted() == ["Drink", "Walk"])
    }

    @Test func `its own times, days, quiet hours and switch count from their change`() throws {
        let drink = try Self.reminder("Drink", "08:00")
        let before = try RemindersRecord([drink])
        let quiet = try QuietHours(from: #require(ClockTime("07:00")), to: #require(ClockTime("09:00")))
        let days: Set<Weekday> = [.monday, .thursday]
        for former in [
            try RemindersRecord([Self.reminder("Drink", "08:15")]), try RemindersRecord([drink.switched(on: false)]),
            try RemindersRecord([Self.reminder("Drink", "08:00", days: days)]),
            try RemindersRecord([drink], quiet: quiet), try RemindersRecord([]),
        ] {
            let schedule = try Self.schedule(
                ("2026-06-01T06:00:00Z", before), ("2026-06-02T06:00:00Z", former), ("2026-06-04T08:30:00Z", before))
            #expect(try due(schedule, at: "2026-06-04T08:40:00Z") == [:])
            #expect(try due(schedule, at: "2026-06-05T08:40:00Z") == ["Drink": 0])
        }
    }

    @Test func `other words, an address and quiet hours elsewhere change nothing about when`() throws {
        let drink = try Self.reminder("Drink", "08:00")
        let night = try QuietHours(from: #require(ClockTime("22:00")), to: #require(ClockTime("07:00")))
        for latest in [
            try RemindersRecord([drink], quiet: night),
            try RemindersRecord([drink], calendar: String(repeating: "a", count: 64)),
        ] {
            let schedule = try Self.schedule(
                ("2026-06-01T06:00:00Z", try RemindersRecord([drink])), ("2026-06-04T08:30:00Z", latest))
            #expect(try due(schedule, at: "2026-06-04T08:40:00Z") == ["Drink": 0])
        }
    }

    @Test func `without a version there is nothing to remind of`() throws {
        #expect(try due(ReminderSchedule([]), at: "2026-06-04T08:40:00Z") == [:])
    }
}
