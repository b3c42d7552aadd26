public import UnknotRecord

/// What a journal says about one fair test: its days and its sessions, each gathered from however many entries.
public struct FairTestHistory: Hashable, Sendable {
    /// A day: the first rating, and of the rest what was said last.
    public struct Day: Hashable, Sendable {
        /// Average pain of the 24 hours before, 0 to 10: the first that was ever written down.
        public internal(set) var rating: Double?
        /// Whether the rating came more than 24 hours after it was due.
        public internal(set) var isLate = false
        /// Whether it came too soon after the last one that counts (``FairTestHistory/spacing``).
        public internal(set) var isTooSoon = false
        /// Whether it was taken away since, or says something else now. By then what was drawn may have been seen.
        public internal(set) var isChanged = false
        /// When the rating was first written down.
        public internal(set) var ratedAt: Moment?
        /// How long after the time of asking that was, by the clock of where the person was, in minutes; before it, less
        /// than 0.
        public internal(set) var minutesOff: Int?
        /// What of the things chosen beforehand held; said with the rating.
        public internal(set) var covariates: [FairTestRecord.Covariate] = []
        /// Whether the routine was done.
        public internal(set) var done: Bool?
        /// Whether something else was done against strong pain.
        public internal(set) var rescue: Bool?
        /// Whether medicine was taken.
        public internal(set) var medicine: Bool?
        /// What did not agree with the person.
        public internal(set) var harms: [FairTestDayRecord.Harm] = []
        /// Whether what was drawn for the day was kept back to its end.
        public internal(set) var isHeld = false

        /// Whether there is a rating and it is part of the result.
        public var counts: Bool { rating != nil && !isLate && !isTooSoon && !isChanged }
    }

    /// A session: the first number before and the first after.
    public struct Session: Hashable, Sendable {
        /// Tenderness before.
        public internal(set) var before: Double?
        /// When that was written down.
        public internal(set) var beganAt: Moment?
        /// Tenderness after.
        public internal(set) var after: Double?
        /// When that was written down.
        public internal(set) var endedAt: Moment?
        /// Whether it was not held.
        public internal(set) var isSkipped = false
        /// What did not agree with the person.
        public internal(set) var harms: [FairTestDayRecord.Harm] = []
        /// The local day on which the last of that was written down.
        public internal(set) var harmedOn: LocalDay?

        /// Minutes from the number before to the one after, or to now while there is none; 0 before it began.
        public func minutes(now: Moment) -> Double {
            beganAt.map { Double((endedAt ?? now).milliseconds - $0.milliseconds) / 60_000 } ?? 0
        }
    }

    /// By the day on which it was asked.
    public let days: [LocalDay: Day]
    /// By number, from 1.
    public let sessions: [Int: Session]

    /// How late a rating may come, beside the hours that "at a fixed time" leaves open: minutes.
    private static let inTime = (24 + 2) * 60
    /// The least time between two ratings that count, milliseconds: 12 hours. Each speaks of the 24 hours before it; two
    /// that share more than half of them, as around midnight or after a flight, are not the numbers of two days.
    public static let spacing: Int64 = 12 * 3_600_000

    /// Gathers what belongs to a test.
    ///
    /// What counts is when a rating was first written down: one that was given or changed days later cannot pass for one
    /// that was given in time, and one whose entry only got another time stays what it was.
    ///
    /// - Parameters:
    ///   - test: The first entry of the test.
    ///   - askedAt: When the number is asked each day, minutes since midnight.
    ///   - entries: All that were ever written, replaced ones and retractions too, in any order; others are passed over.
    public init(of test: EntryID, askedAt: Int = 0, in entries: [Noted]) {
        var days: [LocalDay: Day] = [:]
        var sessions: [Int: Session] = [:]
        let chains = Chains(entries)
        let inOrder = entries.sorted { ($0.entry.recordedAt, $0.entry.id) < ($1.entry.recordedAt, $1.entry.id) }
        for noted in inOrder {
            switch noted.value {
            case .fairTestDay(let record)? where record.test == test:
                guard let day = LocalDay(record.day.description) else { continue }
                var said = days[day] ?? Day()
                if said.rating == nil, record.rating != nil {
                    said.rate(record, noted, due: LocalClock(day: day, minutes: askedAt).moment(in: noted.zone))
                    said.isChanged = !chains.end(of: noted).says(record)
                    said.isLate = said.isLate || (said.minutesOff ?? 0) > Self.inTime
                }
                said.isHeld = record.isHeld ?? said.isHeld
                if chains.isEnd(noted) { said.add(record) }
                days[day] = said
            case .fairTestSession(let record)? where record.test == test && chains.isEnd(noted):
                sessions[record.number, default: Session()].add(record, noted)
            default: continue
            }
        }
        self.days = Self.spaced(days)
        self.sessions = sessions
    }

    /// When the last rating that counts was given.
    public var lastCounted: Moment? { days.values.filter(\.counts).compactMap(\.ratedAt).max() }

    /// Marks the ratings that came too soon after the one before.
    private static func spaced(_ days: [LocalDay: Day]) -> [LocalDay: Day] {
        var (days, last) = (days, Moment?.none)
        let inOrder = days.sorted {
            ($0.value.ratedAt?.milliseconds ?? 0, $0.key) < ($1.value.ratedAt?.milliseconds ?? 0, $1.key)
        }
        for (day, said) in inOrder where said.counts {
            guard let at = said.ratedAt else { continue }
            if let last, at.milliseconds - last.milliseconds < spacing {
                days[day]?.isTooSoon = true
            } else {
                last = at
            }
        }
        return days
    }
}

/// What became of entries: corrections, retractions, and what was taken back.
private struct Chains {
    private let next: [EntryID: Noted]

    init(_ entries: [Noted]) {
        next = Dictionary(
            entries.compactMap { noted in noted.entry.replaces.map { ($0, noted) } },
            uniquingKeysWith: { first, _ in first })
    }

    func isEnd(_ noted: Noted) -> Bool { next[noted.entry.id] == nil }

    func end(of noted: Noted) -> Noted {
        var (end, seen) = (noted, Set([noted.entry.id]))
        while let later = next[end.entry.id], seen.insert(later.entry.id).inserted { end = later }
        return end
    }
}

extension Noted {
    /// Whether it still says the same number of the same day of the same test.
    fileprivate func says(_ record: FairTestDayRecord) -> Bool {
        guard case .fairTestDay(let now)? = value else { return false }
        return now.test == record.test && now.day == record.day && now.rating == record.rating
    }
}

extension FairTestHistory.Day {
    fileprivate mutating func rate(_ record: FairTestDayRecord, _ noted: Noted, due: Moment) {
        let at = noted.entry.recordedAt
        (rating, ratedAt, isLate, covariates) = (record.rating, at, record.isLate, record.covariates)
        minutesOff = Int((at.milliseconds - due.milliseconds) / 60_000)
    }

    fileprivate mutating func add(_ record: FairTestDayRecord) {
        done = record.done ?? done
        rescue = record.rescue ?? rescue
        medicine = record.medicine ?? medicine
        harms += record.harms.filter { !harms.contains($0) }
    }
}

extension FairTestHistory.Session {
    fileprivate mutating func add(_ record: FairTestSessionRecord, _ noted: Noted) {
        let moment = noted.entry.recordedAt
        if before == nil, let said = record.before { (before, beganAt) = (said, moment) }
        if after == nil, let said = record.after { (after, endedAt) = (said, moment) }
        isSkipped = isSkipped || record.isSkipped
        guard !record.harms.isEmpty else { return }
        harms += record.harms.filter { !harms.contains($0) }
        harmedOn = noted.day
    }
}
