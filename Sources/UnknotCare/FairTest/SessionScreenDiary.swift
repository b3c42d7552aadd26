/// A session screen while it runs: what is due, and what may be shown and said.
///
/// The technique of a session is shown only once the number before it is written down.
public struct SessionScreenDiary: Hashable, Sendable {
    /// What was written down of one session.
    public struct Entry: Hashable, Sendable {
        /// Tenderness before, 0 to 10.
        public var before: Double?
        /// Tenderness after, 0 to 10.
        public var after: Double?
        /// Whether it was not held.
        public var isSkipped: Bool

        /// Describes a session.
        public init(before: Double? = nil, after: Double? = nil, isSkipped: Bool = false) {
            (self.before, self.after, self.isSkipped) = (before, after, isSkipped)
        }

        /// Whether nothing of it is due any more.
        public var isOver: Bool { isSkipped || before != nil && after != nil }
    }

    /// What is due.
    public enum Step: Hashable, Sendable {
        /// The number before a session.
        case before(session: Int)
        /// The technique of a session, and the number after it.
        case during(session: Int, technique: Int)
        /// Nothing: all sessions are over.
        case over
    }

    /// The technique of each session.
    public let schedule: [Int]
    /// How many techniques there are, rest included.
    public let techniques: Int
    /// What was written down, by the number of the session, from 1.
    public let entries: [Int: Entry]
    /// Whether it was ended.
    public let isEnded: Bool

    /// Opens a diary.
    public init(schedule: [Int], techniques: Int, entries: [Int: Entry], isEnded: Bool = false) {
        (self.schedule, self.techniques) = (schedule, techniques)
        (self.entries, self.isEnded) = (entries, isEnded)
    }

    /// What is due.
    public var step: Step {
        guard !isEnded, let session = (1...max(1, schedule.count)).first(where: { !(entries[$0]?.isOver ?? false) }),
            session <= schedule.count
        else { return .over }
        guard let technique = shownTechnique(of: session) else { return .before(session: session) }
        return .during(session: session, technique: technique)
    }

    /// The technique of a session, if it may be shown.
    public func shownTechnique(of session: Int) -> Int? {
        guard (1...max(1, schedule.count)).contains(session), session <= schedule.count, let entry = entries[session],
            entry.before != nil
        else { return nil }
        return schedule[session - 1]
    }

    /// Sessions that were held and rated.
    public var held: [Int] {
        schedule.indices.map { $0 + 1 }.filter { session in
            entries[session].map { !$0.isSkipped && $0.before != nil && $0.after != nil } ?? false
        }
    }

    /// What may be said of the sessions held.
    public var analysis: SessionScreenAnalysis? {
        let rated = held.compactMap { session in
            entries[session].flatMap { entry in
                entry.before.flatMap { before in
                    entry.after.map { (technique: schedule[session - 1], before: before, after: $0) }
                }
            }
        }
        let screen = try? SessionScreen(
            techniques: rated.map(\.technique), before: rated.map(\.before), after: rated.map(\.after),
            count: techniques)
        return screen.map { SessionScreenAnalysis($0) }
    }
}
