public import UnknotRecord

/// What a journal tells a forecast: every day from the first entry that matters up to today.
public struct ForecastHistory: Sendable {
    /// Kinds of entries that matter.
    public static let kinds: Set<EntryKind> = [.pain, .press, .session, .fairTestDay]
    /// How far back is looked at the most: ten years.
    public static let longest = 3_653

    /// The day from which it looks ahead.
    public let today: LocalDay
    /// Every calendar day up to today, oldest first; empty without entries.
    public let days: [ForecastDay]
    /// Which point the tenderness is of: the one that was pressed on most days of the last eight weeks. The tenderness of
    /// different points is not comparable, so only one is followed.
    public let tenderPoint: (point: PointID, side: BodySide)?

    /// How many days a point may have been pressed in to be followed.
    private static let pressWindow = 56

    /// Lays entries out by day, each on the day that it was where the person was then.
    ///
    /// Pain of a day is the average where it was logged, else pain at the moment; the worst is another question. Entries of
    /// days after today, which a change of time zone can make, are passed over.
    ///
    /// - Parameters:
    ///   - entries: In any order; those of other kinds are passed over.
    ///   - today: The day that it is where the person is now.
    public init(_ entries: [Noted], today: LocalDay) {
        self.today = today
        let noted = entries.filter { Self.kinds.contains($0.entry.kind) && $0.day <= today }
        let days = noted.filter { $0.entry.kind != .fairTestDay }.map(\.day) + FairTestRatings.averages(in: noted).keys
        guard let earliest = days.min() else {
            (self.days, tenderPoint) = ([], nil)
            return
        }
        let first = max(earliest, today.advanced(by: 1 - Self.longest))
        let tenderPoint = Self.mostPressed(noted, since: today.advanced(by: 1 - Self.pressWindow))
        func series(_ measure: Measure) -> [Double?] {
            let series = DaySeries(measure, in: noted, over: first...today)
            return series.days.map(series.value)
        }
        let (average, now) = (series(.painAverage), series(.painNow))
        let tenderness = tenderPoint.map { series(.tenderness($0.point, $0.side)) }
        let sessions = Set(noted.filter { $0.entry.kind == .session }.map(\.day))
        self.days = average.indices.map { index in
            ForecastDay(
                pain: average[index] ?? now[index], tenderness: tenderness?[index],
                hadSession: sessions.contains(first.advanced(by: index)))
        }
        self.tenderPoint = tenderPoint
    }

    private static func mostPressed(_ noted: [Noted], since: LocalDay) -> (point: PointID, side: BodySide)? {
        struct Place: Hashable {
            let point: PointID
            let side: BodySide
        }
        var pressed: [Place: Set<LocalDay>] = [:]
        for entry in noted where entry.day >= since {
            guard case .press(let press)? = entry.value, press.tenderness != nil else { continue }
            pressed[Place(point: press.point, side: press.side), default: []].insert(entry.day)
        }
        // Ties go to the one pressed last, then by name, so that the answer does not depend on the order of entries.
        let best = pressed.max { left, right in
            let (leftLast, rightLast) = (left.value.max() ?? since, right.value.max() ?? since)
            if left.value.count != right.value.count { return left.value.count < right.value.count }
            if leftLast != rightLast { return leftLast < rightLast }
            return (left.key.point, left.key.side) > (right.key.point, right.key.side)
        }
        return best.map { ($0.key.point, $0.key.side) }
    }
}
