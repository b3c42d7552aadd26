/// A person in a pose, as a skeleton: lengths of bones are those of an average adult 300 units high, so that a pose says
/// only which way each part goes and an arm is never longer than an arm.
///
/// Directions are in degrees. Trunk, neck and head: 0 is upright and 90 leans to the front (seen from the side) or to the
/// right of the picture. Limbs, hands and feet: 0 hangs down, 90 points to the front or the right, 180 points up.
public struct FigurePose: Hashable, Sendable {
    /// From where the person is seen; from the side, the front is on the right of the picture.
    public enum View: String, CaseIterable, Hashable, Sendable {
        /// From the person's right.
        case side
        /// From behind.
        case back
        /// From the front.
        case front
    }

    /// Its id.
    public let id: String
    /// From where it is seen.
    public let view: View
    /// The pose in words, as the start of a sentence.
    public let words: String
    /// Where the hips are, in the pose's own units; `y` grows downwards.
    public let hip: PosePlace
    /// The lean of the lower back.
    public let low: Double
    /// The lean of the chest.
    public let chest: Double
    /// The lean of the neck.
    public let neck: Double
    /// The lean of the head; 0 looks ahead.
    public let head: Double
    /// Arms and legs.
    public let limbs: [PoseLimb]
}

/// A place on the sheet of a pose; `y` grows downwards.
public struct PosePlace: Hashable, Sendable {
    /// To the right.
    public let x: Double
    /// Downwards.
    public let y: Double

    /// Names a place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// An arm or a leg in a pose.
public struct PoseLimb: Hashable, Sendable {
    /// Which one. `near` is the person's right, which is the side that is worked on; `far` is the left.
    public enum Limb: String, CaseIterable, Hashable, Sendable {
        /// The arm of the side that is worked on.
        case nearArm = "near_arm"
        /// The other arm.
        case farArm = "far_arm"
        /// The leg of the side that is worked on.
        case nearLeg = "near_leg"
        /// The other leg.
        case farLeg = "far_leg"

        /// Whether it is an arm.
        public var isArm: Bool { self == .nearArm || self == .farArm }
        /// Whether it is on the side that is worked on.
        public var isNear: Bool { self == .nearArm || self == .nearLeg }
    }

    /// What it is drawn over.
    public enum Layer: String, CaseIterable, Hashable, Sendable {
        /// Behind the trunk.
        case behind
        /// One with the trunk.
        case with
        /// In front of the trunk.
        case before
    }

    /// How the hand or foot is held.
    public enum Hand: String, CaseIterable, Hashable, Sendable {
        /// Flat and loose.
        case flat
        /// Closed around something.
        case grip
        /// A finger or thumb that presses.
        case point
        /// A foot.
        case foot
        /// Not seen.
        case none
    }

    /// Which one.
    public let limb: Limb
    /// What it is drawn over.
    public let layer: Layer
    /// The direction of upper arm or thigh; not used when it reaches.
    public let upper: Double
    /// The direction of forearm or shin; not used when it reaches.
    public let lower: Double
    /// The direction of hand or foot.
    public let end: Double
    /// Where the wrist or ankle must be, if that is what counts.
    public let reach: PosePlace?
    /// To which side elbow or knee bends when it reaches: 1 or -1.
    public let bend: Double
    /// How much of its length the upper part shows; less than 1 when it points towards the reader or away.
    public let upperShown: Double
    /// How much of its length the lower part shows.
    public let lowerShown: Double
    /// How the hand or foot is held.
    public let hand: Hand
}

/// The lengths of the bones of a person 300 units high.
public enum PoseBones {
    /// Upper arm.
    public static let upperArm = 54.0
    /// Forearm.
    public static let forearm = 45.0
    /// Thigh.
    public static let thigh = 73.0
    /// Shin.
    public static let shin = 72.0
    /// Hip to waist.
    public static let low = 38.0
    /// Waist to the root of the neck.
    public static let chest = 54.0
    /// Root of the neck to the skull.
    public static let neck = 17.0

    /// The two bones of a limb.
    public static func lengths(of limb: PoseLimb.Limb) -> (upper: Double, lower: Double) {
        limb.isArm ? (upperArm, forearm) : (thigh, shin)
    }
}
