import Unknot
import UnknotJournal

/// The course of one measure over the last days, as a picture, in words and as a table.
struct CourseView: Sendable {
    /// One day of the table.
    struct Row: Sendable {
        let rowDay: String
        let rowLow: String
        let rowMiddle: String
        let rowHigh: String
        let rowBeside: String
    }

    let courseCaption: String
    /// Whether it changed by more than such numbers go up and down by themselves.
    let changeWords: String
    /// The picture in a sentence.
    let chartWords: String
    /// The same for a phone and for a desk.
    let charts: [DayChart]
    let rows: [Row]

    /// - Parameters:
    ///   - noted: Entries of these days, and of as many days before them as far as they speak of the measure.
    ///   - count: How many days are shown.
    ///   - showsEntries: Whether the table tells single entries beside the numbers.
    /// - Returns: `nil` when there is nothing to draw.
    init?(_ noted: [Noted], measure: Measure, days count: Int, showsEntries: Bool = true, kit: RecordKit) {
        let course = Course(noted, measure: measure, days: count, kit: kit)
        guard course.hasContent else { return nil }
        let (texts, series) = (kit.texts, course.series)
        let name = measure.title(texts)
        courseCaption = texts("course_caption", ["measure": name, "days": String(count)])
        let before = kit.today.advanced(by: 1 - 2 * count)...kit.today.advanced(by: -count)
        changeWords =
            kit.atlas.changeRule(for: measure).map { rule in
                let earlier = DaySeries(measure, in: noted, over: before)
                return Self.change(MeaningfulChange(from: earlier, to: series, rule: rule), days: count, kit: kit)
            } ?? texts("change_no_rule", ["measure": name])
        chartWords = texts(
            series.filledDays == 0 ? "course_words_none" : "course_words",
            [
                "measure": name, "days": String(count), "with": String(series.filledDays),
                "low": kit.number(series.days.compactMap(\.least).min() ?? 0),
                "high": kit.number(series.days.compactMap(\.most).max() ?? 0),
                "last": series.days.last { $0.median != nil }?.median.map(kit.number) ?? "",
            ])
        let lanes = course.lanes.map { (kind: $0, name: texts("lane_\($0.rawValue)")) }
        charts = [DayChart.Size.narrow, .wide].map {
            DayChart(course.days, lanes: lanes, size: $0, scale: measure.scale ?? 0...10)
        }
        let none = texts("course_none")
        rows = zip(series.days, course.happened).reversed().map { day, happened in
            Row(
                rowDay: kit.dates.table(day.day), rowLow: day.least.map(kit.number) ?? none,
                rowMiddle: day.median.map(kit.number) ?? none, rowHigh: day.most.map(kit.number) ?? none,
                rowBeside: showsEntries ? happened.words(kit) : "")
        }
    }

    /// What can be said about these days beside as many days before them.
    private static func change(_ change: MeaningfulChange, days: Int, kit: RecordKit) -> String {
        let verdict =
            switch change.verdict {
            case .improved: "change_better"
            case .worse: "change_worse"
            case .noClearChange: "change_none"
            case .tooLittleData: "change_too_little"
            }
        return kit.texts(
            verdict,
            [
                "days": String(days), "before": change.before.map(kit.number) ?? "",
                "after": change.after.map(kit.number) ?? "", "smallest": change.smallest.map(kit.number) ?? "",
                "fewest": String(MeaningfulChange.fewestDays), "with_before": String(change.daysBefore),
                "with_after": String(change.daysAfter),
            ])
    }
}
