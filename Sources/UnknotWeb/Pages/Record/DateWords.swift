import Unknot
import UnknotJournal

/// Names days and times the way the person reads them.
struct DateWords: Sendable {
    let texts: PageTexts
    let clock: PreferencesRecord.Clock

    /// "Saturday, 21 November 2026".
    func long(_ day: LocalDay) -> String { text(day, "date_long") }
    /// "21 Nov".
    func short(_ day: LocalDay) -> String { text(day, "date_short") }
    /// "21 Nov 2026".
    func dated(_ day: LocalDay) -> String { text(day, "date_dated") }
    /// "Sat, 21 Nov 2026".
    func medium(_ day: LocalDay) -> String { text(day, "date_medium") }
    /// "Sat, 21 Nov", where the year is clear.
    func table(_ day: LocalDay) -> String { text(day, "date_table") }
    /// "Sat".
    func weekday(_ day: LocalDay) -> String { texts("weekday_short_\(day.weekday)") }

    /// "21:05" or "9:05 pm", as the clock showed it.
    func time(_ moment: Moment, in zone: LocalZone) -> String {
        time(minutes: LocalClock(moment, in: zone).minutes)
    }

    /// A time of day, as the clock shows it.
    func time(_ time: ClockTime) -> String { self.time(minutes: time.minutes) }

    private func time(minutes: Int) -> String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return switch clock {
        case .hours24: texts("time_24", ["hour": two(hour), "minute": two(minute)])
        case .hours12:
            texts(
                hour < 12 ? "time_am" : "time_pm", ["hour": String((hour + 11) % 12 + 1), "minute": two(minute)])
        }
    }

    /// "today, 09:14", "yesterday, 18:40" or "12 Nov, 18:40".
    func recent(_ moment: Moment, in zone: LocalZone, today: LocalDay) -> String {
        let day = LocalDay(of: moment, in: zone)
        let key =
            switch day.days(to: today) {
            case 0: "recent_today"
            case 1: "recent_yesterday"
            default: day.year == today.year ? "recent_day" : "recent_year"
            }
        return texts(key, ["day": key == "recent_year" ? medium(day) : short(day), "time": time(moment, in: zone)])
    }

    private func text(_ day: LocalDay, _ key: String) -> String {
        texts(
            key,
            [
                "weekday": texts("weekday_\(day.weekday)"), "weekday_short": texts("weekday_short_\(day.weekday)"),
                "day": String(day.day), "month": texts("month_\(day.month)"),
                "month_short": texts("month_short_\(day.month)"), "year": String(day.year),
            ])
    }
}
