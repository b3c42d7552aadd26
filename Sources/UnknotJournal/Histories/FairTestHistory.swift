public import UnknotRecord

/// What a journal says about one fair test: its days and its sessions, each gathered from however many entries.
public struct FairTestHistory: Hashable, Sendable {
    /// A day: the first rating, and of the rest what was said last.
    public struct Day: Hashable, Sendable {
        /// Average pain of the 24 hours before, 0 to 10.
        public internal(set) var rating: Double?
        /// Whether the rating came more than 24 hours after it was due.
        public internal(set) var isLate = false
        /// When the rating was written down.
        public internal(set) var ratedAt: Moment?
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
    }

    /// A session: the first number before and the first after.
    public struct Session: Hashable, Sendable {
        /// Tenderness before.
        public internal(set) var before: Double?
        /// When that was written down.
        public internal(set) var beganAt: Moment?
        /// Tenderness after.
        public internal(set) var after: Double?
        /// Whether it was not held.
        public internal(set) var isSkipped = false
    }

    /// By the day on which it was asked.
    public let days: [LocalDay: Day]
    /// By number, from 1.
    public let sessions: [Int: Session]

    /// How late a rating may come, beside the hours that "at a fixed time" leaves open: milliseconds.
    private static let inTime: Int64 = (24 + 2) * 3_600_000

    /// Gathers what belongs to a test.
    ///
    /// What counts is when an entry was written down, so that a number which was changed days later is late as well.
    ///
    /// - Parameters:
    ///   - test: The first entry of the test.
    ///   - askedAt: When the number is asked each day, minutes since midnight.
    ///   - entries: In effect, in any order; others are passed over.
    public init(of test: EntryID, askedAt: Int = 0, in entries: [Noted]) {
        var days: [LocalDay: Day] = [:]
        var sessions: [Int: Session] = [:]
        let inOrder = entries.sorted { ($0.entry.recordedAt, $0.entry.id) < ($1.entry.recordedAt, $1.entry.id) }
        for noted in inOrder {
            switch noted.value {
            case .fairTestDay(let record)? where record.test == test:
                guard let day = LocalDay(record.day.description) else { continue }
                let due = day.start(in: noted.zone).milliseconds + Int64(askedAt) * 60_000
                let isLate = record.isLate || noted.entry.recordedAt.milliseconds > due + Self.inTime
                days[day, default: Day()].add(record, at: noted.entry.recordedAt, isLate: isLate)
            case .fairTestSession(let record)? where record.test == test:
                sessions[record.number, default: Session()].add(record, at: noted.entry.recordedAt)
            default: continue
            }
        }
        (self.days, self.sessions) = (days, sessions)
    }
}

extension FairTestHistory.Day {
    fileprivate mutating func add(_ record: FairTestDayRecord, at moment: Moment, isLate: Bool) {
        if rating == nil, let said = record.rating {
            (rating, self.isLate, ratedAt, covariates) = (said, isLate, moment, record.covariates)
        }
        done = record.done ?? done
        rescue = record.rescue ?? rescue
        medicine = record.medicine ?? medicine
        harms += record.harms.filter { !harms.contains($0) }
    }
}

extension FairTestHistory.Session {
    fileprivate mutating func add(_ record: FairTestSessionRecord, at moment: Moment) {
        if before == nil, let said = record.before { (before, beganAt) = (said, moment) }
        after = after ?? record.after
        isSkipped = isSkipped || record.isSkipped
    }
}
