extension Vocabulary {
    /// One reminder of a person.
    public enum Reminder {}
}

/// Names one reminder of a person; it stays the same when the reminder is changed.
public typealias ReminderID = UniqueID<Vocabulary.Reminder>

/// One thing that a person wants to be reminded of.
public struct Reminder: Hashable, Sendable {
    /// When it reminds on a day, by the clock on the wall.
    public enum Times: Hashable, Sendable {
        /// At these times, 1 to 12, each once, in order.
        case at([ClockTime])
        /// Short breaks: every so many minutes, 15 to 480, the first so long after the start, the last not after the end,
        /// which lies after the start.
        case every(minutes: Int, from: ClockTime, to: ClockTime)
    }

    /// What it is about, as far as the program knows: what was done already silences it.
    public enum Subject: Hashable, Sendable {
        /// The words alone.
        case words
        /// The session of the plan.
        case session
        /// A habit, by its id.
        case habit(String)
    }

    /// The most reminders of one person.
    public static let most = 20
    /// The most times of one reminder.
    static let mostTimes = 12
    /// How far apart breaks may lie, in minutes.
    static let gaps = 15.0...480

    /// Its name for the program.
    public let id: ReminderID
    /// What to do, 1 to 100 characters on one line.
    public let what: String
    /// When on a day.
    public let times: Times
    /// On which days of the week; at least one.
    public let days: Set<Weekday>
    /// What it is about.
    public let subject: Subject
    /// Whether it reminds at present.
    public let isOn: Bool

    /// Describes a reminder.
    ///
    /// - Throws: ``IntakeProblem`` for what is out of its range; times are put in order, those that stand twice count once.
    public init(
        id: ReminderID, what: String, times: Times, days: Set<Weekday> = Set(Weekday.allCases),
        subject: Subject = .words, isOn: Bool = true
    ) throws(IntakeProblem) {
        self.id = id
        self.what = try RecordCheck.text(what, "what", longest: 100)
        guard !days.isEmpty else {
            throw IntakeProblem(path: "days", message: "No day is chosen.", allowed: "at least one day of the week")
        }
        self.days = days
        self.times = try Self.checked(times)
        if case .habit(let habit) = subject { _ = try RecordCheck.id(Identifier<Vocabulary.Reminder>(habit), "habit") }
        self.subject = subject
        self.isOn = isOn
    }

    /// The same, on or off.
    public func switched(on isOn: Bool) -> Reminder {
        Reminder(self, isOn: isOn)
    }

    private init(_ former: Reminder, isOn: Bool) {
        (id, what, times) = (former.id, former.what, former.times)
        (days, subject) = (former.days, former.subject)
        self.isOn = isOn
    }

    private static func checked(_ times: Times) throws(IntakeProblem) -> Times {
        switch times {
        case .at(let times):
            let each = Set(times).sorted()
            guard (1...mostTimes).contains(each.count) else {
                throw IntakeProblem(
                    path: "at", message: each.isEmpty ? "No time is given." : "Found \(each.count) times.",
                    allowed: "1 to \(mostTimes) times, such as 09:30")
            }
            return .at(each)
        case .every(let minutes, let from, let to):
            _ = try RecordCheck.whole(Double(minutes), "every", in: gaps)
            guard from.minutes + minutes <= to.minutes else {
                throw IntakeProblem(
                    path: "to", message: "From \(from) to \(to) there is no room for \(minutes) minutes.",
                    allowed: "an end at least \(minutes) minutes after the start, on the same day")
            }
            return times
        }
    }

    /// The times on a day by the clock, in order; quiet hours are not looked at.
    public var clockTimes: [ClockTime] {
        switch times {
        case .at(let times): times
        case .every(let minutes, let from, let to):
            stride(from: from.minutes + minutes, through: to.minutes, by: minutes).compactMap(ClockTime.init(minutes:))
        }
    }
}

extension Reminder {
    private static let keys = ["id", "what", "at", "every", "from", "to", "days", "session", "habit", "off"]

    init(recorded value: JSONValue, path: String) throws(IntakeProblem) {
        let fields = try FieldReader(value, path: path, known: Self.keys)
        let name = try fields.requiredAnyText("id")
        guard let id = ReminderID(name) else {
            throw IntakeProblem(
                path: fields.path(of: "id"), message: "“\(name.prefix(60))” is not the id of a reminder.",
                allowed: "an id such as 0190b6a1-7c3e-7abc-8def-0123456789ab")
        }
        let what = try fields.requiredAnyText("what")
        let times = try Self.times(fields)
        let days = try Self.days(fields)
        let habit = try fields.anyText("habit")
        let isSession = try fields.flag("session") ?? false
        guard habit == nil || !isSession else {
            throw IntakeProblem(
                path: fields.path(of: "habit"), message: "It is about a session and about a habit.",
                allowed: "one of session, habit")
        }
        let subject: Subject = isSession ? .session : habit.map { .habit($0) } ?? .words
        let isOff = try fields.flag("off") ?? false
        do {
            try self.init(id: id, what: what, times: times, days: days, subject: subject, isOn: !isOff)
        } catch {
            throw error.within(path)
        }
    }

    private static func times(_ fields: FieldReader) throws(IntakeProblem) -> Times {
        let gap = try fields.anyNumber("every")
        let (from, to) = (try fields.anyText("from"), try fields.anyText("to"))
        guard gap != nil || from != nil || to != nil else {
            var times: [ClockTime] = []
            for (index, text) in try fields.texts("at", longest: 100).enumerated() {
                times.append(try ClockTime(recorded: text, path: "\(fields.path(of: "at"))[\(index)]"))
            }
            return .at(times)
        }
        guard fields.value("at") == nil else {
            throw IntakeProblem(
                path: fields.path(of: "at"), message: "There are times and a distance.",
                allowed: "at, or every, from, to")
        }
        guard let gap, let from, let to else {
            throw IntakeProblem(
                path: fields.path(of: gap == nil ? "every" : from == nil ? "from" : "to"),
                message: "This field is missing.", allowed: "every, from and to together")
        }
        let whole = try RecordCheck.whole(gap, fields.path(of: "every"), in: gaps)
        return .every(
            minutes: Int(whole), from: try ClockTime(recorded: from, path: fields.path(of: "from")),
            to: try ClockTime(recorded: to, path: fields.path(of: "to")))
    }

    private static func days(_ fields: FieldReader) throws(IntakeProblem) -> Set<Weekday> {
        guard fields.value("days") != nil else { return Set(Weekday.allCases) }
        var days: Set<Weekday> = []
        for (index, value) in try fields.list("days", longest: 7).enumerated() {
            days.insert(try FieldReader.choice(value, path: "\(fields.path(of: "days"))[\(index)]"))
        }
        return days
    }

    var recorded: JSONValue {
        var record: [String: JSONValue?] = ["id": .string(id.description), "what": .string(what)]
        switch times {
        case .at(let times): record["at"] = .array(times.map { .string($0.description) })
        case .every(let minutes, let from, let to):
            record["every"] = .number(Double(minutes))
            record["from"] = .string(from.description)
            record["to"] = .string(to.description)
        }
        if days.count < Weekday.allCases.count {
            record["days"] = .array(Weekday.allCases.filter(days.contains).map { .string($0.rawValue) })
        }
        switch subject {
        case .words: break
        case .session: record["session"] = .bool(true)
        case .habit(let habit): record["habit"] = .string(habit)
        }
        if !isOn { record["off"] = .bool(true) }
        return .object(RecordFields.present(record))
    }
}
