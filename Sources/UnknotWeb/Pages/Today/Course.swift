import Unknot
import UnknotJournal

/// The days of a chart with what was written down on each.
struct Course {
    /// One number of each day.
    let series: DaySeries
    /// The days as the chart draws them, oldest first, each of the last days once.
    let days: [ChartDay]
    /// What else happened on each, for the table.
    let happened: [Happened]
    /// Of what there is a mark in these days.
    let lanes: [ChartLane.Kind]

    /// Whether there is anything to draw.
    var hasContent: Bool { series.filledDays > 0 || !lanes.isEmpty }

    init(_ noted: [Noted], measure: Measure, days count: Int, kit: RecordKit) {
        let series = DaySeries(measure, in: noted, over: kit.today.advanced(by: 1 - count)...kit.today)
        let byDay = Dictionary(grouping: noted, by: \.day)
        let happened = series.days.map { Happened(byDay[$0.day] ?? []) }
        lanes = ChartLane.Kind.allCases.filter { kind in happened.contains { $0.marks[kind] != nil } }
        days = zip(series.days, happened).map { day, happened in
            ChartDay(
                hours: day.day.hours(in: kit.zone), label: Self.label(day.day, of: count, kit),
                spread: ChartDay.Spread(day), marks: happened.marks)
        }
        (self.series, self.happened) = (series, happened)
    }

    /// All of 7 days are named; of 30 the first of each week; of 90 every other first.
    private static func label(_ day: LocalDay, of count: Int, _ kit: RecordKit) -> [String] {
        if count <= 7 { return [kit.dates.weekday(day), String(day.day)] }
        let first =
            switch kit.preferences.weekStart {
            case .monday: 1
            case .saturday: 6
            case .sunday: 7
            }
        guard day.weekday == first else { return [] }
        let weeksAgo = day.days(to: kit.today) / 7
        return count <= 30 || weeksAgo.isMultiple(of: 2) ? [kit.dates.short(day)] : []
    }
}

extension ChartDay.Spread {
    /// - Returns: `nil` for a gap.
    init?(_ day: DaySeries.Day) {
        guard let low = day.least, let median = day.median, let high = day.most else { return nil }
        self.init(low: low, median: median, high: high)
    }
}

/// What happened on a day besides the measure.
struct Happened {
    let marks: [ChartLane.Kind: [ChartDay.Mark]]
    private let noted: [Noted]

    init(_ noted: [Noted]) {
        self.noted = noted.filter { Self.lane($0.value) != nil }
        var marks: [ChartLane.Kind: [ChartDay.Mark]] = [:]
        var amounts: [ChartLane.Kind: [Double]] = [:]
        for entry in noted {
            guard let (kind, amount) = Self.lane(entry.value) else { continue }
            if let amount {
                amounts[kind, default: []].append(amount)
            } else {
                marks[kind, default: []].append(ChartDay.Mark(share: Self.share(entry)))
            }
        }
        for (kind, amounts) in amounts {
            let amount = kind.addsUp ? amounts.reduce(0, +) : amounts.max() ?? 0
            marks[kind] = [ChartDay.Mark(share: 0.5, level: amount / kind.most)]
        }
        self.marks = marks
    }

    /// How much of its day had passed; a day of 23 or 25 hours is its own measure.
    private static func share(_ noted: Noted) -> Double {
        let span = noted.day.span(in: noted.zone)
        let length = Double(span.upperBound.milliseconds - span.lowerBound.milliseconds)
        let passed = Double(noted.entry.happenedAt.milliseconds - span.lowerBound.milliseconds)
        return length > 0 ? passed / length : 0
    }

    /// The same in words.
    func words(_ kit: RecordKit) -> String {
        let words = EntryWords(kit)
        return noted.map { entry in
            kit.texts("course_beside_line", ["kind": words.title(entry.entry.kind), "words": words.text(entry)])
        }.joined(separator: "; ")
    }

    /// The lane of an entry, and how much it was where that can be said.
    private static func lane(_ value: RecordValue?) -> (ChartLane.Kind, Double?)? {
        switch value {
        case .session: (.session, nil)
        case .press: (.press, nil)
        case .treatment: (.treatment, nil)
        case .exercise: (.exercise, nil)
        case .stress(let record): (.stress, record.level)
        case .load(let record): (.load, record.level)
        case .sitting(let record): record.hours.map { (.sitting, $0) }
        case .sleep(let record): record.hours.map { (.sleep, $0) }
        case .water(let record): (.water, record.litres)
        default: nil
        }
    }
}

extension ChartLane.Kind {
    /// Whether the entries of a day add up.
    fileprivate var addsUp: Bool {
        switch self {
        case .sitting, .sleep, .water: true
        case .session, .press, .treatment, .exercise, .stress, .load: false
        }
    }

    /// What fills the height of the lane: 12 hours, 4 litres, or the end of a scale.
    fileprivate var most: Double {
        switch self {
        case .sitting, .sleep: 12
        case .water: 4
        case .session, .press, .treatment, .exercise, .stress, .load: 10
        }
    }
}
