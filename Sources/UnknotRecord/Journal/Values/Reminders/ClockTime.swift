/// A time of day as the clock on the wall shows it, to the minute, without a day and without a time zone.
public struct ClockTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Since midnight, 0 to 1439.
    public let minutes: Int

    /// The minutes of a day.
    public static let day = 24 * 60

    /// A time of day.
    ///
    /// - Returns: Nothing outside 0 to 1439.
    public init?(minutes: Int) {
        guard (0..<Self.day).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `09:30`, two digits each.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
            [0, 1, 3, 4].allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) })
        else { return nil }
        let digits = [0, 1, 3, 4].map { Int(bytes[$0] - UInt8(ascii: "0")) }
        let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
        guard hour < 24, minute < 60 else { return nil }
        minutes = hour * 60 + minute
    }

    /// `09:30`.
    public var description: String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// Earlier in the day is less.
    public static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }

    /// Reads a time out of a payload.
    ///
    /// - Throws: ``IntakeProblem`` that names the field.
    init(recorded text: String, path: String) throws(IntakeProblem) {
        guard let time = ClockTime(text) else {
            throw IntakeProblem(
                path: path, message: "“\(text.prefix(40))” is not a time of day.",
                allowed: "a time from 00:00 to 23:59, such as 09:30")
        }
        self = time
    }
}

/// A day of the week.
public enum Weekday: String, CaseIterable, Hashable, Sendable {
    /// Monday, the first.
    case monday
    /// Tuesday.
    case tuesday
    /// Wednesday.
    case wednesday
    /// Thursday.
    case thursday
    /// Friday.
    case friday
    /// Saturday.
    case saturday
    /// Sunday, the last.
    case sunday

    /// 1 (Monday) to 7 (Sunday).
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
}

/// The hours of a day in which nothing reminds. They may go over midnight.
public struct QuietHours: Hashable, Sendable {
    /// The first quiet minute.
    public let from: ClockTime
    /// The first minute that is not quiet any more.
    public let to: ClockTime

    /// States quiet hours.
    ///
    /// - Throws: ``IntakeProblem`` when both times are the same: that could mean all day or never.
    public init(from: ClockTime, to: ClockTime) throws(IntakeProblem) {
        guard from != to else {
            throw IntakeProblem(
                path: "quiet", message: "Quiet hours begin and end at \(from).",
                allowed: "two different times, such as 22:00 and 07:00")
        }
        (self.from, self.to) = (from, to)
    }

    /// Whether a time of day lies in them.
    public func contains(_ time: ClockTime) -> Bool {
        from < to ? from <= time && time < to : from <= time || time < to
    }
}
