public import UnknotRecord

/// When the reminders of a list fall due, by the clock on the wall where the person is.
///
/// A pure function of the list, a moment and a time zone. A time that summer time leaves out comes when the clock has been
/// put forward; one that comes twice reminds once, the first time. What falls into quiet hours is left out, not put off.
public struct ReminderSchedule: Hashable, Sendable {
    /// The list.
    public let record: RemindersRecord
    /// Since when the list holds.
    public let since: Moment
    /// Since when single reminders are as they are, where that is longer.
    private var longer: [ReminderID: Moment] = [:]

    /// The most days ahead that are looked at for the next time: every day of the week comes within them, also across a
    /// day that a country leaves out.
    static let daysAhead = 9

    /// - Parameter since: When the list was written down.
    public init(_ record: RemindersRecord, since: Moment) {
        (self.record, self.since) = (record, since)
    }

    /// A list as it was from a moment on.
    public struct Version: Hashable, Sendable {
        let record: RemindersRecord
        let at: Moment

        /// - Parameter at: When it was written down.
        public init(_ record: RemindersRecord, at moment: Moment) {
            (self.record, at) = (record, moment)
        }
    }

    /// The latest of several versions of a list, which leaves alone what it does not change: a reminder holds since it was made,
    /// turned on, or given other days or times, quiet hours included.
    ///
    /// - Parameter versions: The latest first, without a gap; without any there is nothing to remind of.
    public init(_ versions: [Version]) {
        self.init(versions.first?.record ?? .none, since: versions.first?.at ?? Moment(milliseconds: 0))
        for reminder in record.reminders {
            let same = versions.prefix { version in
                guard let former = version.record.reminder(reminder.id) else { return false }
                return former.isOn == reminder.isOn && former.days == reminder.days
                    && ReminderSchedule(version.record, since: since).clockTimes(of: former)
                        == clockTimes(of: reminder)
            }
            longer[reminder.id] = same.map(\.at).min()
        }
    }

    /// Since when a reminder is as it is now: nothing of it before was ever due.
    public func since(_ reminder: Reminder) -> Moment { longer[reminder.id] ?? since }

    /// The times of a reminder on an ordinary day, quiet hours left out, in order.
    public func clockTimes(of reminder: Reminder) -> [ClockTime] {
        reminder.clockTimes.filter { record.quiet?.contains($0) != true }
    }

    /// When a reminder reminds on one day, in order, whether it is on or off.
    public func moments(of reminder: Reminder, on day: LocalDay, in zone: LocalZone) -> [Moment] {
        guard reminder.days.contains(where: { $0.number == day.weekday }) else { return [] }
        var moments: [Moment] = []
        for time in clockTimes(of: reminder) {
            let moment = LocalClock(day: day, minutes: time.minutes).moment(in: zone)
            // A day that a country leaves out has no times; what was moved on may have come into quiet hours.
            guard LocalDay(of: moment, in: zone) == day, !isQuiet(at: moment, in: zone) else { continue }
            if let last = moments.last, moment <= last { continue }
            moments.append(moment)
        }
        return moments
    }

    /// Whether it is quiet somewhere at a moment.
    public func isQuiet(at moment: Moment, in zone: LocalZone) -> Bool {
        guard let quiet = record.quiet, let time = ClockTime(minutes: LocalClock(moment, in: zone).minutes) else {
            return false
        }
        return quiet.contains(time)
    }

    /// The next time of a reminder after a moment; nil while it is off, or when quiet hours leave none of its times.
    public func next(of reminder: Reminder, after moment: Moment, in zone: LocalZone) -> Moment? {
        guard reminder.isOn else { return nil }
        let today = LocalDay(of: moment, in: zone)
        for ahead in 0...Self.daysAhead {
            let moments = moments(of: reminder, on: today.advanced(by: ahead), in: zone)
            if let next = moments.first(where: { $0 > moment }) { return next }
        }
        return nil
    }
}

extension ReminderSchedule {
    /// What somebody did about a reminder in one browser.
    public struct Answer: Hashable, Sendable {
        /// Everything up to here is settled.
        public var settledTo: Moment
        /// Nothing until then, and then again.
        public var snoozedTo: Moment?

        /// States an answer.
        public init(settledTo: Moment, snoozedTo: Moment? = nil) {
            (self.settledTo, self.snoozedTo) = (settledTo, snoozedTo)
        }
    }

    /// A reminder that is due.
    public struct Due: Hashable, Sendable {
        /// Which.
        public let reminder: Reminder
        /// Since when.
        public let at: Moment
        /// How many times in a row went by without an answer, this one included; 0 where nobody has ever answered here,
        /// and for breaks.
        public let ignored: Int

        /// After so many the person is asked whether another time, fewer or none would suit better (`behaviour.md`, rule 4).
        public static let manyIgnored = 3
        /// Whether so many went by that it is time to ask.
        public var asksForChange: Bool { ignored >= Self.manyIgnored }
    }

    /// How far back times are counted that went by.
    private static let countedDays = 14

    /// What is due at a moment, in the order of the list.
    ///
    /// The latest time of today is due until it is answered, a break until the next one; what was put off comes back at
    /// its time, quiet hours aside, on whatever day that is. Done since the time before is as good as answered.
    ///
    /// - Parameters:
    ///   - answers: What was done about reminders.
    ///   - done: When what a reminder is about was done, in any order; asked of those that are about something.
    public func due(
        at now: Moment, in zone: LocalZone, answers: [ReminderID: Answer],
        done: (Reminder.Subject) -> [Moment] = { _ in [] }
    ) -> [Due] {
        if isQuiet(at: now, in: zone) { return [] }
        return record.reminders.filter(\.isOn).compactMap { reminder in
            due(reminder, at: now, in: zone, answers[reminder.id], done(reminder.subject).filter { $0 <= now })
        }
    }

    private func due(
        _ reminder: Reminder, at now: Moment, in zone: LocalZone, _ answer: Answer?, _ done: [Moment]
    ) -> Due? {
        if let snoozed = answer?.snoozedTo, snoozed > now { return nil }
        let today = LocalDay(of: now, in: zone)
        let since = since(reminder)
        let past = moments(of: reminder, on: today, in: zone).filter { $0 <= now && $0 >= since }
        let former = past.dropLast().last ?? today.start(in: zone)
        if done.contains(where: { $0 >= former }) { return nil }
        let ignored = ignored(reminder, at: now, in: zone, answer, done)
        if let snoozed = answer?.snoozedTo { return Due(reminder: reminder, at: snoozed, ignored: ignored) }
        guard let last = past.last, last > answer?.settledTo ?? since.before else { return nil }
        if case .every(let minutes, _, _) = reminder.times,
            now.milliseconds - last.milliseconds >= Int64(minutes) * 60_000
        {
            return nil
        }
        return Due(reminder: reminder, at: last, ignored: ignored)
    }

    private func ignored(
        _ reminder: Reminder, at now: Moment, in zone: LocalZone, _ answer: Answer?, _ done: [Moment]
    ) -> Int {
        guard let answer, case .at = reminder.times else { return 0 }
        let since = since(reminder)
        let from = max(answer.settledTo, since.before, done.max() ?? since.before)
        let today = LocalDay(of: now, in: zone)
        return (-Self.countedDays...0).reduce(0) { sum, ago in
            sum + moments(of: reminder, on: today.advanced(by: ago), in: zone).count { $0 > from && $0 <= now }
        }
    }
}

extension Moment {
    /// The millisecond before.
    fileprivate var before: Moment { Moment(milliseconds: milliseconds - 1) }
}
