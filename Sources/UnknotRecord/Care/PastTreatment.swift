/// What one technique did to one knot in one earlier session.
public struct PastTreatment: Hashable, Sendable {
    /// How a session ended.
    public enum Ending: String, CaseIterable, Hashable, Sendable {
        /// It was done to its end.
        case finished
        /// The person stopped it.
        case stopped
    }

    /// The knot.
    public var point: PointID
    /// Its side.
    public var side: BodySide
    /// What was done.
    public var technique: TechniqueID
    /// Tenderness before, 0 to 10.
    public var before: Double?
    /// Tenderness after, 0 to 10.
    public var after: Double?
    /// How it ended.
    public var ending: Ending
    /// Days since, 0 for today.
    public var daysAgo: Int

    /// Records what a technique did.
    public init(
        _ point: PointID,
        _ side: BodySide,
        technique: TechniqueID,
        before: Double? = nil,
        after: Double? = nil,
        ending: Ending = .finished,
        daysAgo: Int = 0
    ) {
        self.point = point
        self.side = side
        self.technique = technique
        self.before = before
        self.after = after
        self.ending = ending
        self.daysAgo = daysAgo
    }

    /// Points of tenderness that it took away; negative when it got worse, `nil` when not both were rated.
    public var gain: Double? {
        guard let before, let after else { return nil }
        return before - after
    }

    /// The same on the other side.
    public var mirrored: PastTreatment {
        var other = self
        other.side = side.opposite
        return other
    }
}
