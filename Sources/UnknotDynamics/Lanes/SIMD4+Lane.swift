/// Four numbers side by side, the width in which ensembles run.
///
/// The bit patterns are moved lane by lane because a cast of whole vectors would not be memory safe by construction; the
/// optimiser joins the lanes again.
extension SIMD4: Lane where Scalar == Double {
    /// 4.
    @inlinable public static var lanes: Int { 4 }

    /// The same number in every lane.
    @inlinable @inline(__always)
    public init(everywhere value: Double) { self.init(repeating: value) }

    /// The number in one lane.
    @inlinable @inline(__always)
    public subscript(lane lane: Int) -> Double {
        get { self[lane] }
        set { self[lane] = newValue }
    }

    /// The square roots.
    @inlinable @inline(__always)
    public var root: Self { squareRoot() }

    /// The larger of two numbers, lane by lane.
    @inlinable @inline(__always)
    public func orAtLeast(_ other: Self) -> Self { other.replacing(with: self, where: self .> other) }

    /// The smaller of two numbers, lane by lane.
    @inlinable @inline(__always)
    public func orAtMost(_ other: Self) -> Self { other.replacing(with: self, where: self .< other) }

    /// `this` in the lanes that are above zero, `other` in the rest.
    @inlinable @inline(__always)
    public func whereAboveZero(_ this: Self, else other: Self) -> Self {
        other.replacing(with: this, where: self .> Self(repeating: 0))
    }

    /// 2 to the power of whole numbers.
    @inlinable @inline(__always)
    public var powerOfTwo: Self {
        let bits = (self + Self(repeating: LaneBits.wholeNumbers + LaneBits.bias)).words
        return Self(words: bits &<< SIMD4<UInt64>(repeating: LaneBits.exponentShift))
    }

    /// Writes positive numbers as 2^exponent · fraction.
    @inlinable @inline(__always)
    public var splitIntoPowerOfTwo: (exponent: Self, fraction: Self) {
        let moved = words &+ SIMD4<UInt64>(repeating: LaneBits.border)
        let exponents = moved &>> SIMD4<UInt64>(repeating: LaneBits.exponentShift)
        let whole = Self(words: exponents | SIMD4<UInt64>(repeating: LaneBits.wholeBits))
        let fractions = moved & SIMD4<UInt64>(repeating: LaneBits.fraction)
        return (
            whole - Self(repeating: LaneBits.wholeOffset),
            Self(words: fractions &+ SIMD4<UInt64>(repeating: LaneBits.rootHalf))
        )
    }

    @inlinable @inline(__always)
    var words: SIMD4<UInt64> {
        SIMD4<UInt64>(
            self[0].bitPattern, self[1].bitPattern, self[2].bitPattern, self[3].bitPattern
        )
    }

    @inlinable @inline(__always)
    init(words: SIMD4<UInt64>) {
        self.init(
            Double(bitPattern: words[0]), Double(bitPattern: words[1]), Double(bitPattern: words[2]),
            Double(bitPattern: words[3])
        )
    }
}
