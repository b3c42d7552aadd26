public import UnknotRecord

/// A place in a muscle where a knot is known to form, described on one side of the body.
public struct TriggerPoint: Hashable, Sendable {
    /// What can reach it.
    public enum Access: String, CaseIterable, Hashable, Sendable {
        /// The person's own fingers.
        case fingers
        /// A ball against wall or floor.
        case ball
        /// A roller.
        case roller
        /// Somebody else's hands.
        case partner
    }

    /// Its id.
    public let id: PointID
    /// The muscle.
    public let muscle: MuscleID
    /// Its name within the muscle.
    public let name: String
    /// The area of skin over it.
    public let surfaceRegion: RegionID
    /// How to find it.
    public let landmarks: String
    /// What may be used to press it; empty when neither the person nor a partner should.
    public let access: [Access]
    /// Where this is written.
    public let sources: [ReferenceID]

    /// Whether a press may be offered to the person or a partner.
    public var mayBePressed: Bool { !access.isEmpty }
}
