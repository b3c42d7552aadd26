public import UnknotRecord

/// Trigger points that are worked on in the same way.
public struct MuscleGroup: Hashable, Sendable {
    /// Which arm reaches the points.
    public enum Reach: String, CaseIterable, Hashable, Sendable {
        /// None: between the shoulder blades, or where no hand belongs.
        case none
        /// Either.
        case either
        /// The arm of the same side, behind the back.
        case sameBehind = "same_behind"
        /// The arm of the same side, in front.
        case sameFront = "same_front"
        /// The other arm, across the chest.
        case oppositeFront = "opposite_front"
        /// The other arm, across the chest and over the shoulder.
        case oppositeOverShoulder = "opposite_over_shoulder"
        /// The other arm, across the chest and under the armpit.
        case oppositeUnderArm = "opposite_under_arm"
    }

    /// The stretch of the group.
    public struct Stretch: Hashable, Sendable {
        /// What to do.
        public let text: String
        /// Where it can be done.
        public let settings: [CareSetting]
        /// Seconds to hold.
        public let seconds: Int
        /// How often.
        public let repetitions: Int
        /// What forbids it.
        public let notWith: [HealthID]

        /// Describes a stretch.
        public init(
            text: String, settings: [CareSetting], seconds: Int, repetitions: Int, notWith: [HealthID]
        ) {
            self.text = text
            self.settings = settings
            self.seconds = seconds
            self.repetitions = repetitions
            self.notWith = notWith
        }
    }

    /// Its id.
    public let id: MuscleGroupID
    /// Its plain name.
    public let name: String
    /// Its points; each point belongs to exactly one group.
    public let points: [PointID]
    /// Which arm reaches them.
    public let reach: Reach
    /// What a stretch moves to its end.
    public let moves: [CarePlaceID]
    /// How it is stretched, if it can be.
    public let stretch: Stretch?
    /// What to keep off.
    public let caution: String
    /// What must make one stop, beside what always does.
    public let stopWhen: [String]
    /// Why a person has nothing to do oneself, if so.
    public let noSelfReason: String
    /// Why there is nothing for a partner at some of its points, if so.
    public let noPartnerReason: String
    /// Where this comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
}

/// How one technique is used on one group.
public struct GroupTechnique: Hashable, Sendable {
    /// The group.
    public let group: MuscleGroupID
    /// The technique.
    public let technique: TechniqueID
    /// The points for which it is meant; empty for all of the group that it may touch.
    public let points: [PointID]
    /// Where it can be done; empty for wherever the technique can.
    public let settings: [CareSetting]
    /// How to sit, stand or lie.
    public let position: String
    /// Where exactly and how.
    public let how: String
    /// What forbids it, beside what forbids the technique.
    public let notWith: [HealthID]
    /// Where this comes from.
    public let source: ReferenceID
    /// How far it can be traced.
    public let status: EvidenceStatus
}
