public import UnknotRecord

/// One number, day by day. A day on which nothing was recorded stays empty; nothing is ever filled in.
public struct DaySeries: Hashable, Sendable {
    /// What was recorded on one day.
    public struct Day: Hashable, Sendable {
        /// Which day.
        public let day: LocalDay
        /// The numbers, in the order in which they happened; empty for a gap.
        public let values: [Double]

        /// The lowest; nil in a gap.
        public var least: Double? { values.min() }
        /// The highest; nil in a gap.
        public var most: Double? { values.max() }
        /// The sum; nil in a gap.
        public var sum: Double? { values.isEmpty ? nil : values.reduce(0, +) }
        /// The middle one, or the mean of the two in the middle; nil in a gap.
        public var median: Double? {
            guard !values.isEmpty else { return nil }
            let sorted = values.sorted()
            let middle = sorted.count / 2
            return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        }
    }

    /// Whether the numbers of one day add up.
    public let addsUp: Bool
    /// Every day from the first to the last, gaps included.
    public let days: [Day]

    /// Lays numbers out by day; those outside of the range are passed over.
    ///
    /// - Parameters:
    ///   - values: Numbers with their days, in the order in which they happened.
    ///   - range: The days of the series.
    public init(
        _ values: some Sequence<(day: LocalDay, value: Double)>, over range: ClosedRange<LocalDay>, addsUp: Bool = false
    ) {
        var columns = [[Double]](repeating: [], count: range.lowerBound.days(to: range.upperBound) + 1)
        for (day, value) in values where range.contains(day) {
            columns[range.lowerBound.days(to: day)].append(value)
        }
        self.addsUp = addsUp
        days = columns.enumerated().map { Day(day: range.lowerBound.advanced(by: $0.offset), values: $0.element) }
    }

    /// A measure in entries, each on the day that it was where the person was then.
    ///
    /// Average pain of a day that nobody logged is the number that a fair test was told of that day, if there is one.
    ///
    /// - Parameter entries: In any order; those that do not speak of the measure are passed over.
    public init(_ measure: Measure, in entries: [Noted], over range: ClosedRange<LocalDay>) {
        var values = entries.sorted { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }
            .compactMap { noted in
                noted.value.flatMap(measure.number(in:)).map { (day: noted.day, value: $0) }
            }
        if measure == .painAverage {
            let logged = Set(values.map(\.day))
            values += FairTestRatings.averages(in: entries).filter { !logged.contains($0.key) }
                .map { (day: $0.key, value: $0.value) }
        }
        self.init(values, over: range, addsUp: measure.addsUp)
    }

    /// The one number that stands for a day: the sum of what adds up, else the median; nil in a gap.
    public func value(_ day: Day) -> Double? { addsUp ? day.sum : day.median }

    /// Stretches of days without a gap: what a chart may join by a line.
    public var stretches: [Range<Int>] {
        var stretches: [Range<Int>] = []
        for index in days.indices where !days[index].values.isEmpty {
            if let last = stretches.last, last.upperBound == index {
                stretches[stretches.count - 1] = last.lowerBound..<index + 1
            } else {
                stretches.append(index..<index + 1)
            }
        }
        return stretches
    }

    /// How many days have a number.
    public var filledDays: Int { days.count { !$0.values.isEmpty } }

    /// The mean of the days that have a number, each day counting once; nil when none has.
    public var mean: Double? {
        let values = days.compactMap(value)
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }

    /// The part of the series inside a range of days; empty where they do not meet.
    public func within(_ range: ClosedRange<LocalDay>) -> DaySeries {
        DaySeries(days: days.filter { range.contains($0.day) }, addsUp: addsUp)
    }

    private init(days: [Day], addsUp: Bool) {
        self.days = days
        self.addsUp = addsUp
    }
}
