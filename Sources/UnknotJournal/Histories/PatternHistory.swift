public import UnknotRecord

/// The days of a journal in which patterns are looked for: the last year at most, from the first day with pain logged to
/// the last.
public struct PatternHistory: Hashable, Sendable {
    /// The most days that are looked at.
    public static let mostDays = 365

    /// Which pain was logged on most days: average, now or worst.
    public let measure: Measure
    /// Which days; nil without a day with pain.
    public let range: ClosedRange<LocalDay>?
    private let entries: [Noted]

    /// Gathers the days.
    ///
    /// - Parameters:
    ///   - entries: In any order.
    ///   - today: The last day that counts.
    public init(_ entries: [Noted], today: LocalDay) {
        let days = today.advanced(by: 1 - Self.mostDays)...today
        let pains = [Measure.painAverage, .painNow, .painWorst].map { ($0, DaySeries($0, in: entries, over: days)) }
        // Of two that were logged equally often the first is the better one: it stands for the whole day.
        let best = pains.dropFirst().reduce(pains[0]) { $1.1.filledDays > $0.1.filledDays ? $1 : $0 }
        measure = best.0
        let logged = best.1.days.filter { !$0.values.isEmpty }.map(\.day)
        range = logged.first.flatMap { first in logged.last.map { first...$0 } }
        self.entries = entries
    }

    /// The number of each day; nil where there is none. Empty without a day with pain.
    public func values(_ measure: Measure) -> [Double?] {
        guard let range else { return [] }
        let series = DaySeries(measure, in: entries, over: range)
        return series.days.map(series.value)
    }
}
