import Foundation
import Unknot
import UnknotJournal

/// One reminder as a form sends it.
struct RemindersForm: Sendable {
    /// Names of its fields.
    enum Field {
        static let reminder = "reminder"
        static let way = "way"
        static let what = "what"
        static let at = "at"
        static let every = "every"
        static let from = "from"
        static let to = "to"
        static let day = "day"
        static let session = "session"
        static let habit = "habit"
        static let answer = "answer"
        static let back = "back"
    }

    /// Which of the two forms.
    enum Way: String, CaseIterable, Sendable {
        /// At times of day.
        case times
        /// Short breaks.
        case breaks
    }

    /// The reminder that is changed; nil for a new one.
    let id: ReminderID?
    let way: Way
    /// What was typed, by the name of the field, so that it can be shown again.
    let typed: [String: String]
    /// The days that were ticked.
    let days: [String]

    /// Reads a posted form.
    init(_ fields: FormFields) throws(IntakeProblem) {
        id = try fields.value(Field.reminder).flatMap { ReminderID($0) }
        way = try fields.value(Field.way).flatMap(Way.init(rawValue:)) ?? .times
        var typed: [String: String] = [:]
        for name in [Field.what, Field.at, Field.every, Field.from, Field.to, Field.session, Field.habit] {
            typed[name] = try fields.value(name)?.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        self.typed = typed.filter { !$0.value.isEmpty }
        days = fields.values(Field.day)
    }

    /// The form as it stands for a reminder.
    init(_ reminder: Reminder) {
        id = reminder.id
        var typed = [Field.what: reminder.what]
        switch reminder.times {
        case .at(let times):
            way = .times
            typed[Field.at] = times.map(\.description).joined(separator: ", ")
        case .every(let minutes, let from, let to):
            way = .breaks
            typed[Field.every] = String(minutes)
            typed[Field.from] = from.description
            typed[Field.to] = to.description
        }
        if reminder.subject == .session { typed[Field.session] = "yes" }
        if case .habit(let habit) = reminder.subject { typed[Field.habit] = habit }
        self.typed = typed
        days = Weekday.allCases.filter(reminder.days.contains).map(\.rawValue)
    }

    /// The form for a new reminder of a habit.
    ///
    /// - Parameters:
    ///   - name: The habit in words.
    ///   - time: When the person means to do it.
    init(of habit: HabitID, name: String, time: String?) {
        id = nil
        way = .times
        var typed = [Field.habit: habit.rawValue, Field.what: name]
        typed[Field.at] = time
        self.typed = typed
        days = Weekday.allCases.map(\.rawValue)
    }

    /// The reminder that is meant. No day ticked means every day.
    ///
    /// - Parameters:
    ///   - fresh: The id of a new one.
    ///   - former: The one that is changed; what the form does not ask stays as it was.
    func reminder(id fresh: ReminderID, former: Reminder?) throws(IntakeProblem) -> Reminder {
        let days = try days.map { word throws(IntakeProblem) in
            guard let day = Weekday(rawValue: word) else {
                throw IntakeProblem(
                    path: Field.day, message: "Found “\(word.prefix(40))”.", allowed: "monday to sunday")
            }
            return day
        }
        var subject = former?.subject ?? .words
        if let habit = typed[Field.habit] {
            subject = .habit(habit)
        } else if way == .times {
            if typed[Field.session] != nil { subject = .session } else if subject == .session { subject = .words }
        }
        return try Reminder(
            id: former?.id ?? fresh, what: typed[Field.what] ?? "", times: times(),
            days: Set(days.isEmpty ? Weekday.allCases : days), subject: subject, isOn: former?.isOn ?? true)
    }

    private func times() throws(IntakeProblem) -> Reminder.Times {
        switch way {
        case .times:
            let words = Self.words(typed[Field.at] ?? "")
            return .at(try words.map { word throws(IntakeProblem) in try Self.time(word, Field.at) })
        case .breaks:
            let text = typed[Field.every] ?? ""
            guard let minutes = Int(text) else {
                throw IntakeProblem(
                    path: Field.every, message: text.isEmpty ? "This is not answered." : "Found “\(text.prefix(40))”.",
                    allowed: "a whole number from 15 to 480")
            }
            return .every(
                minutes: minutes, from: try Self.time(typed[Field.from] ?? "", Field.from),
                to: try Self.time(typed[Field.to] ?? "", Field.to))
        }
    }

    /// The times of a line, as `9 am, 1.30 pm and 19`.
    private static func words(_ line: String) -> [String] {
        line.split { ",; ".contains($0) }.reduce(into: []) { words, word in
            let isHalf = ["am", "pm", "a.m.", "p.m."].contains(word.lowercased())
            if isHalf, let last = words.popLast() {
                words.append(last + word)
            } else if word.lowercased() != "and" {
                words.append(String(word))
            }
        }
    }

    /// A time as people type it: `9`, `9:30`, `9.30` and `9:30 am` are times too.
    static func time(_ text: String, _ field: String) throws(IntakeProblem) -> ClockTime {
        guard let time = TypedTime.minutes(text).flatMap({ ClockTime(minutes: $0) }) else {
            throw IntakeProblem(
                path: field, message: text.isEmpty ? "No time is given." : "“\(text.prefix(40))” is not a time of day.",
                allowed: "a time from 00:00 to 23:59, such as 09:30")
        }
        return time
    }
}
