public import UnknotRecord

/// Our drawing of the body from behind and from the front, as tables: one half of each view, since the other half is
/// its mirror image.
///
/// In every table `x` is the distance from the middle line and `y` the distance from the top of the head, in units of
/// which the body is about 1000 high. Positions are estimates read off landmarks: bodies differ by more than a finger.
public struct BodyFigure: Sendable {
    /// The corners of every region, view by view. Neighbours share their corners, so that nothing gapes or overlaps.
    public let outlines: [RegionOutline]
    /// Bones that can be felt, and lines that make the drawing a body.
    public let guides: [FigureGuide]
    /// The shapes of muscles.
    public let muscles: [MuscleOutline]
    /// The run of their fibres.
    public let fibres: [MuscleFibre]
    /// Where trigger points lie.
    public let points: [PointPosition]

    /// The position of a point.
    public func position(of point: PointID) -> PointPosition? { points.first { $0.point == point } }
}

/// A place on the figure, in half-body units.
public struct FigureCoordinate: Hashable, Sendable {
    /// Distance from the middle line, 0 or more, outwards.
    public let x: Double
    /// Distance from the top of the head, downwards.
    public let y: Double

    /// Names a place.
    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// The shape of a region in one view; of a region in the middle, its half.
public struct RegionOutline: Hashable, Sendable {
    /// The region.
    public let region: RegionID
    /// Seen from where; a region at the side of the body may be seen from both.
    public let view: BodyRegion.View
    /// The corners, in order, without repeating the first.
    public let corners: [FigureCoordinate]
}

/// A faint line of the drawing.
public struct FigureGuide: Hashable, Sendable {
    /// What a line stands for.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A bone that can be felt.
        case bone
        /// A fold or edge of the skin.
        case contour
    }

    /// Its id within the view.
    public let id: String
    /// Seen from where.
    public let view: BodyRegion.View
    /// Bone or contour.
    public let kind: Kind
    /// The name for everybody.
    public let plainName: String
    /// The line, from end to end.
    public let line: [FigureCoordinate]
}

/// The shape of a muscle in one view.
public struct MuscleOutline: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// Seen from where.
    public let view: BodyRegion.View
    /// The corners, in order, without repeating the first.
    public let corners: [FigureCoordinate]
}

/// One line along the fibres of a muscle.
public struct MuscleFibre: Hashable, Sendable {
    /// The muscle.
    public let muscle: MuscleID
    /// Seen from where.
    public let view: BodyRegion.View
    /// The line, from end to end.
    public let line: [FigureCoordinate]
}

/// Where a trigger point lies on the figure.
public struct PointPosition: Hashable, Sendable {
    /// The point.
    public let point: PointID
    /// Seen from where.
    public let view: BodyRegion.View
    /// The spot.
    public let position: FigureCoordinate
}
