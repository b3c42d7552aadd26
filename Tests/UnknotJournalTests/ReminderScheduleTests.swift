import SeededRandom
import Testing
import UnknotJournal
import UnknotRecord

@Suite("When reminders fall due")
struct ReminderScheduleTests {
    private static let always = Moment(milliseconds: 0)

    private static func reminder(
        _ at: String..., days: Set<Weekday> = Set(Weekday.allCases), subject: Reminder.Subject = .words,
        isOn: Bool = true
    ) throws -> Reminder {
        try Reminder(
            id: id(at.joined()), what: "Drink", times: .at(at.compactMap { ClockTime($0) }), days: days,
            subject: subject, isOn: isOn)
    }

    private static func breaks(_ minutes: Int, _ from: String, _ to: String) throws -> Reminder {
        let (start, end) = (try #require(ClockTime(from)), try #require(ClockTime(to)))
        return try Reminder(id: id(from + to), what: "Stand up", times: .every(minutes: minutes, from: start, to: end))
    }

    private static func id(_ text: String) -> ReminderID {
        var random = SplitMix64(seed: text.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) })
        return ReminderID(at: Moment(milliseconds: 1_700_000_000_000), using: &random)
    }

    private static func quiet(_ from: String, _ to: String) throws -> QuietHours {
        try QuietHours(from: #require(ClockTime(from)), to: #require(ClockTime(to)))
    }

    private func clocks(_ moments: [Moment], _ zone: LocalZone) -> [String] {
        moments.map { $0.text(in: zone) }
    }

    @Test(
        "a time that summer time leaves out is moved on, one that comes twice comes once",
        arguments: [
            ("Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T03:30:00+02:00"),
            ("Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T01:59:00+01:00"),
            ("Europe/Berlin", "2026-03-29", "09:00", "2026-03-29T09:00:00+02:00"),
            ("Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T02:30:00+02:00"),
            ("Europe/Berlin", "2026-10-25", "09:00", "2026-10-25T09:00:00+01:00"),
            ("America/Sao_Paulo", "2018-11-04", "00:30", "2018-11-04T01:30:00-02:00"),
            ("America/Sao_Paulo", "2018-02-17", "23:30", "2018-02-17T23:30:00-02:00"),
            ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-04T02:45:00+11:00"),
        ])
    func changes(zone: String, day: String, at: String, moment: String) throws {
        let zone = try #require(LocalZone(zone))
        let schedule = ReminderSchedule(try RemindersRecord([Self.reminder(at)]), since: Self.always)
        let moments = schedule.moments(of: schedule.record.reminders[0], on: try #require(LocalDay(day)), in: zone)
        #expect(clocks(moments, zone) == [moment])
    }

    @Test("nothing falls into a day that a country left out")
    func leftOut() throws {
        let zone = try #require(LocalZone("Pacific/Apia"))
        let schedule = ReminderSchedule(try RemindersRecord([Self.reminder("09:00")]), since: Self.always)
        let (reminder, day) = (schedule.record.reminders[0], try #require(LocalDay("2011-12-30")))
        #expect(schedule.moments(of: reminder, on: day, in: zone) == [])
        let eve = try MomentText("2011-12-29T23:00:00-10:00").moment
        #expect(schedule.next(of: reminder, after: eve, in: zone)?.text(in: zone) == "2011-12-31T09:00:00+14:00")
    }

    @Test(
        "on any day anywhere: in order, on its day, at its time or moved on by the change, never in quiet hours",
        arguments: [
            "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Casablanca",
            "Antarctica/Troll", "Pacific/Apia", "UTC", "+05:45",
        ])
    func properties(name: String) throws {
        let zone = try #require(LocalZone(name))
        var random = SplitMix64(seed: 11)
        for _ in 0..<40 {
            let reminder = try RandomReminders.reminder(&random)
            let quiet = try RandomReminders.quiet(&random)
            let schedule = ReminderSchedule(try RemindersRecord([reminder], quiet: quiet), since: Self.always)
            // 2011 to 2030, so that days with a change come up often enough: around those that are known too.
            let start = LocalDay(number: .random(in: 15_000..<22_000, using: &random))
            for day in (0..<9).map(start.advanced(by:)) {
                let moments = schedule.moments(of: reminder, on: day, in: zone)
                #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
                #expect(moments.allSatisfy { LocalDay(of: $0, in: zone) == day })
                #expect(moments.allSatisfy { !schedule.isQuiet(at: $0, in: zone) })
                let isItsDay = reminder.days.contains { $0.number == day.weekday }
                #expect(isItsDay || moments.isEmpty)
                let times = schedule.clockTimes(of: reminder)
                let seen = moments.map { LocalClock($0, in: zone).minutes }
                guard day.hours(in: zone) == 24 else {
                    #expect(moments.count <= times.count)
                    continue
                }
                #expect(seen == (isItsDay ? times.map(\.minutes) : []), "\(name) \(day)")
            }
        }
    }

    @Test("the next time is the first one after the moment, found by walking minute by minute")
    func next() throws {
        let zone = try #require(LocalZone("Europe/Berlin"))
        let reminder = try Self.reminder("02:30", "09:00", "21:00", days: [.sunday, .tuesday])
        let schedule = ReminderSchedule(
            try RemindersRecord([reminder], quiet: Self.quiet("20:00", "02:00")), since: Self.always)
        let start = try MomentText("2026-03-28T12:00:00+01:00").moment
        for hour in stride(from: Int64(0), to: 24 * 6, by: 5) {
            let now = Moment(milliseconds: start.milliseconds + hour * 3_600_000)
            var walked = now.milliseconds + 60_000
            func isTime(_ milliseconds: Int64) -> Bool {
                let clock = LocalClock(Moment(milliseconds: milliseconds), in: zone)
                let times = clock.day.description == "2026-03-29" ? ["03:30", "09:00"] : ["02:30", "09:00"]
                return [2, 7].contains(clock.day.weekday) && times.contains(clock.text)
            }
            while !isTime(walked) { walked += 60_000 }
            #expect(schedule.next(of: reminder, after: now, in: zone)?.milliseconds == walked)
        }
    }

    @Test("what is off or always quiet never comes")
    func never() throws {
        let zone = LocalZone.utc
        let off = try Self.reminder("09:00", isOn: false)
        let silent = try Self.reminder("23:00")
        let schedule = ReminderSchedule(
            try RemindersRecord([off, silent], quiet: Self.quiet("22:00", "07:00")), since: Self.always)
        let now = try MomentText("2026-11-22T23:30:00Z").moment
        #expect(schedule.next(of: off, after: now, in: zone) == nil)
        #expect(schedule.next(of: silent, after: now, in: zone) == nil)
        let morning = try MomentText("2026-11-22T09:30:00Z").moment
        #expect(schedule.due(at: morning, in: zone, answers: [:]) == [])
        #expect(schedule.due(at: now, in: zone, answers: [:]) == [])
    }

    @Test("breaks come by the clock and only until the next one")
    func micro() throws {
        let reminder = try Self.breaks(45, "09:00", "12:00")
        #expect(reminder.clockTimes.map(\.description) == ["09:45", "10:30", "11:15", "12:00"])
        let schedule = ReminderSchedule(try RemindersRecord([reminder]), since: Self.always)
        func due(_ time: String) throws -> String? {
            let now = try MomentText("2026-11-22T\(time):00Z").moment
            return schedule.due(at: now, in: .utc, answers: [:]).first?.at.text(in: .utc)
        }
        #expect(try due("09:44") == nil)
        #expect(try due("10:29") == "2026-11-22T09:45:00+00:00")
        #expect(try due("10:30") == "2026-11-22T10:30:00+00:00")
        #expect(try due("12:44") == "2026-11-22T12:00:00+00:00")
        #expect(try due("12:45") == nil)
    }

    @Test("a reminder stays until it is answered, and can be put off as often as one likes")
    func snooze() throws {
        let reminder = try Self.reminder("09:00", "20:00")
        let schedule = ReminderSchedule(
            try RemindersRecord([reminder], quiet: Self.quiet("22:00", "07:00")), since: Self.always)
        var answers: [ReminderID: ReminderSchedule.Answer] = [:]
        func due(_ text: String) throws -> Bool {
            !schedule.due(at: try MomentText(text).moment, in: .utc, answers: answers).isEmpty
        }
        func snooze(at text: String, minutes: Int64) throws {
            let now = try MomentText(text).moment
            answers[reminder.id] = ReminderSchedule.Answer(
                settledTo: now, snoozedTo: Moment(milliseconds: now.milliseconds + minutes * 60_000))
        }
        #expect(try !due("2026-11-22T08:59:00Z"))
        #expect(try due("2026-11-22T09:00:00Z"))
        #expect(try due("2026-11-22T15:00:00Z"))
        for round in 0..<50 {
            let (hour, minute) = (10 + round / 6, round % 6 * 10)
            let now = "2026-11-22T\(hour):\(minute < 10 ? "0" : "")\(minute):00Z"
            #expect(try due(now))
            try snooze(at: now, minutes: 10)
            #expect(try !due(now.replacing(":00Z", with: ":59Z")))
        }
        // Put off into the night it waits for the end of quiet hours, on the next day.
        try snooze(at: "2026-11-22T21:30:00Z", minutes: 60)
        #expect(try !due("2026-11-22T22:30:00Z"))
        #expect(try !due("2026-11-23T06:59:00Z"))
        #expect(try due("2026-11-23T07:00:00Z"))
        answers[reminder.id] = ReminderSchedule.Answer(settledTo: try MomentText("2026-11-23T07:01:00Z").moment)
        #expect(try !due("2026-11-23T08:00:00Z"))
        #expect(try due("2026-11-23T09:00:00Z"))
    }

    @Test("what was done since the time before is not reminded of")
    func done() throws {
        let reminder = try Self.reminder("09:00", "18:00", subject: .session)
        let schedule = ReminderSchedule(try RemindersRecord([reminder]), since: Self.always)
        func isDue(_ time: String, doneAt: String?) throws -> Bool {
            let done = try doneAt.map { [try MomentText("2026-11-22T\($0):00Z").moment] } ?? []
            let now = try MomentText("2026-11-22T\(time):00Z").moment
            return !schedule.due(at: now, in: .utc, answers: [:]) { $0 == .session ? done : [] }.isEmpty
        }
        #expect(try isDue("09:30", doneAt: nil))
        #expect(try !isDue("09:30", doneAt: "07:15"))
        #expect(try !isDue("09:30", doneAt: "09:20"))
        #expect(try isDue("18:30", doneAt: "07:15"))
        #expect(try !isDue("18:30", doneAt: "17:00"))
        // What is still to come has not been done.
        #expect(try isDue("09:30", doneAt: "10:00"))
    }

    @Test("after three that went by it asks, but only where somebody ever answered")
    func ignored() throws {
        let reminder = try Self.reminder("09:00")
        let schedule = ReminderSchedule(try RemindersRecord([reminder]), since: Self.always)
        let now = try MomentText("2026-11-22T10:00:00Z").moment
        func ignored(answered day: String?) throws -> [Int] {
            let answers = try day.map {
                [reminder.id: ReminderSchedule.Answer(settledTo: try MomentText("\($0)T09:05:00Z").moment)]
            }
            return schedule.due(at: now, in: .utc, answers: answers ?? [:]).map(\.ignored)
        }
        #expect(try ignored(answered: nil) == [0])
        #expect(try ignored(answered: "2026-11-21") == [1])
        #expect(try ignored(answered: "2026-11-19") == [3])
        #expect(try ignored(answered: "2025-11-19") == [15])
        let answers = [reminder.id: ReminderSchedule.Answer(settledTo: try MomentText("2026-11-19T09:05:00Z").moment)]
        #expect(schedule.due(at: now, in: .utc, answers: answers).first?.asksForChange == true)
    }

    @Test("nothing before the list was written was ever due")
    func since() throws {
        let reminder = try Self.reminder("09:00")
        let written = try MomentText("2026-11-22T09:30:00Z").moment
        let schedule = ReminderSchedule(try RemindersRecord([reminder]), since: written)
        #expect(schedule.due(at: try MomentText("2026-11-22T10:00:00Z").moment, in: .utc, answers: [:]) == [])
        #expect(schedule.due(at: try MomentText("2026-11-23T10:00:00Z").moment, in: .utc, answers: [:]).count == 1)
    }

    @Test("in another time zone the same time of day counts")
    func travelling() throws {
        let reminder = try Self.reminder("09:00")
        let schedule = ReminderSchedule(try RemindersRecord([reminder]), since: Self.always)
        let now = try MomentText("2026-11-22T12:00:00Z").moment
        for (name, next) in [
            ("Asia/Tokyo", "2026-11-23T09:00:00+09:00"), ("America/New_York", "2026-11-22T09:00:00-05:00"),
        ] {
            let zone = try #require(LocalZone(name))
            #expect(schedule.next(of: reminder, after: now, in: zone)?.text(in: zone) == next)
        }
    }
}

/// Reminders with random times.
enum RandomReminders {
    static func reminder(_ random: inout SplitMix64) throws -> Reminder {
        func time(_ range: Range<Int>) throws -> ClockTime {
            try #require(ClockTime(minutes: .random(in: range, using: &random)))
        }
        let times: Reminder.Times =
            Bool.random(using: &random)
            ? .at([try time(0..<1_440), try time(0..<240), try time(0..<1_440)])
            : .every(minutes: .random(in: 15...90, using: &random), from: try time(0..<300), to: try time(400..<1_440))
        let days = Set(Weekday.allCases.filter { _ in .random(using: &random) })
        return try Reminder(
            id: ReminderID(at: Moment(milliseconds: 0), using: &random), what: "x", times: times,
            days: days.isEmpty ? [.sunday] : days)
    }

    static func quiet(_ random: inout SplitMix64) throws -> QuietHours? {
        guard Bool.random(using: &random) else { return nil }
        let from = try #require(ClockTime(minutes: .random(in: 0..<720, using: &random)))
        let to = try #require(ClockTime(minutes: .random(in: 720..<1_440, using: &random)))
        return try Bool.random(using: &random) ? QuietHours(from: from, to: to) : QuietHours(from: to, to: from)
    }
}
