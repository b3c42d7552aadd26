/// The state of a system: a fixed number of components, each of them a lane.
///
/// Meant to be a struct of stored properties, so that it lives in registers and on the stack.
public protocol LaneVector: Sendable {
    /// One component.
    associatedtype Element: Lane
    /// The same state of one member only.
    associatedtype Single: LaneVector where Single.Element == Double, Single.Single == Single

    /// How many components there are.
    static var count: Int { get }
    /// The same number everywhere.
    init(everywhere value: Double)
    /// The state of one member.
    subscript(lane lane: Int) -> Single { get set }
    /// This state plus another times a factor.
    func adding(_ other: Self, times factor: Element) -> Self
    /// The sum over all components of (error / (absolute + relative · max(|this|, |next|)))².
    func sumOfSquares(error: Self, next: Self, absolute: Element, relative: Element) -> Element
}

extension LaneVector {
    /// This state plus another times a factor.
    @inlinable @inline(__always)
    public func adding(_ other: Self, times factor: Double) -> Self {
        adding(other, times: Element(everywhere: factor))
    }
}

extension Lane {
    /// One component's part of a weighted error norm.
    @inlinable @inline(__always)
    public func weightedSquare(error: Self, next: Self, absolute: Self, relative: Self) -> Self {
        let largest = magnitudeOfLanes.orAtLeast(next.magnitudeOfLanes)
        let ratio = error / (absolute + relative * largest)
        return ratio * ratio
    }
}
