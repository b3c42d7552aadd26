/// Something that went together with pain in the past. That is not proof of anything: both may have a third cause.
public struct DayPattern: Hashable, Sendable {
    /// What.
    public let exposure: PatternExposure
    /// So many days before the pain, 0 to 2.
    public let lag: Int
    /// How much pain differed on days with it, in points, all else in the model held alike; below 0 is less pain. Drawn
    /// towards 0 by how little is known.
    public let difference: Double
    /// What holds the difference with 95 % by the model.
    public let interval: ClosedRange<Double>
    /// The chance, by the model, that there is nothing to it.
    public let chanceOfNothing: Double
    /// Days with pain logged on which it was there.
    public let presentDays: Int
    /// Days with pain logged on which it was not.
    public let absentDays: Int
    /// The person's own middle value beyond which a day counts; nil for what is there or not.
    public let threshold: Double?
}

/// What a journal shows about the past.
public struct PatternReport: Hashable, Sendable {
    /// Why nothing was looked for.
    public enum Shortfall: Hashable, Sendable {
        /// Fewer days with pain logged than are needed.
        case tooFewDays(logged: Int, needed: Int)
        /// So large a share of the days at 0 or 10 that differences cannot show.
        case endsOfTheScale(share: Double)
        /// Nothing else was logged often enough, both with and without it.
        case nothingToCompare
    }

    /// Days with pain logged.
    public let days: Int
    /// How many things were looked at, each at one distance in days.
    public let looked: Int
    /// What stood out, the surest first; at most ``PatternModel/mostListed``, each exposure once.
    public let patterns: [DayPattern]
    /// Why nothing was looked for; nil when it was.
    public let shortfall: Shortfall?
}
