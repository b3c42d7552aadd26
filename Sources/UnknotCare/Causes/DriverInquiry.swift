public import UnknotRecord

/// What is known of one person that may say what drives their knots. What is left out is not known.
public struct DriverInquiry: Hashable, Sendable {
    /// What happened in the hours before one time that it began.
    public struct Onset: Hashable, Sendable {
        /// What did.
        public let before: Set<TriggerID>
        /// What was asked and did not.
        public let notBefore: Set<TriggerID>

        /// Describes the hours before one time.
        public init(before: Set<TriggerID>, notBefore: Set<TriggerID> = []) {
            (self.before, self.notBefore) = (before, notBefore)
        }
    }

    /// The muscles with the knots, the most important one first; empty when that is not known.
    public var muscles: [MuscleID]
    /// Years, for what depends on them.
    public var age: Int?
    /// Causes that were asked: whether they apply.
    public var said: [CauseID: Bool]
    /// The hours before each time that was described.
    public var onsets: [Onset]
    /// Numbers of the last days, one for each day that has one, in any order.
    public var days: [Measure: [Double]]
    /// How many of the last days the journal covers, gaps included.
    public var daysCovered: Int
    /// How many times the person had this kind of pain before.
    public var episodes: Int?
    /// What applies of the health check.
    public var health: Set<HealthID>

    /// Describes a person.
    public init(
        muscles: [MuscleID] = [], age: Int? = nil, said: [CauseID: Bool] = [:], onsets: [Onset] = [],
        days: [Measure: [Double]] = [:], daysCovered: Int = 0, episodes: Int? = nil, health: Set<HealthID> = []
    ) {
        self.muscles = muscles
        self.age = age
        self.said = said
        self.onsets = onsets
        self.days = days
        self.daysCovered = daysCovered
        self.episodes = episodes
        self.health = health
    }

    /// The measures that say something about causes.
    public static let measures: [Measure] = [
        .sittingHours, .sittingStretch, .sleepHours, .sleepQuality, .stress, .load, .exercise, .water,
    ]
}
