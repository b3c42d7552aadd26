/// One number is the narrowest lane.
extension Double: Lane {
    /// One.
    @inlinable public static var lanes: Int { 1 }

    /// The number itself.
    @inlinable @inline(__always)
    public init(everywhere value: Double) { self = value }

    /// The number itself, whichever lane is asked for.
    @inlinable @inline(__always)
    public subscript(lane lane: Int) -> Double {
        get { self }
        set { self = newValue }
    }

    /// The square root; not a number where it is negative.
    @inlinable @inline(__always)
    public var root: Double { squareRoot() }

    /// The larger of two numbers; `other` where either is not a number.
    @inlinable @inline(__always)
    public func orAtLeast(_ other: Double) -> Double { self > other ? self : other }

    /// The smaller of two numbers; `other` where either is not a number.
    @inlinable @inline(__always)
    public func orAtMost(_ other: Double) -> Double { self < other ? self : other }

    /// `this` if the number is above zero, else `other`.
    @inlinable @inline(__always)
    public func whereAboveZero(_ this: Double, else other: Double) -> Double { self > 0 ? this : other }

    /// 2 to the power of a whole number in −1022...1023.
    @inlinable @inline(__always)
    public var powerOfTwo: Double {
        let bits = (self + (LaneBits.wholeNumbers + LaneBits.bias)).bitPattern
        return Double(bitPattern: bits &<< LaneBits.exponentShift)
    }

    /// Writes a normal positive number as 2^exponent · fraction with a fraction near 0.71...1.41.
    @inlinable @inline(__always)
    public var splitIntoPowerOfTwo: (exponent: Double, fraction: Double) {
        let moved = bitPattern &+ LaneBits.border
        let whole = Double(bitPattern: (moved &>> LaneBits.exponentShift) | LaneBits.wholeBits)
        let fraction = Double(bitPattern: (moved & LaneBits.fraction) &+ LaneBits.rootHalf)
        return (whole - LaneBits.wholeOffset, fraction)
    }
}
