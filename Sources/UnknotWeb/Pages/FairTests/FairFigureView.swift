import Unknot
import UnknotJournal

/// All days of a trial as they were: each number on the day that it speaks of, days with the routine on a tone.
struct FairFigureView: Sendable {
    /// One day of the table.
    struct Row: Sendable {
        let rowDay: String
        let rowArm: String
        let rowPain: String
        let rowBeside: String
    }

    let chartWords: String
    let charts: [DayChart]
    let figureRows: [Row]

    /// - Returns: `nil` before the first number.
    init?(_ test: FairTestShelf.Kept, _ diary: DayTrialDiary, _ kit: RecordKit) {
        let rated = diary.entries.filter { $0.value.rating != nil }.keys
        guard let first = rated.min(), let last = rated.max() else { return nil }
        // A number speaks of the day before it.
        let from = max(first - 1, last - Self.mostDays)
        let to = max(from, diary.isRatedToday ? kit.today.number : last - 1)
        let days = (from...min(to, from + Self.mostDays)).map { LocalDay(number: $0) }
        charts = [DayChart.Size.narrow, .wide].map { size in
            DayChart(
                days.map { day in
                    let entry = diary.entries[day.number + 1]
                    let isOut = entry?.isLeftOut == true || diary.entries[day.number]?.isHeld == true
                    let rating = isOut ? nil : entry?.rating
                    return ChartDay(
                        hours: day.hours(in: kit.zone), label: Self.label(day, of: days.count, kit),
                        spread: rating.map { ChartDay.Spread(low: $0, median: $0, high: $0) },
                        isShaded: diary.shownArm(on: day.number) == .routine)
                }, lanes: [], size: size)
        }
        let words = FairTestWords(kit)
        figureRows = days.reversed().map { day in
            let entry = diary.entries[day.number + 1]
            let said = test.history.days[day.advanced(by: 1)]
            var beside: [String] = []
            if said?.isChanged == true { beside.append(kit.texts("fair_row_changed")) }
            if said?.isLate == true { beside.append(kit.texts("fair_row_late")) }
            if said?.isTooSoon == true { beside.append(kit.texts("fair_row_soon")) }
            if diary.entries[day.number]?.isHeld == true { beside.append(kit.texts("fair_row_held")) }
            if let done = entry?.done { beside.append(kit.texts(done ? "fair_row_done" : "fair_row_not_done")) }
            if entry?.rescue == true { beside.append(kit.texts("fair_row_rescue")) }
            if entry?.medicine == true { beside.append(kit.texts("fair_row_medicine")) }
            beside += (said?.harms ?? []).map { kit.texts("fair_harm_\($0.rawValue)").lowercased() }
            return Row(
                rowDay: kit.dates.table(day), rowArm: Self.arm(day.number, diary, words, kit),
                rowPain: (said?.isChanged == true ? nil : entry?.rating).map(kit.number) ?? kit.texts("fair_row_none"),
                rowBeside: beside.joined(separator: ", "))
        }
        chartWords = kit.texts(
            "fair_chart_words",
            ["count": "\(rated.count)", "from": kit.dates.short(days[0]), "to": kit.dates.short(days[days.count - 1])])
    }

    /// The most days that are drawn: the longest trial with its days before.
    private static let mostDays = 600

    private static func arm(_ day: Int, _ diary: DayTrialDiary, _ words: FairTestWords, _ kit: RecordKit) -> String {
        guard let start = diary.start, day >= start else { return kit.texts("fair_row_before") }
        return diary.shownArm(on: day).map(words.arm) ?? kit.texts("fair_row_hidden")
    }

    private static func label(_ day: LocalDay, of count: Int, _ kit: RecordKit) -> [String] {
        if count <= 7 { return [kit.dates.weekday(day), String(day.day)] }
        let weeks = count <= 28 ? 1 : count <= 70 ? 2 : 6
        return day.weekday == 1 && (day.number / 7).isMultiple(of: weeks) ? [kit.dates.short(day)] : []
    }
}
