public import UnknotRecord

/// What the journal says about one trigger point on one side.
public struct KnotHistory: Hashable, Sendable {
    /// One thing that happened to it.
    public struct Event: Hashable, Sendable {
        /// The entry that says so.
        public let entry: EntryID
        /// When.
        public let moment: Moment
        /// On which day, where the person was.
        public let day: LocalDay
        /// What.
        public let what: What
    }

    /// What can happen to a knot.
    public enum What: Hashable, Sendable {
        /// It was pressed.
        case pressed(PressRecord)
        /// It was worked on for so many seconds in a session.
        case released(seconds: Double, session: SessionRecord)
    }

    /// Up to which tenderness a knot counts as quiet: our estimate, on the scale of 0 to 10.
    public static let quietUpTo = 2.0

    /// The point.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// What happened, oldest first; never empty.
    public let events: [Event]
    /// The days on which a press found it tender again after it had been quiet.
    public let returns: [LocalDay]

    /// When it first stood in the journal.
    public var found: LocalDay { events[0].day }
    /// How often it was worked on.
    public var releases: Int { events.count { if case .released = $0.what { true } else { false } } }
    /// Seconds of work on it, all sessions together.
    public var secondsReleased: Double {
        events.reduce(0) { sum, event in
            if case .released(let seconds, _) = event.what { sum + seconds } else { sum }
        }
    }
    /// Presses, oldest first.
    public var presses: [(day: LocalDay, press: PressRecord)] {
        events.compactMap { event in
            if case .pressed(let press) = event.what { (event.day, press) } else { nil }
        }
    }
    /// How tender it was when it was last asked for, and when.
    public var lastTenderness: (day: LocalDay, value: Double)? {
        presses.last { $0.press.tenderness != nil }.flatMap { last in last.press.tenderness.map { (last.day, $0) } }
    }
    /// Whether the last press found it quiet; nil when it was never asked for.
    public var isQuiet: Bool? { lastTenderness.map { $0.value <= Self.quietUpTo } }
}

extension KnotHistory {
    /// The histories of all points that entries speak of, the one with the latest event first.
    ///
    /// - Parameters:
    ///   - entries: In any order; of kind press and session, others are passed over.
    ///   - rule: What change of tenderness counts; a return is at least that much above the quiet value before it.
    public static func all(in entries: [Noted], rule: ChangeRule) -> [KnotHistory] {
        var events: [Place: [Event]] = [:]
        for noted in entries.sorted(by: { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }) {
            for (place, what) in happenings(noted.value) {
                let event = Event(entry: noted.entry.id, moment: noted.entry.happenedAt, day: noted.day, what: what)
                events[place, default: []].append(event)
            }
        }
        return events.map { place, events in
            KnotHistory(
                point: place.point, side: place.side, events: events, returns: returns(events, rule))
        }
        .sorted { left, right in
            let (late, early) = (left.events[left.events.count - 1].moment, right.events[right.events.count - 1].moment)
            return late == early ? (left.point, left.side) < (right.point, right.side) : late > early
        }
    }

    private struct Place: Hashable {
        let point: PointID
        let side: BodySide
    }

    /// A session speaks of each of its points once, with all the seconds spent there.
    private static func happenings(_ value: RecordValue?) -> [(Place, What)] {
        switch value {
        case .press(let press):
            return [(Place(point: press.point, side: press.side), .pressed(press))]
        case .session(let session):
            var seconds: [Place: Double] = [:]
            // What was left out did nothing.
            for step in session.steps where step.ended != .skipped || step.seconds > 0 {
                seconds[Place(point: step.point, side: step.side), default: 0] += step.seconds
            }
            return seconds.map { ($0.key, .released(seconds: $0.value, session: session)) }
        default:
            return []
        }
    }

    private static func returns(_ events: [Event], _ rule: ChangeRule) -> [LocalDay] {
        var returns: [LocalDay] = []
        var quiet: Double?
        for event in events {
            guard case .pressed(let press) = event.what, let tenderness = press.tenderness else { continue }
            if tenderness <= quietUpTo {
                quiet = min(quiet ?? tenderness, tenderness)
            } else if let value = quiet, tenderness - value >= rule.smallest(from: value) {
                returns.append(event.day)
                quiet = nil
            }
        }
        return returns
    }
}
