public import UnknotRecord

/// What a journal says about a person's health, each question by its latest answer.
public struct HealthHistory: Hashable, Sendable {
    /// The latest answer to one question.
    public struct Said: Hashable, Sendable {
        /// Whether it applies.
        public let applies: Bool
        /// Days since, as the calendar counts them where the person was; 0 for today.
        public let daysAgo: Int
    }

    /// A danger sign that was answered yes.
    public struct Stop: Hashable, Sendable {
        /// What came first, and what called for it.
        public let what: HealthRecord.Stop
        /// When.
        public let at: Moment
        /// The day that it was where the person was.
        public let day: LocalDay
    }

    /// The latest answer to each question that was ever asked.
    public let said: [HealthID: Said]
    /// The last day on which the warning questions were answered; nil also when something new made the answers void.
    public let signsAnswered: LocalDay?
    /// The danger sign that stands: answered yes, and the warning questions were not passed since. However old it is, it
    /// never grows too old.
    public let stop: Stop?

    /// Gathers the answers.
    ///
    /// - Parameters:
    ///   - entries: In any order; of kind health, others are passed over.
    ///   - today: The day that it is where the person is now.
    ///   - signsVoidBefore: When something new was noted, if ever: what was answered to the warning questions before it
    ///     says nothing of it.
    public init(_ entries: [Noted], today: LocalDay, signsVoidBefore: Moment? = nil) {
        var said: [HealthID: Said] = [:]
        var signsAnswered: LocalDay?
        var stop: Stop?
        for noted in entries.sorted(by: { ($0.entry.happenedAt, $0.entry.id) < ($1.entry.happenedAt, $1.entry.id) }) {
            guard case .health(let record)? = noted.value else { continue }
            // Somebody who travelled west may have answered on a day that has not come yet.
            let daysAgo = max(0, noted.day.days(to: today))
            if record.signsAnswered {
                stop = nil
                let isVoid = signsVoidBefore.map { noted.entry.recordedAt <= $0 } ?? false
                if !isVoid { signsAnswered = noted.day }
            }
            if let what = record.stopped { stop = Stop(what: what, at: noted.entry.happenedAt, day: noted.day) }
            for id in record.applies { said[id] = Said(applies: true, daysAgo: daysAgo) }
            for id in record.denied { said[id] = Said(applies: false, daysAgo: daysAgo) }
        }
        self.said = said
        self.signsAnswered = signsAnswered
        self.stop = stop
    }

    /// The questions whose answer still holds: those that were answered fewer days ago than they hold.
    ///
    /// - Parameter days: How many days an answer holds; 1 means that it is asked anew each day.
    public func holding(for days: (HealthID) -> Int) -> [HealthID: Bool] {
        said.filter { $0.value.daysAgo < days($0.key) }.mapValues(\.applies)
    }

    /// What applied when it was last asked, however long ago.
    public var lastApplied: Set<HealthID> {
        Set(said.filter(\.value.applies).keys)
    }
}
