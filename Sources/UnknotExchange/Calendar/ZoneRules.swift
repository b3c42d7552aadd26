import UnknotJournal
import UnknotRecord

/// When and how the clocks of a zone change, as a calendar file says it (VTIMEZONE, RFC 5545, section 3.6.5).
///
/// Worked out from the offsets of the zone alone: changes that follow one rule over all years that are looked at become a
/// rule, others are listed. So the file is right wherever this program knows the zone, and needs no table of its own.
struct ZoneRules {
    /// The years that are looked at, the first one included: changes that follow no rule are known so far ahead.
    static let years = 11

    /// One change of the clocks.
    private struct Change {
        /// In seconds since 1970.
        let at: Int
        /// Offsets before and after, in seconds.
        let from: Int
        let to: Int

        /// What the clock showed when it was changed.
        var clock: LocalClock {
            let local = Moment(milliseconds: Int64(at + from) * 1_000)
            return LocalClock(local, in: .utc)
        }
    }

    let name: String
    private let first: Int
    private let changes: [Change]

    /// - Parameter year: The year of the first event; the year before is looked at too.
    init(_ zone: LocalZone, from year: Int) {
        name = Self.name(zone)
        let start = (LocalDay(year: year - 1, month: 1, day: 1) ?? LocalDay(number: 0)).number * 86_400
        let end = (LocalDay(year: year - 1 + Self.years, month: 1, day: 1) ?? LocalDay(number: 0)).number * 86_400
        func offset(_ second: Int) -> Int { zone.offset(at: Moment(milliseconds: Int64(second) * 1_000)) }
        first = offset(start)
        var changes: [Change] = []
        // No zone changes its clocks twice in a week.
        for week in stride(from: start, to: end, by: 7 * 86_400) {
            var (low, high) = (week, min(week + 7 * 86_400, end))
            let (from, to) = (offset(low), offset(high))
            guard from != to else { continue }
            while high - low > 1 {
                let middle = (low + high) / 2
                if offset(middle) == from { low = middle } else { high = middle }
            }
            changes.append(Change(at: high, from: from, to: to))
        }
        self.changes = changes
    }

    /// The name of a zone as a parameter may hold it without quotation marks.
    static func name(_ zone: LocalZone) -> String {
        let text = zone.description
        guard text.hasPrefix("+") || text.hasPrefix("-") else { return text }
        return "UTC" + text.filter { $0 != ":" }
    }

    /// Writes the component.
    func write(to lines: inout ContentLines) {
        lines.add("BEGIN", "VTIMEZONE")
        lines.add("TZID", name)
        let oldest = LocalClock(day: LocalDay(number: 0), minutes: 0)
        Self.write(isSummer: false, start: oldest, from: first, to: first, to: &lines)
        var groups: [[Change]] = []
        for change in changes {
            if let index = groups.firstIndex(where: { $0[0].from == change.from && $0[0].to == change.to }) {
                groups[index].append(change)
            } else {
                groups.append([change])
            }
        }
        for group in groups {
            let rule = Self.rule(group)
            let dates = rule == nil ? group.dropFirst().map(\.clock) : []
            Self.write(
                isSummer: group[0].to > group[0].from, start: group[0].clock, from: group[0].from, to: group[0].to,
                rule: rule, dates: dates, to: &lines)
        }
        lines.add("END", "VTIMEZONE")
    }

    private static func write(
        isSummer: Bool, start: LocalClock, from: Int, to: Int, rule: String? = nil, dates: [LocalClock] = [],
        to lines: inout ContentLines
    ) {
        let kind = isSummer ? "DAYLIGHT" : "STANDARD"
        lines.add("BEGIN", kind)
        lines.add("DTSTART", start.calendarText)
        lines.add("TZOFFSETFROM", offsetText(from))
        lines.add("TZOFFSETTO", offsetText(to))
        if let rule { lines.add("RRULE", rule) }
        if !dates.isEmpty { lines.add("RDATE", dates.map(\.calendarText).joined(separator: ",")) }
        lines.add("END", kind)
    }

    /// The rule that all changes of a group follow: once each year, in one month, at one time, on the last or on the same
    /// one of a day of the week.
    private static func rule(_ group: [Change]) -> String? {
        let clocks = group.map(\.clock)
        let days = clocks.map(\.day)
        guard let first = clocks.first, days.count >= years - 1,
            zip(days, days.dropFirst()).allSatisfy({ $1.year == $0.year + 1 }),
            clocks.allSatisfy({
                $0.minutes == first.minutes && $0.day.month == first.day.month && $0.day.weekday == first.day.weekday
            })
        else { return nil }
        let isLast = days.allSatisfy { $0.advanced(by: 7).month != $0.month }
        let places = Set(days.map { ($0.day - 1) / 7 + 1 })
        guard isLast || places.count == 1, let place = places.first else { return nil }
        return "FREQ=YEARLY;BYMONTH=\(first.day.month);BYDAY=\(isLast ? -1 : place)\(first.day.weekdayText)"
    }

    /// `+0100`, with seconds only where there are some.
    private static func offsetText(_ seconds: Int) -> String {
        let size = abs(seconds)
        let parts = [size / 3_600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
        return (seconds < 0 ? "-" : "+") + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    }
}

extension LocalDay {
    /// `20261122`.
    var calendarText: String { description.filter { $0 != "-" } }
    /// `MO` to `SU`.
    var weekdayText: String { CalendarWords.weekday(weekday) }
}

extension LocalClock {
    /// `20261122T093000`.
    var calendarText: String { "\(day.calendarText)T\(text.filter { $0 != ":" })00" }
}

/// Words of RFC 5545.
enum CalendarWords {
    /// - Parameter number: 1 (Monday) to 7 (Sunday).
    static func weekday(_ number: Int) -> String {
        ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][(number - 1) % 7]
    }
}
