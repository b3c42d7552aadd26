public import UnknotAtlas
public import UnknotRecord

/// One view of the body, ready to be drawn: shapes as SVG path data, in units of which the body is about 1000 high,
/// with the middle line at `x` = 0.
///
/// From behind, the person's left is on the left of the picture; from the front it is on the right.
public struct FigurePanel: Hashable, Sendable {
    /// Seen from where.
    public let view: BodyRegion.View
    /// The part of the sheet that is shown.
    public var viewBox: FigureBox
    /// The edge of the whole body.
    public let silhouette: String
    /// The regions, in the order of the atlas, left before right.
    public var regions: [RegionShape]
    /// Bones and contours.
    public var guides: [GuideShape]

    /// Whether the person's side is on the side of the picture where `x` is negative.
    public func isOnTheLeft(_ side: BodySide) -> Bool {
        (side == .left) == (view == .back)
    }
}

/// The shape of one region on one side.
public struct RegionShape: Hashable, Sendable {
    /// The region and side.
    public let place: BodyPlace
    /// The shape.
    public let path: String
    /// The rectangle around it.
    public let box: FigureBox
}

/// A faint line of the drawing.
public struct GuideShape: Hashable, Sendable {
    /// Its id within the view; both sides have the same.
    public let id: String
    /// Bone or contour.
    public let kind: FigureGuide.Kind
    /// The name for everybody.
    public let name: String
    /// The line.
    public let path: String
    /// The rectangle around it.
    public let box: FigureBox
}

/// The shape of one muscle on one side.
public struct MuscleShape: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// Its side.
    public let side: BodySide
    /// Seen from where.
    public let view: BodyRegion.View
    /// The shape.
    public let outline: String
    /// Lines along its fibres.
    public let fibres: [String]
    /// The rectangle around it.
    public let box: FigureBox
}

/// Where a trigger point lies on the figure.
public struct PointSpot: Hashable, Sendable {
    /// The point.
    public let point: PointID
    /// Its side.
    public let side: BodySide
    /// Seen from where.
    public let view: BodyRegion.View
    /// From the middle line; negative on the left of the picture.
    public let x: Double
    /// From the top of the head.
    public let y: Double
}
