public import UnknotRecord

/// Something that starts trigger points or keeps them going.
public struct Cause: Hashable, Sendable {
    /// Its id.
    public let id: CauseID
    /// A short name.
    public let name: String
    /// The name for everybody.
    public let plainName: String
    /// Seed, mechanical, structural, trauma or systemic.
    public let group: String
    /// Whether it can be changed: yes, partly or no.
    public let modifiable: String
    /// What to know about it.
    public let note: String
}

/// A cause that is said to affect a muscle.
public struct CauseLink: Hashable, Sendable {
    /// The muscle, or `nil` for every muscle.
    public let muscle: MuscleID?
    /// The cause.
    public let cause: CauseID
    /// Where this is written.
    public let sources: [ReferenceID]
}

/// A movement that repeats a cause: what keeps a point going also brings on its pain.
public struct CauseMovement: Hashable, Sendable {
    /// The cause.
    public let cause: CauseID
    /// The movement or posture that is the same thing.
    public let movement: MovementID
    /// Where this comes from.
    public let source: ReferenceID
}

/// How two muscles belong together.
public struct MuscleAssociation: Hashable, Sendable {
    /// The kinds of association.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// The first muscle tends to start points in the second.
        case satellite
        /// They work together.
        case functionalUnit = "functional_unit"
        /// They work against each other.
        case antagonist
    }

    /// The first muscle: for satellites the key.
    public let first: MuscleID
    /// The second muscle.
    public let second: MuscleID
    /// The kind.
    public let kind: Kind
    /// Where this is written.
    public let sources: [ReferenceID]
}
