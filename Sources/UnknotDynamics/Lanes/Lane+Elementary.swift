/// Exponential and logarithm for all lanes at once.
///
/// The C library has them for single numbers only, and its results differ from system to system in the last bit. These
/// are within about one unit in the last place and give the same bits everywhere.
///
/// References: S. Moshier, Cephes Mathematical Library (`exp`, rational form); Sun Microsystems, fdlibm 5.3 (`log`,
/// `log1p`).
extension Lane {
    /// e to the power of the number; numbers outside −708...709 count as those limits.
    @inlinable @inline(__always)
    public var exponential: Self {
        let bounded = self.orAtLeast(Self(everywhere: -708)).orAtMost(Self(everywhere: 709))
        let whole = (bounded * 1.442_695_040_888_963_4 + LaneBits.wholeNumbers) - LaneBits.wholeNumbers
        let coarse = bounded - whole * 6.931_457_519_531_25e-1
        let rest = coarse - whole * 1.428_606_820_309_417_232_12e-6
        let square = rest * rest
        let upper = 3.029_944_077_074_419_613e-2 + square * 1.261_771_930_748_105_908_78e-4
        let odd = rest * (0.999_999_999_999_999_999_91 + square * upper)
        let lower = 2.524_483_403_496_841_041_92e-3 + square * 3.001_985_051_386_644_550_42e-6
        let middle = 2.272_655_482_081_550_287_66e-1 + square * lower
        let even = 2.000_000_000_000_000_000_09 + square * middle
        let quotient = odd / (even - odd)
        return (1.0 + quotient * 2.0) * whole.powerOfTwo
    }

    /// The natural logarithm of a normal positive number; without meaning for others.
    @inlinable @inline(__always)
    public var logarithm: Self {
        let (exponent, fraction) = splitIntoPowerOfTwo
        return Self.logarithm(onePlus: fraction - 1.0, exponent: exponent)
    }

    /// log(1 + x) for x in 0...1, exact to the last places for the smallest x.
    @inlinable @inline(__always)
    public var logarithmOfOnePlus: Self {
        let isLarge = self - 0.414_213_562_373_095_05
        let fraction = isLarge.whereAboveZero((self - 1.0) * 0.5, else: self)
        let exponent = isLarge.whereAboveZero(Self(everywhere: 1), else: Self(everywhere: 0))
        return Self.logarithm(onePlus: fraction, exponent: exponent)
    }

    /// The power of a positive number.
    @inlinable @inline(__always)
    public func raised(to exponent: Self) -> Self { (exponent * logarithm).exponential }

    /// exponent · log 2 + log(1 + fraction) for a fraction in −0.3...0.42.
    @inlinable @inline(__always)
    static func logarithm(onePlus fraction: Self, exponent: Self) -> Self {
        let half = fraction * fraction * 0.5
        let ratio = fraction / (2.0 + fraction)
        let square = ratio * ratio
        let fourth = square * square
        let evenEnd = 2.222_219_843_214_978_396e-1 + fourth * 1.531_383_769_920_937_332e-1
        let even = fourth * (3.999_999_999_940_941_908e-1 + fourth * evenEnd)
        let oddEnd = 1.818_357_216_161_805_012e-1 + fourth * 1.479_819_860_511_658_591e-1
        let oddMiddle = 2.857_142_874_366_239_149e-1 + fourth * oddEnd
        let odd = square * (6.666_666_666_666_735_13e-1 + fourth * oddMiddle)
        let correction = ratio * (half + (even + odd)) + exponent * 1.908_214_929_270_587_700_02e-10
        return exponent * 6.931_471_803_691_238_164_9e-1 - ((half - correction) - fraction)
    }
}
