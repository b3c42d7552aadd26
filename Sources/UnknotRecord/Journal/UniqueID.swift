/// The name of one thing that this program made, unique everywhere and sorted by when it was made: a UUID of version 7
/// (RFC 9562), in lower case.
///
/// The subject is part of the type, so that a person can never stand where an entry is meant.
public struct UniqueID<Subject>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The first and the last 64 bits.
    private let high: UInt64
    private let low: UInt64

    /// Makes a new one.
    ///
    /// - Parameters:
    ///   - moment: When; the first 48 bits are its milliseconds since 1970.
    ///   - random: Gives the other 74 bits; from a cryptographic source where the id must not be guessed.
    public init(at moment: Moment, using random: inout some RandomNumberGenerator) {
        let milliseconds = UInt64(clamping: moment.milliseconds) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | random.next() & 0xFFF
        low = 0x8000_0000_0000_0000 | random.next() & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Makes one that sorts after another, also when the clock has not moved on or went back.
    ///
    /// - Parameters:
    ///   - last: The one before.
    ///   - moment: When.
    ///   - random: As for ``init(at:using:)``. Within one millisecond the last id is increased by a random step below
    ///     2³² (RFC 9562, monotonic random), so that the next one cannot be guessed from it.
    public init(after last: Self, at moment: Moment, using random: inout some RandomNumberGenerator) {
        let fresh = Self(at: moment, using: &random)
        if last < fresh, fresh.high >> 16 != last.high >> 16 {
            self = fresh
            return
        }
        let step = random.next() & 0xFFFF_FFFF &+ 1
        let sum = (last.low & 0x3FFF_FFFF_FFFF_FFFF) + step
        low = 0x8000_0000_0000_0000 | sum & 0x3FFF_FFFF_FFFF_FFFF
        // What is carried over goes through the 12 random bits above, past the version, into the milliseconds.
        let upper = (last.high & 0xFFF) + (sum >> 62)
        high = ((last.high >> 16) &+ (upper >> 12)) << 16 | 0x7000 | upper & 0xFFF
    }

    /// Reads the usual form, `0190b6a1-7c3e-7abc-8def-0123456789ab`, in either case; any version is taken.
    public init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 36 else { return nil }
        var words: [UInt64] = [0, 0]
        var digits = 0
        for (position, byte) in bytes.enumerated() {
            if [8, 13, 18, 23].contains(position) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = Self.digit(byte) else { return nil }
            words[digits / 16] = words[digits / 16] << 4 | digit
            digits += 1
        }
        (high, low) = (words[0], words[1])
    }

    private static func digit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    /// The usual form, 36 characters in lower case.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (word, lengths) in [(high, [8, 4, 4]), (low, [4, 12])] {
            var shift = 64
            for length in lengths {
                if !text.isEmpty { text.append(UInt8(ascii: "-")) }
                for _ in 0..<length {
                    shift -= 4
                    text.append(digits[Int(word >> UInt64(shift) & 0xF)])
                }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The order of the texts, which for version 7 is the order of making, to the millisecond.
    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}

extension Vocabulary {
    /// Someone whose record is kept.
    public enum Person {}
    /// One entry of a journal.
    public enum Entry {}
}

/// Names someone whose record is kept.
public typealias PersonID = UniqueID<Vocabulary.Person>
/// Names one entry of a journal.
public typealias EntryID = UniqueID<Vocabulary.Entry>
