public import UnknotRecord

/// A movement, posture or daily activity that people can be asked about.
public struct Movement: Hashable, Sendable {
    /// Its id.
    public let id: MovementID
    /// A short name.
    public let name: String
    /// The words that complete "What does … do to the pain?".
    public let plainQuestion: String
    /// Posture, daily life, sport, movement or trigger.
    public let category: String
}

/// What a movement does to the pain of a muscle's trigger points.
public struct MovementLink: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// The movement.
    public let movement: MovementID
    /// What it does.
    public let effect: MovementEffect
    /// Where this is written.
    public let sources: [ReferenceID]
}
