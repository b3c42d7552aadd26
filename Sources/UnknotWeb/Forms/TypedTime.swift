import Unknot
import UnknotJournal

/// A day and a time as a form sends them; what is left out is now.
struct TypedTime: Hashable, Sendable {
    /// As `2026-11-21`.
    var day: String?
    /// As `09:14`.
    var time: String?

    init(day: String? = nil, time: String? = nil) {
        (self.day, self.time) = (day, time)
    }

    /// The day and the time of an instant, as a form shows them.
    init(_ moment: Moment, in zone: LocalZone) {
        let clock = LocalClock(moment, in: zone)
        (day, time) = (clock.day.description, clock.text)
    }

    /// How far ahead a typed time may lie, since no two clocks agree: milliseconds.
    private static let tolerance: Int64 = 10 * 60 * 1000

    /// The instant that is meant.
    ///
    /// A time alone is one of today; a day alone is meant at noon, or now when it is today. A time that summer time
    /// leaves out is moved on by what was left out; one that comes twice is the first of the two.
    func moment(now: Moment, in zone: LocalZone) throws(IntakeProblem) -> Moment {
        guard self.day != nil || time != nil else { return now }
        let today = LocalDay(of: now, in: zone)
        var day = today
        if let text = self.day {
            guard let typed = LocalDay(text), typed.year >= 1900 else {
                throw Self.wrong("day", text, "a day such as \(today)")
            }
            day = typed
        }
        var minutes = 12 * 60
        if let time {
            guard let typed = Self.minutes(time) else { throw Self.wrong("time", time, "a time such as 09:30") }
            minutes = typed
        } else if day == today {
            return now
        }
        let moment = LocalClock(day: day, minutes: minutes).moment(in: zone)
        guard moment.milliseconds <= now.milliseconds + Self.tolerance else {
            throw IntakeProblem(path: "day", message: "This time has not come yet.", allowed: "a time up to now")
        }
        return moment
    }

    /// The minutes of a time of day as people type it: `09:30`, `9.30`, `17`, `9 am`, `09:30:15`.
    static func minutes(_ text: String) -> Int? {
        var rest = text.lowercased().filter { $0 != " " }
        var half: Int?
        for (mark, hours) in [("am", 0), ("a.m.", 0), ("pm", 12), ("p.m.", 12)] where rest.hasSuffix(mark) {
            rest.removeLast(mark.count)
            half = hours
        }
        let parts = rest.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        let isNumber = parts.enumerated().allSatisfy { index, part in
            part.allSatisfy { ("0"..."9").contains($0) } && (index == 0 ? 1...2 : 2...2).contains(part.count)
        }
        let numbers = parts.compactMap { Int($0) }
        guard isNumber, (1...3).contains(numbers.count), numbers.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
        var hour = numbers[0]
        if let half {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + half
        }
        return hour < 24 ? hour * 60 + (numbers.count > 1 ? numbers[1] : 0) : nil
    }

    private static func wrong(_ path: String, _ text: String, _ allowed: String) -> IntakeProblem {
        IntakeProblem(path: path, message: "Found “\(text.prefix(40))”.", allowed: allowed)
    }
}
