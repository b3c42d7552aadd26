public import UnknotAtlas
public import UnknotRecord

/// Something that may drive this person's knots.
public struct Driver: Hashable, Sendable {
    /// How much may be said of it.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        /// It is there, and studies or tradition speak for it.
        case likely
        /// It may play a part.
        case possible
        /// It is there, but nobody has shown that it matters.
        case doubtful
    }

    /// Why it is thought of.
    public enum Reason: Hashable, Sendable {
        /// The person says so.
        case said
        /// The journal says so: on so many of the days with a number; with their mean.
        case journal(Measure, days: Int, of: Int, mean: Double)
        /// The person said no, while the journal speaks for it.
        case deniedButRecorded
        /// It happened in the hours before, so many times of those that were described.
        case before(times: Int, of: Int)
        /// The tables name it for the muscle of a knot.
        case muscle(MuscleID)
        /// The tables name it for every muscle.
        case everyMuscle
    }

    /// Which.
    public let cause: CauseID
    /// How much may be said of it.
    public let standing: Standing
    /// How strong the evidence is that such a thing matters at all.
    public let strength: CauseStrength
    /// How far it is there, 0 to 1.
    public let exposure: Double
    /// Its weight in log odds, shrunken and after the cap; at least 0. For the order only: it is no probability.
    public let weight: Double
    /// Why it is thought of, the strongest reason first.
    public let reasons: [Reason]
    /// What studies found about it, null results included.
    public let studies: [RiskFactor]
    /// Whether it can be changed.
    public let canBeChanged: Bool
    /// The habit that fits it best and that nothing of health forbids.
    public let habit: HabitID?
    /// A habit that would fit, and what of health speaks against it.
    public let heldBack: HeldBack?

    /// A habit that is not offered.
    public struct HeldBack: Hashable, Sendable {
        /// Which.
        public let habit: HabitID
        /// What of health speaks against it.
        public let because: HealthID
    }
}

/// What may drive the knots of one person.
public struct DriverAnswer: Hashable, Sendable {
    /// The version of the knowledge base.
    public let knowledge: String
    /// What is there and can be changed, the most important first.
    public let drivers: [Driver]
    /// What is there or was, and cannot be changed.
    public let past: [Driver]
    /// What the tables name for these muscles and nobody asked about, the most important first.
    public let unasked: [CauseID]
    /// Whether all weights together came to more than studies of single factors can carry, and were made smaller.
    public let isCapped: Bool
    /// Whether more than two earlier times speak for staying active when it is over.
    public let hasManyEpisodes: Bool

    /// Whether nothing was said and nothing recorded.
    public var isEmpty: Bool { drivers.isEmpty && past.isEmpty }
}

/// What a study says about something that happened in the hours before.
public struct TriggerReading: Hashable, Sendable {
    /// What happened.
    public let trigger: PainTrigger
    /// The row that speaks of it at this age.
    public let factor: RiskFactor
}
