/// One side of the body, always the person's own.
public enum BodySide: String, CaseIterable, Hashable, Sendable, Comparable {
    /// The person's left.
    case left
    /// The person's right.
    case right

    /// The other side.
    public var opposite: BodySide {
        switch self {
        case .left: .right
        case .right: .left
        }
    }

    /// Left before right.
    public static func < (left: BodySide, right: BodySide) -> Bool {
        left == .left && right == .right
    }
}

/// Where an area of the body map lies: on one side, or in the middle, which belongs to both.
public enum RegionSide: String, CaseIterable, Hashable, Sendable {
    /// The person's left.
    case left
    /// The person's right.
    case right
    /// The middle of the body.
    case midline

    /// The same place on one side of the body.
    public init(_ side: BodySide) {
        switch side {
        case .left: self = .left
        case .right: self = .right
        }
    }

    /// The side of the body, or `nil` in the middle.
    public var bodySide: BodySide? {
        switch self {
        case .left: .left
        case .right: .right
        case .midline: nil
        }
    }

    /// The mirror image: the middle stays where it is.
    public var mirrored: RegionSide {
        switch self {
        case .left: .right
        case .right: .left
        case .midline: .midline
        }
    }
}

/// One area of the body map on one side.
public struct BodyPlace: Hashable, Sendable, Comparable {
    /// The area.
    public let region: RegionID
    /// Its side.
    public let side: RegionSide

    /// Names a place; whether the region has that side is for the atlas to check.
    public init(_ region: RegionID, _ side: RegionSide) {
        self.region = region
        self.side = side
    }

    /// The same area on the other side.
    public var mirrored: BodyPlace { BodyPlace(region, side.mirrored) }

    /// By region, then by side.
    public static func < (left: BodyPlace, right: BodyPlace) -> Bool {
        (left.region, left.side.rawValue) < (right.region, right.side.rawValue)
    }
}
