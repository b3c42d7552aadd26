public import UnknotRecord

/// One area to which a trigger point sends pain.
public struct Referral: Hashable, Sendable {
    /// The side of the area, seen from the point.
    public enum Side: String, CaseIterable, Hashable, Sendable {
        /// The side of the point.
        case same
        /// The other side.
        case opposite
        /// Both sides.
        case both
        /// An area in the middle.
        case midline
    }

    /// How constant the pain there is.
    public enum Zone: String, CaseIterable, Hashable, Sendable {
        /// Felt by nearly everybody in whom the point is active.
        case essential
        /// Felt by some, usually when the point is very irritable.
        case spillover
    }

    /// The point.
    public let point: PointID
    /// The area.
    public let region: RegionID
    /// Its side, seen from the point.
    public let side: Side
    /// How constant it is.
    public let zone: Zone
    /// Where this is written.
    public let sources: [ReferenceID]

    /// The places that hurt when the point on a side is active.
    public func places(for pointSide: BodySide) -> [BodyPlace] {
        switch side {
        case .same: [BodyPlace(region, RegionSide(pointSide))]
        case .opposite: [BodyPlace(region, RegionSide(pointSide.opposite))]
        case .both: [BodyPlace(region, .left), BodyPlace(region, .right)]
        case .midline: [BodyPlace(region, .midline)]
        }
    }
}
