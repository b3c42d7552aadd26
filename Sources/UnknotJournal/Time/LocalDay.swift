public import UnknotRecord

/// A day of the calendar (Gregorian), such as 1 November 2026, as it is called where the person is.
public struct LocalDay: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Days since 1 January 1970, which is 0.
    public let number: Int

    /// The day so many days after 1 January 1970.
    public init(number: Int) {
        self.number = number
    }

    /// A day by its date.
    ///
    /// - Returns: Nothing for a date that does not exist, such as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9_999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let candidate = LocalDay(number: Self.number(year, month, day))
        guard candidate.date == (year, month, day) else { return nil }
        self = candidate
    }

    /// Reads `2026-11-01`.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day that it is somewhere at a moment.
    public init(of moment: Moment, in zone: LocalZone) {
        let local = Int(moment.milliseconds) + zone.offset(at: moment) * 1_000
        number = local.floored(by: Self.milliseconds)
    }

    /// The year.
    public var year: Int { date.year }
    /// The month, 1 to 12.
    public var month: Int { date.month }
    /// The day of the month, 1 to 31.
    public var day: Int { date.day }
    /// The day of the week, 1 (Monday) to 7 (Sunday).
    public var weekday: Int { number + 3 - (number + 3).floored(by: 7) * 7 + 1 }

    /// The day so many days later, or earlier.
    public func advanced(by days: Int) -> LocalDay { LocalDay(number: number + days) }

    /// How many days lie between this day and a later one.
    public func days(to other: LocalDay) -> Int { other.number - number }

    /// `2026-11-01`.
    public var description: String {
        let date = date
        return "\(date.year.digits(4))-\(date.month.digits(2))-\(date.day.digits(2))"
    }

    /// Earlier is less.
    public static func < (left: LocalDay, right: LocalDay) -> Bool { left.number < right.number }

    static let milliseconds = 86_400_000

    /// Year, month and day. The year is taken to begin in March, so that the leap day comes last; 146 097 days are 400
    /// years (H. Hinnant, "chrono-compatible low-level date algorithms").
    private var date: (year: Int, month: Int, day: Int) {
        let sinceMarch = number + 719_468
        let era = sinceMarch.floored(by: 146_097)
        let dayOfEra = sinceMarch - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year.floored(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
