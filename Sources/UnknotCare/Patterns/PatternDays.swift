/// The days of one person: pain, and what else is known of each day.
public struct PatternDays: Hashable, Sendable {
    /// Pain of each day in order, 0 to 10; nil where it was not logged.
    public let pain: [Double?]
    /// Whether each day had an exposure; nil where that is not known.
    private(set) var exposed: [PatternExposure: [Bool?]]
    /// Beyond which number a day counts as having an exposure: the person's own middle value.
    public private(set) var thresholds: [PatternExposure: Double]

    /// Takes the days of a journal.
    ///
    /// - Parameters:
    ///   - pain: Of each day in order.
    ///   - values: The numbers of each exposure for the same days; one without numbers may be left out.
    ///   - firstWeekday: The day of the week of the first day, 1 (Monday) to 7.
    public init(pain: [Double?], values: [PatternExposure: [Double?]], firstWeekday: Int) {
        self.pain = pain
        exposed = [.workday: pain.indices.map { ($0 + firstWeekday - 1) % 7 < 5 }]
        thresholds = [:]
        for (exposure, numbers) in values where exposure.measure != nil && numbers.count == pain.count {
            let filled =
                exposure.isAbsentUnlessLogged
                ? zip(numbers, pain).map { number, pain in number ?? (pain == nil ? nil : 0) } : numbers
            let known = filled.compactMap(\.self).sorted()
            guard known.count > 1 else { continue }
            let limit = Self.limit(known, isLow: exposure.isLow)
            exposed[exposure] = filled.map { number in
                number.map { exposure.isLow ? $0 < limit : $0 > limit }
            }
            thresholds[exposure] = limit
        }
    }

    /// The middle value; where too few lie beyond it because many are equal to it, halfway to the next on its other side.
    private static func limit(_ sorted: [Double], isLow: Bool) -> Double {
        let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        let beyond = sorted.count { isLow ? $0 < middle : $0 > middle }
        guard beyond < PatternModel.fewestOfAKind else { return middle }
        let next = isLow ? sorted.first { $0 > middle } : sorted.last { $0 < middle }
        return next.map { (middle + $0) / 2 } ?? middle
    }

    /// Days with pain logged.
    public var loggedDays: Int { pain.count { $0 != nil } }

    /// Share of the logged days at an end of the scale, 0 or 10.
    var shareAtEnds: Double {
        let logged = pain.compactMap(\.self)
        return logged.isEmpty ? 0 : Double(logged.count { $0 <= 0 || $0 >= 10 }) / Double(logged.count)
    }

    /// An exposure so many days before each day with pain.
    func exposure(_ exposure: PatternExposure, lag: Int, on days: [Int]) -> [Bool?] {
        guard let exposed = exposed[exposure] else { return days.map { _ in nil } }
        return days.map { $0 >= lag ? exposed[$0 - lag] : nil }
    }
}
