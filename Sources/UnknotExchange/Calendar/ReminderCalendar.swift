public import UnknotJournal
public import UnknotRecord

/// A list of reminders as a calendar file (RFC 5545) that calendar programs take or poll.
///
/// Each time of a reminder is an event of five minutes that repeats by day or week and rings at its start. Its times are
/// those of the clock on the wall in one zone, which the file describes itself, so that they stay right when summer time
/// begins and ends. Nothing of the record is in it but the words and the times of reminders that are on.
public struct ReminderCalendar: Hashable, Sendable {
    /// What a calendar shows besides the reminders themselves.
    public struct Words: Hashable, Sendable {
        /// The name of the calendar.
        public let title: String
        /// What stands in every event.
        public let note: String

        /// Gives the words.
        public init(title: String, note: String) {
            (self.title, self.note) = (title, note)
        }
    }

    private let record: RemindersRecord
    private let changedAt: Moment
    private let since: LocalDay
    private let zone: LocalZone
    private let withBreaks: Bool

    /// How long an event lasts, in minutes.
    static let minutes = 5
    /// How often a calendar should ask anew, in hours.
    static let refreshHours = 6

    /// - Parameters:
    ///   - record: The list.
    ///   - changedAt: When the list was last changed.
    ///   - since: From when on it holds.
    ///   - zone: Where its times are meant.
    ///   - withBreaks: Whether the short breaks of a day are in it, each of which is an event.
    public init(
        _ record: RemindersRecord, changedAt: Moment, since: Moment, zone: LocalZone, withBreaks: Bool = true
    ) {
        self.record = record
        self.changedAt = changedAt
        self.since = LocalDay(of: since, in: zone)
        self.zone = zone
        self.withBreaks = withBreaks
    }

    /// The file. The same list gives the same bytes.
    public func text(_ words: Words) -> String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//Unknot//Reminders//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("NAME", text: words.title)
        lines.add("X-WR-CALNAME", text: words.title)
        lines.add("REFRESH-INTERVAL;VALUE=DURATION", "PT\(Self.refreshHours)H")
        lines.add("X-PUBLISHED-TTL", "PT\(Self.refreshHours)H")
        let rules = ZoneRules(zone, from: since.year)
        rules.write(to: &lines)
        let schedule = ReminderSchedule(record, since: changedAt)
        for reminder in record.reminders where reminder.isOn {
            if case .every = reminder.times, !withBreaks { continue }
            guard let first = firstDay(of: reminder) else { continue }
            for time in schedule.clockTimes(of: reminder) {
                write(reminder, LocalClock(day: first, minutes: time.minutes), rules.name, words, to: &lines)
            }
        }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    /// The first day of a reminder's week on which the list holds.
    private func firstDay(of reminder: Reminder) -> LocalDay? {
        (0..<7).lazy.map(since.advanced(by:)).first { day in reminder.days.contains { $0.number == day.weekday } }
    }

    private func write(
        _ reminder: Reminder, _ start: LocalClock, _ zone: String, _ words: Words, to lines: inout ContentLines
    ) {
        let days = Weekday.allCases.filter(reminder.days.contains)
        let rule =
            days.count == Weekday.allCases.count
            ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=" + days.map { CalendarWords.weekday($0.number) }.joined(separator: ",")
        lines.add("BEGIN", "VEVENT")
        // The id of the reminder is unique everywhere, and stays the same when other things about it change.
        lines.add("UID", "\(reminder.id)-\(start.text.filter { $0 != ":" })@unknot")
        lines.add("DTSTAMP", LocalClock.utcText(changedAt))
        lines.add("LAST-MODIFIED", LocalClock.utcText(changedAt))
        lines.add("DTSTART;TZID=\(zone)", start.calendarText)
        lines.add("DURATION", "PT\(Self.minutes)M")
        lines.add("RRULE", rule)
        lines.add("SUMMARY", text: reminder.what)
        lines.add("DESCRIPTION", text: words.note)
        lines.add("CLASS", "PRIVATE")
        lines.add("TRANSP", "TRANSPARENT")
        lines.add("BEGIN", "VALARM")
        lines.add("ACTION", "DISPLAY")
        lines.add("TRIGGER", "PT0S")
        lines.add("DESCRIPTION", text: reminder.what)
        lines.add("END", "VALARM")
        lines.add("END", "VEVENT")
    }
}

extension LocalClock {
    /// `20261122T083000Z`.
    fileprivate static func utcText(_ moment: Moment) -> String {
        let clock = LocalClock(moment, in: .utc)
        let seconds = Int((moment.milliseconds / 1_000) % 60)
        let text = clock.text.filter { $0 != ":" }
        return "\(clock.day.calendarText)T\(text)\(seconds < 10 ? "0" : "")\(seconds)Z"
    }
}
