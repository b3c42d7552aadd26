/// A day trial while it runs: what is due on a day, what may be shown then, and what may be said of it.
///
/// Two rules stand above all others. A day's arm is shown only once the number of that day is written down, so that what
/// was drawn cannot colour the number. And what was drawn for later days is never shown, nor anything that gives it
/// away, such as the other half of a pair.
///
/// A number speaks of the 24 hours before it. So the number that tells how a day with the routine was is the one of the
/// next day, and after the last day one more number is asked.
///
/// Days are whole numbers of a calendar, such as days since 1970.
public struct DayTrialDiary: Hashable, Sendable {
    /// What was written down on one day, about the 24 hours before.
    public struct Entry: Hashable, Sendable {
        /// Average pain, 0 to 10.
        public var rating: Double?
        /// Whether the rating is no part of the result: it came too late or too soon, or was changed since.
        public var isLeftOut: Bool
        /// Whether what was drawn for the day was kept back. What is said of such a day is as if nothing were said.
        public var isHeld: Bool
        /// For each covariate whether it held.
        public var covariates: [Bool]
        /// Whether the routine was done.
        public var done: Bool?
        /// Whether something else was done against strong pain.
        public var rescue: Bool?
        /// Whether medicine was taken against the pain.
        public var medicine: Bool?

        /// Describes a day.
        public init(
            rating: Double? = nil, isLeftOut: Bool = false, isHeld: Bool = false, covariates: [Bool] = [],
            done: Bool? = nil, rescue: Bool? = nil, medicine: Bool? = nil
        ) {
            (self.rating, self.isLeftOut, self.isHeld) = (rating, isLeftOut, isHeld)
            self.covariates = covariates
            (self.done, self.rescue, self.medicine) = (done, rescue, medicine)
        }
    }

    /// What time it is.
    public struct Now: Hashable, Sendable {
        /// The day.
        public let day: Int
        /// Whether the time has come at which the number is asked each day.
        public let isPastTime: Bool
        /// Whether it is too early for the number of the day (``DayTrialDiary/earliest``).
        public let isEarly: Bool
        /// Whether something keeps back what was drawn for the day.
        public let isHeld: Bool

        /// Describes a time.
        public init(day: Int, isPastTime: Bool, isEarly: Bool = false, isHeld: Bool = false) {
            (self.day, self.isPastTime, self.isEarly, self.isHeld) = (day, isPastTime, isEarly, isHeld)
        }
    }

    /// Where the trial stands.
    public enum Phase: Hashable, Sendable {
        /// Days are only logged; whether the trial may begin.
        case runIn(DayTrialDesign.Start)
        /// A day with an arm, counted from 0.
        case running(day: Int)
        /// Only the number of the last day is missing.
        case closing
        /// It has ended.
        case over
    }

    /// How it was laid out.
    public let design: DayTrialDesign
    /// For each day whether the routine was drawn.
    public let schedule: [Bool]
    /// The first day with an arm; `nil` before.
    public let start: Int?
    /// The day on which it was ended early; from it on nothing is drawn.
    public let end: Int?
    /// What was written down.
    public let entries: [Int: Entry]
    /// What time it is.
    public let now: Now
    private let covariates: Int

    /// Strong pain, from which on anything safe that eases it may be done whatever was drawn, points.
    public static let rescueFrom = 7.0
    /// How many days before the start are looked at.
    public static let daysBeforeStart = 14
    /// How many days later a number may still be written down, though more than one day late it is no part of the result.
    public static let daysBack = 7

    /// How long before the time of asking a number may be given, minutes. Numbers are asked at a fixed time, give or take
    /// two hours; twice as much is taken, so that an early evening out costs no day, and no more, since a number speaks of
    /// the 24 hours before it. Own judgement.
    public static let earliest = 4 * 60

    /// Opens a diary.
    ///
    /// - Parameters:
    ///   - schedule: One entry for each day of the design.
    ///   - covariates: How many are asked each day.
    public init(
        design: DayTrialDesign, schedule: [Bool], covariates: Int = 0, start: Int?, end: Int? = nil,
        entries: [Int: Entry], now: Now
    ) {
        precondition(schedule.count == design.days, "a schedule has a draw for each day")
        (self.design, self.schedule, self.covariates) = (design, schedule, covariates)
        (self.start, self.end, self.entries, self.now) = (start, end, entries, now)
    }

    // MARK: What is due

    /// Where the trial stands.
    public var phase: Phase {
        if end != nil { return .over }
        guard let start else { return .runIn(design.start(after: ratingsBefore)) }
        // Who travelled west may be on the day before.
        let day = max(0, now.day - start)
        if day < design.days { return .running(day: day) }
        return closedDays == design.days ? .over : .closing
    }

    /// Whether the number of today is written down.
    public var isRatedToday: Bool { entries[now.day]?.rating != nil }

    /// The earliest day whose number would still be in time.
    public var oldestInTime: Int { now.isPastTime ? now.day : now.day - 1 }

    /// Whether a number that is written down now for a day is too late to be part of the result.
    public func isLate(for day: Int) -> Bool { day < oldestInTime }

    /// Days before today whose number is missing, at most a week back; the latest first.
    ///
    /// - Parameter first: The day on which the test was laid out.
    public func missedDays(from first: Int) -> [Int] {
        (now.day - Self.daysBack..<now.day).reversed().filter { takesNumber(for: $0, from: first) }
    }

    /// Whether a number may be written down for a day: one that has come, at most a week ago, that belongs to the test and
    /// has none; today's not too early. Once somebody ended it and saw the result, no number is taken any more.
    ///
    /// - Parameter first: The day on which the test was laid out.
    public func takesNumber(for day: Int, from first: Int) -> Bool {
        guard entries[day]?.rating == nil, day != now.day || !now.isEarly else { return false }
        return belongs(day, from: first)
    }

    /// Whether something else may be written down for a day, such as what did not agree with the person: for a day with a
    /// number, and for today at any time.
    ///
    /// - Parameter first: The day on which the test was laid out.
    public func takesMore(for day: Int, from first: Int) -> Bool {
        phase != .over && (day == now.day || entries[day]?.rating != nil) && belongs(day, from: first)
    }

    private func belongs(_ day: Int, from first: Int) -> Bool {
        let last = min(now.day, start.map { $0 + design.days } ?? .max)
        return end == nil && day >= max(first, now.day - Self.daysBack) && day <= last
    }

    /// The ratings of the days before the start up to today: only what is in time, gaps left open.
    private var ratingsBefore: [Double?] {
        (now.day - Self.daysBeforeStart + 1...now.day).map(rating)
    }

    /// Days before the start that have a number in time.
    public var daysLoggedBefore: Int { ratingsBefore.count { $0 != nil } }

    // MARK: What may be shown

    /// What was drawn for a day, if it may be shown now.
    public func shownArm(on day: Int) -> DayTrial.Arm? {
        guard let start, day >= start, day < start + design.days, day <= now.day, end.map({ day < $0 }) ?? true,
            isSettled(day)
        else { return nil }
        if end == nil, pair(of: day) == pair(of: now.day), !isRatedToday || now.isHeld { return nil }
        return schedule[day - start] ? .routine : .usual
    }

    /// What was drawn for a day, shown or not. Nothing of it may reach a page that ``shownArm(on:)`` does not allow, save
    /// what the page said before already.
    package func drawn(for day: Int) -> DayTrial.Arm? {
        guard let start, schedule.indices.contains(day - start) else { return nil }
        return schedule[day - start] ? .routine : .usual
    }

    /// Whether nothing that is said of a day from now on can become part of the result: its number is there, or it is too
    /// late for it.
    private func isSettled(_ day: Int) -> Bool { entries[day]?.rating != nil || isLate(for: day) }

    private func pair(of day: Int) -> Int? {
        guard let start, day >= start, day < start + design.days else { return nil }
        return (day - start) / (2 * design.period)
    }

    // MARK: What may be said

    /// A rating that is part of the result.
    private func rating(_ day: Int) -> Double? {
        entries[day].flatMap { $0.isLeftOut ? nil : $0.rating }
    }

    /// The rating that speaks of the day before, unless what was drawn for that day was kept back: then it is missing.
    private func ratingOfDayBefore(_ asked: Int) -> Double? {
        entries[asked - 1]?.isHeld == true ? nil : rating(asked)
    }

    /// Days with an arm whose number can change no more.
    public var closedDays: Int {
        guard let start else { return 0 }
        if let end {
            let days = min(max(0, end - start), design.days)
            // The number of the day on which it ended may be missing: then nothing is known of the day before.
            return days > 0 && days == end - start && entries[end]?.rating == nil ? days - 1 : days
        }
        return (0..<design.days).first { day in
            let asked = start + day + 1
            return asked > now.day || !isSettled(asked)
        } ?? design.days
    }

    /// The record of the days that are closed, up to some number of them.
    public func trial(days: Int? = nil) -> DayTrial? {
        guard let start else { return nil }
        let count = min(days ?? closedDays, closedDays)
        let asked = (0..<count).map { start + $0 + 1 }
        let ratings = asked.map(ratingOfDayBefore)
        let columns = (0..<covariates).map { index in
            zip(asked, ratings).map { day, rating -> Double? in
                guard rating != nil else { return nil }
                return entries[day]?.covariates.dropFirst(index).first == true ? 1 : 0
            }
        }
        return try? DayTrial(
            assigned: Array(schedule.prefix(count)), ratings: ratings, covariates: columns,
            done: asked.map { entries[$0]?.done }, period: design.period)
    }

    /// Complete pairs whose days are all closed.
    public var completePairs: Int { closedDays / (2 * design.period) }

    /// The last look: at the end, everything; before, all complete pairs once there are enough of them, and nothing in
    /// between, since every look is a chance to be fooled. Where somebody ended it, the pairs that are complete then: the
    /// moment was their choice.
    public var analysis: DayTrialAnalysis? {
        switch phase {
        case .runIn: return nil
        case .over:
            guard closedDays > 0 else { return nil }
            // Without a complete pair all that is said is what is missing.
            let isPartial = end != nil && completePairs > 0
            return trial(days: isPartial ? completePairs * 2 * design.period : nil).map { DayTrialAnalysis($0) }
        case .running, .closing:
            guard completePairs >= DayTrialAnalysis.firstLook else { return nil }
            return trial(days: completePairs * 2 * design.period).map { DayTrialAnalysis($0) }
        }
    }

    /// The day on which the next look is taken, if one comes: the day after a pair, when its last number is there.
    public var nextLook: Int? {
        guard let start, end == nil else { return nil }
        let pair = max(completePairs + 1, DayTrialAnalysis.firstLook)
        return pair <= design.pairs ? start + pair * 2 * design.period : nil
    }

    /// What happened on the closed days of one kind.
    public struct Tally: Hashable, Sendable {
        /// Days drawn.
        public var days = 0
        /// Days with a number in time.
        public var logged = 0
        /// Days with a number that is left out, or whose lot was kept back.
        public var leftOut = 0
        /// Days on which it is known whether the routine was done.
        public var known = 0
        /// Days on which it was done.
        public var done = 0
        /// Days with something else against strong pain.
        public var rescue = 0
        /// Days with medicine.
        public var medicine = 0
    }

    /// What happened on the closed days of one kind, as far as their kind may be shown.
    public func tally(_ arm: DayTrial.Arm) -> Tally {
        var tally = Tally()
        guard let start else { return tally }
        for day in 0..<closedDays where shownArm(on: start + day) == arm {
            let asked = start + day + 1
            tally.days += 1
            if ratingOfDayBefore(asked) != nil { tally.logged += 1 }
            guard let entry = entries[asked] else { continue }
            if entry.rating != nil, ratingOfDayBefore(asked) == nil { tally.leftOut += 1 }
            if let done = entry.done { tally.known += 1; tally.done += done ? 1 : 0 }
            if entry.rescue == true { tally.rescue += 1 }
            if entry.medicine == true { tally.medicine += 1 }
        }
        return tally
    }
}
