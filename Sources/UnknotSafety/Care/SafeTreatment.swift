public import UnknotAtlas
public import UnknotRecord

/// One technique at one knot that nothing forbids.
///
/// Only this module can make one, and a plan consists of nothing else, so that no plan can hold a forbidden place or a
/// blocked technique.
public struct SafeTreatment: Hashable, Sendable {
    /// The technique.
    public let technique: Technique
    /// The knot.
    public let point: TriggerPoint
    /// Its side.
    public let side: BodySide
    /// The group of the knot.
    public let group: MuscleGroup
    /// How the technique is used there; `nil` where it needs no word for each muscle.
    public let use: GroupTechnique?
    /// How strong it may feel for this person at this place, 0 to 10; `nil` when nothing presses.
    public let pressure: ClosedRange<Int>?
    /// What its time is multiplied with for this person, 0 to 1.
    public let doseFactor: Double
    /// The stretch of the group, if nothing forbids it.
    public let stretch: MuscleGroup.Stretch?
    /// What makes it gentler than it is for others, gravest first.
    public let changedBy: [HealthCheck]
    /// Whether something names it as one to be used only when nothing else is left.
    public let isLastResort: Bool

    init(
        technique: Technique,
        point: TriggerPoint,
        side: BodySide,
        group: MuscleGroup,
        use: GroupTechnique?,
        pressure: ClosedRange<Int>?,
        doseFactor: Double,
        stretch: MuscleGroup.Stretch?,
        changedBy: [HealthCheck],
        isLastResort: Bool
    ) {
        self.technique = technique
        self.point = point
        self.side = side
        self.group = group
        self.use = use
        self.pressure = pressure
        self.doseFactor = doseFactor
        self.stretch = stretch
        self.changedBy = changedBy
        self.isLastResort = isLastResort
    }
}

/// A technique that was taken out at a knot, and why.
public struct RefusedTreatment: Hashable, Sendable {
    /// What takes it out.
    public enum Reason: Hashable, Sendable {
        /// The person's health.
        case health(HealthID)
        /// The place.
        case place(CarePlaceID)

        /// The id of the health check or the place.
        public var id: String {
            switch self {
            case .health(let id): id.rawValue
            case .place(let id): id.rawValue
            }
        }
    }

    /// The technique.
    public let technique: TechniqueID
    /// What takes it out.
    public let reason: Reason
    /// Whether it is still there, for when nothing else is left.
    public let isOnlyPutLast: Bool
}
