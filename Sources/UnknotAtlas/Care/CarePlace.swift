public import UnknotRecord

/// A part of the body that tables of care name, as regions of the map.
public struct CarePlace: Hashable, Sendable {
    /// What it is used for.
    public enum Use: String, CaseIterable, Hashable, Sendable {
        /// A place that techniques avoid.
        case avoid = "avoid_where"
        /// A state of skin or body that forbids a technique; no place.
        case state
        /// Where a health check holds.
        case scope
        /// Where a technique is used.
        case area
        /// What a stretch moves to its end.
        case moves
        /// Where pressure stays low.
        case ceiling
    }

    /// What nobody does in a place without training.
    public enum Never: String, CaseIterable, Hashable, Sendable {
        /// Touch it with hand or tool at all.
        case touched
        /// Press it; light strokes may be.
        case pressed
    }

    /// Its id, unique within its use.
    public let id: CarePlaceID
    /// What it is used for.
    public let use: Use
    /// Its regions, each with the side that is meant, or both.
    public let regions: [RegionID: BodySide?]
    /// Points that lie in its regions and are not meant.
    public let exceptPoints: [PointID]
    /// What nobody does there.
    public let never: Never?
    /// The most that anything there may be pressed, 0 to 10.
    public let pressureCeiling: Int?
    /// Where this comes from.
    public let source: ReferenceID

    /// Whether it has no regions of its own: everywhere, or only where a person says.
    public var isEverywhere: Bool { regions.isEmpty }

    /// Whether a region on a side belongs to it.
    public func contains(_ region: RegionID, on side: BodySide) -> Bool {
        guard let meant = regions[region] else { return false }
        return meant == nil || meant == side
    }

    /// Whether a point on a side is meant by it.
    public func contains(_ point: TriggerPoint, on side: BodySide) -> Bool {
        contains(point.surfaceRegion, on: side) && !exceptPoints.contains(point.id)
    }
}
