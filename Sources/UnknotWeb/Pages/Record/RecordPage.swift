import Unknot
import UnknotJournal

/// Everything that was written down, by day, the latest first.
struct RecordPage: Sendable {
    /// The entries of one day.
    struct Day: Sendable {
        let dayName: String
        let rows: [EntryRow]
    }

    /// A kind in the filter.
    struct KindOption: Sendable {
        let optionValue: String
        let optionName: String
        let optionIsChosen: Bool
    }

    let recordWays: [RecordWay]
    let notice: NoticeView?
    let kinds: [KindOption]
    let untilValue: String
    let latestDay: String
    let days: [Day]
    let hasDays: Bool
    let nothing: String
    let olderAddress: String?
    let newestAddress: String?
    /// Where the whole record can be had as a file; nil for those who may not take it away.
    let exportAddress: String?

    /// - Parameters:
    ///   - noted: What is on this page, newest first.
    ///   - older: Where the next page begins; nil on the last page.
    init(
        _ noted: [Noted], query: RecordQuery, older: Moment?, notice: NoticeView?, canChange: Bool, canExport: Bool,
        kit: RecordKit
    ) {
        let words = EntryWords(kit)
        recordWays = RecordWay.all(here: "entries", texts: kit.texts)
        self.notice = notice
        kinds =
            [KindOption(optionValue: "", optionName: kit.texts("record_all_kinds"), optionIsChosen: query.kind == nil)]
            + RecordQuery.kinds.map { kind in
                KindOption(
                    optionValue: kind.rawValue, optionName: words.title(kind), optionIsChosen: query.kind == kind)
            }
        untilValue = query.until?.description ?? ""
        latestDay = kit.today.description
        var days: [(day: LocalDay, rows: [EntryRow])] = []
        for entry in noted {
            let row = EntryRow(entry, back: .record, canChange: canChange, kit: kit)
            if days.last?.day == entry.day {
                days[days.count - 1].rows.append(row)
            } else {
                days.append((entry.day, [row]))
            }
        }
        // A traveller can meet a day twice: entries stand in the order in which they happened.
        self.days = days.map { Day(dayName: kit.dates.long($0.day), rows: $0.rows) }
        hasDays = !days.isEmpty
        nothing = kit.texts(query == RecordQuery() ? "record_nothing" : "record_nothing_here")
        olderAddress = older.map { "/record" + query.text(before: $0) }
        newestAddress = query.before == nil ? nil : "/record" + query.text(before: nil)
        exportAddress = canExport ? "/record/export" : nil
    }
}

extension Page<RecordPage> {
    static func record(
        _ noted: [Noted], query: RecordQuery, older: Moment?, notice: NoticeView?, canChange: Bool, canExport: Bool,
        kit: RecordKit
    ) -> Self {
        Page(
            template: "record", title: kit.texts("record_title"),
            view: RecordPage(
                noted, query: query, older: older, notice: notice, canChange: canChange, canExport: canExport, kit: kit),
            modules: ["today.js"])
    }
}
