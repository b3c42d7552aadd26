/// A session screen while it runs: what is due, and what may be shown and said.
///
/// The technique of a session is shown only once the number before it is written down. Behind the sessions that are
/// planned stand a few spare blocks, drawn with all others: a session of them is held only for a technique that lacks one,
/// because one was left out or its number after came too soon or too late.
public struct SessionScreenDiary: Hashable, Sendable {
    /// What was written down of one session.
    public struct Entry: Hashable, Sendable {
        /// Tenderness before, 0 to 10.
        public var before: Double?
        /// Tenderness after, 0 to 10.
        public var after: Double?
        /// Minutes from the number before to the one after, or to now while there is none.
        public var minutes: Double
        /// Whether it was not held.
        public var isSkipped: Bool

        /// Describes a session.
        public init(before: Double? = nil, after: Double? = nil, minutes: Double = 4, isSkipped: Bool = false) {
            (self.before, self.after, self.minutes, self.isSkipped) = (before, after, minutes, isSkipped)
        }

        /// Whether it is part of the result.
        public var counts: Bool {
            !isSkipped && before != nil && after != nil && SessionScreenDiary.minutes.contains(minutes)
        }

        /// Whether nothing of it is due any more.
        public var isOver: Bool {
            isSkipped || before != nil && (after != nil || minutes > SessionScreenDiary.minutes.upperBound)
        }
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

    /// What is said at a look.
    public struct Look: Hashable, Sendable {
        /// What the sessions say. Only the last look judges.
        public let analysis: SessionScreenAnalysis
        /// How many sessions of each technique it was planned for; `nil` for the last one.
        public let each: Int?
    }

    /// How many minutes after the number before the one after counts. Two of the technique and two of waiting make 4; one
    /// is let off, since nobody works by the second. What eases tenderness for minutes cannot be seen after half an hour,
    /// and by then other things have happened. The limits are judgements.
    public static let minutes = 3.0...30.0
    /// Sessions of each technique that may be planned, and so also the looks: 6 rank, 10 rank more firmly, 16 mostly judge.
    public static let sizes = [6, 10, 16]
    /// Blocks that are drawn beyond the planned ones. With one session in ten left out by chance, 3 of 100 screens of three
    /// techniques still end with too few; without any, 85 of 100 would.
    public static let spareBlocks = 3

    /// The technique of each session, spare ones last.
    public let schedule: [Int]
    /// How many techniques there are, rest included.
    public let techniques: Int
    /// How many sessions of each are planned.
    public let blocks: Int
    /// What was written down, by the number of the session, from 1.
    public let entries: [Int: Entry]
    /// Whether it was ended.
    public let isEnded: Bool

    /// Opens a diary.
    ///
    /// - Parameter blocks: Sessions of each technique that are planned; without it all that were drawn.
    public init(
        schedule: [Int], techniques: Int, blocks: Int? = nil, entries: [Int: Entry], isEnded: Bool = false
    ) {
        (self.schedule, self.techniques) = (schedule, techniques)
        self.blocks = blocks ?? schedule.count / max(1, techniques)
        (self.entries, self.isEnded) = (entries, isEnded)
    }

    /// How many sessions are planned.
    public var planned: Int { min(techniques * blocks, schedule.count) }

    /// Whether a session is a spare one.
    public func isSpare(_ session: Int) -> Bool { session > planned }

    /// What is due.
    public var step: Step {
        guard !isEnded, let session = schedule.indices.lazy.map({ $0 + 1 }).first(where: isDue) else { return .over }
        guard let technique = shownTechnique(of: session) else { return .before(session: session) }
        return .during(session: session, technique: technique)
    }

    private func isDue(_ session: Int) -> Bool {
        let entry = entries[session]
        if entry?.isOver ?? false { return false }
        // What has begun is ended; else a spare session is held only where one is missing.
        return !isSpare(session) || entry?.before != nil || counted(schedule[session - 1], in: held) < blocks
    }

    private func counted(_ technique: Int, in sessions: [Int]) -> Int {
        sessions.count { schedule[$0 - 1] == technique }
    }

    /// The technique of a session, if it may be shown.
    public func shownTechnique(of session: Int) -> Int? {
        guard schedule.indices.contains(session - 1), entries[session]?.before != nil else { return nil }
        return schedule[session - 1]
    }

    /// Sessions that are part of the result.
    public var held: [Int] {
        schedule.indices.map { $0 + 1 }.filter { entries[$0]?.counts ?? false }
    }

    /// Sessions whose number after did not come in time, or at all.
    public var untimely: [Int] {
        schedule.indices.map { $0 + 1 }.filter { session in
            entries[session].map { $0.isOver && !$0.isSkipped && !$0.counts } ?? false
        }
    }

    // MARK: What may be said

    /// The last look. At the end it is about everything and judges. Before, it is about complete blocks alone, at the
    /// ``sizes`` that are smaller than what is planned, and only ranks: a verdict after each session would be wrong several
    /// times as often.
    public var look: Look? {
        if step == .over { return analysis(of: held, isJudged: true).map { Look(analysis: $0, each: nil) } }
        let complete = schedule.prefix(planned).indices.firstIndex { !(entries[$0 + 1]?.isOver ?? false) } ?? planned
        var sessions: [Int] = []
        var found: Look?
        for block in 0..<complete / max(1, techniques) {
            let numbers = (block * techniques + 1)...((block + 1) * techniques)
            sessions += numbers.filter { entries[$0]?.counts ?? false }
            let least = (0..<techniques).map { counted($0, in: sessions) }.min() ?? 0
            guard let each = Self.sizes.last(where: { $0 <= least && $0 < blocks }), each != found?.each else {
                continue
            }
            found = analysis(of: sessions, isJudged: false).map { Look(analysis: $0, each: each) }
        }
        return found
    }

    /// How many sessions of each the next look takes; `nil` when there is none any more.
    public var nextLook: Int? {
        guard step != .over else { return nil }
        let former = look?.each ?? 0
        return Self.sizes.first { $0 > former && $0 < blocks } ?? blocks
    }

    private func analysis(of sessions: [Int], isJudged: Bool) -> SessionScreenAnalysis? {
        let rated = sessions.compactMap { session in
            entries[session].flatMap { entry in
                entry.before.flatMap { before in
                    entry.after.map { (technique: schedule[session - 1], before: before, after: $0) }
                }
            }
        }
        let screen = try? SessionScreen(
            techniques: rated.map(\.technique), before: rated.map(\.before), after: rated.map(\.after),
            count: techniques)
        return screen.map { SessionScreenAnalysis($0, isJudged: isJudged) }
    }
}
