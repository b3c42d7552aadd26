public import UnknotRecord

/// An area of the body map.
public struct BodyRegion: Hashable, Sendable {
    /// The part of the body that groups areas in lists.
    public enum Zone: String, CaseIterable, Hashable, Sendable {
        /// Head and face.
        case head
        /// Neck.
        case neck
        /// Shoulder and shoulder blade.
        case shoulder
        /// Upper back.
        case upperBack = "upper_back"
        /// Mid back.
        case midBack = "mid_back"
        /// Low back.
        case lowBack = "low_back"
        /// Buttock, hip and pelvis.
        case pelvis
        /// Chest.
        case chest
        /// Belly.
        case abdomen
        /// Arm and hand.
        case arm
        /// Leg and foot.
        case leg
    }

    /// From where the area is seen on the figure.
    public enum View: String, CaseIterable, Hashable, Sendable {
        /// From the front.
        case front
        /// From the back.
        case back
    }

    /// Whether the area exists once on each side or once in the middle.
    public enum Laterality: String, CaseIterable, Hashable, Sendable {
        /// One on the left and one on the right.
        case paired
        /// One, which belongs to both sides.
        case midline
    }

    /// Its id.
    public let id: RegionID
    /// The anatomical name.
    public let name: String
    /// The name for everybody.
    public let plainName: String
    /// Seen from where.
    public let view: View
    /// Paired or in the middle.
    public let laterality: Laterality
    /// The part of the body it belongs to.
    public let zone: Zone
    /// Segments of the CHOIR Body Map that overlap with it; approximate.
    public let choirSegments: [String]
    /// Where exactly it lies.
    public let description: String

    /// The sides on which it can be marked.
    public var sides: [RegionSide] {
        switch laterality {
        case .paired: [.left, .right]
        case .midline: [.midline]
        }
    }

    /// Every place that this area has.
    public var places: [BodyPlace] { sides.map { BodyPlace(id, $0) } }
}
