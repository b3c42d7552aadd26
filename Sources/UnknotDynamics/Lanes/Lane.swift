/// One number, or several numbers side by side that are computed together.
///
/// A model written once over `Lane` runs as one trajectory (`Double`) or as four at a time (`SIMD4<Double>`). Every
/// operation acts on each lane alone and rounds in the same way for both, so that a lane holds bit for bit what a single
/// run computes.
public protocol Lane: Sendable {
    /// How many numbers there are.
    static var lanes: Int { get }
    /// The same number in every lane.
    init(everywhere value: Double)
    /// The number in one lane, counted from 0.
    subscript(lane lane: Int) -> Double { get set }

    /// Sum, lane by lane.
    static func + (left: Self, right: Self) -> Self
    /// Difference, lane by lane.
    static func - (left: Self, right: Self) -> Self
    /// Product, lane by lane.
    static func * (left: Self, right: Self) -> Self
    /// Quotient, lane by lane.
    static func / (left: Self, right: Self) -> Self
    /// The square root; not a number where the lane is negative.
    var root: Self { get }

    /// The larger of two numbers, lane by lane; `other` where either is not a number.
    func orAtLeast(_ other: Self) -> Self
    /// The smaller of two numbers, lane by lane; `other` where either is not a number.
    func orAtMost(_ other: Self) -> Self
    /// `this` in the lanes that are above zero, `other` in the rest.
    func whereAboveZero(_ this: Self, else other: Self) -> Self

    /// 2 to the power of a whole number in −1022...1023.
    var powerOfTwo: Self { get }
    /// Writes a normal positive number as 2^exponent · fraction with a fraction near 0.71...1.41.
    var splitIntoPowerOfTwo: (exponent: Self, fraction: Self) { get }
}

extension Lane {
    /// Sum with one number for all lanes.
    @inlinable @inline(__always)
    public static func + (left: Double, right: Self) -> Self { Self(everywhere: left) + right }
    /// Sum with one number for all lanes.
    @inlinable @inline(__always)
    public static func + (left: Self, right: Double) -> Self { left + Self(everywhere: right) }
    /// Difference from one number for all lanes.
    @inlinable @inline(__always)
    public static func - (left: Double, right: Self) -> Self { Self(everywhere: left) - right }
    /// Difference from one number for all lanes.
    @inlinable @inline(__always)
    public static func - (left: Self, right: Double) -> Self { left - Self(everywhere: right) }
    /// Product with one number for all lanes.
    @inlinable @inline(__always)
    public static func * (left: Double, right: Self) -> Self { Self(everywhere: left) * right }
    /// Product with one number for all lanes.
    @inlinable @inline(__always)
    public static func * (left: Self, right: Double) -> Self { left * Self(everywhere: right) }
    /// Quotient with one number for all lanes.
    @inlinable @inline(__always)
    public static func / (left: Double, right: Self) -> Self { Self(everywhere: left) / right }
    /// Quotient with one number for all lanes.
    @inlinable @inline(__always)
    public static func / (left: Self, right: Double) -> Self { left / Self(everywhere: right) }

    /// The distance from zero.
    @inlinable @inline(__always)
    public var magnitudeOfLanes: Self { whereAboveZero(self, else: 0 - self) }
}
