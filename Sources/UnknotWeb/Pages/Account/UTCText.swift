import Foundation
import UnknotRecord

/// A moment in words, in UTC: what concerns accounts has no place of its own.
struct UTCText {
    /// “21 November 2026”.
    let day: String
    /// “21 November 2026, 17:50 UTC”.
    let minute: String

    init(_ moment: Moment) {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        var style = Date.VerbatimFormatStyle(
            format: "\(day: .defaultDigits) \(month: .wide) \(year: .defaultDigits)",
            locale: Locale(identifier: "en_GB"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
        day = date.formatted(style)
        style = Date.VerbatimFormatStyle(
            format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
            locale: Locale(identifier: "en_GB"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
        minute = "\(day), \(date.formatted(style)) UTC"
    }
}
