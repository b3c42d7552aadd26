/// The bit patterns behind powers of two, the same for every width.
@usableFromInline
enum LaneBits {
    /// Added to a whole number of modest size, it puts that number into the lowest bits of the sum: 1.5 · 2^52.
    @usableFromInline static let wholeNumbers = 0x1.8p52
    /// The bias of the exponent of a `Double`.
    @usableFromInline static let bias = 1023.0
    /// Where the exponent begins.
    @usableFromInline static let exponentShift: UInt64 = 52
    /// Moves the border between two exponents from a fraction of 1 to one of √½.
    @usableFromInline static let border: UInt64 = 0x0009_5f62_0000_0000
    /// The upper half of √½.
    @usableFromInline static let rootHalf: UInt64 = 0x3fe6_a09e_0000_0000
    /// The bits of the fraction.
    @usableFromInline static let fraction: UInt64 = 0x000f_ffff_ffff_ffff
    /// 2^52, whose lowest bits are free for a whole number.
    @usableFromInline static let wholeBits: UInt64 = 0x4330_0000_0000_0000
    /// 2^52 and the bias, to be taken off again.
    @usableFromInline static let wholeOffset = 0x1p52 + bias
}
