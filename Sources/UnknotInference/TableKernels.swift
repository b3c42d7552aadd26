/// Four neighbouring entries of a table.
///
/// A table has one entry for each set of findings turned on; bit *p* of an entry's number says whether the finding
/// at position *p* is in the set. Positions 0 and 1 lie inside one `Lanes`, higher ones are strides between them.
/// Explicit lanes make every loop run over whole vectors, the low positions included. In tables of fewer than four
/// entries the unused lanes hold zero.
typealias Lanes = SIMD4<Double>

/// The number of `Lanes` in a table over that many findings.
func lanesCount(live: Int) -> Int { live <= 2 ? 1 : 1 << (live - 2) }

/// What a pass does to the two halves of a table that differ in one finding.
struct Spread {
    let position: Int
    /// Factor of entries with the finding on.
    let stay: Double
    /// Mass that moves from off to on.
    let gain: Double
    /// Factor of entries with the finding off.
    let keep: Double
}

extension MutableSpan<Lanes> {
    /// Turns a finding on with some chance: `on' = stay · on + gain · off`, `off' = keep · off`.
    ///
    /// Source and target may be the same place or must not overlap.
    mutating func spread(from source: Int, to target: Int, count: Int, _ spread: Spread) {
        let (stay, gain, keep) = (spread.stay, spread.gain, spread.keep)
        switch spread.position {
        case 0:
            let (same, up) = (Lanes(keep, stay, keep, stay), Lanes(0, gain, 0, gain))
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ index] = value * same + Lanes(value[0], value[0], value[2], value[2]) * up
            }
        case 1:
            let (same, up) = (Lanes(keep, keep, stay, stay), Lanes(0, 0, gain, gain))
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ index] = value * same + Lanes(lowHalf: value.lowHalf, highHalf: value.lowHalf) * up
            }
        default:
            let stride = 1 << (spread.position &- 2)
            var base = 0
            while base < count {
                for index in base..<base &+ stride {
                    let off = self[source &+ index]
                    let on = self[source &+ index &+ stride]
                    self[target &+ index] = off * keep
                    self[target &+ index &+ stride] = on * stay + off * gain
                }
                base &+= 2 &* stride
            }
        }
    }

    /// The transpose of `spread`: `off' = keep · off + gain · on`, `on' = stay · on`.
    mutating func gather(from source: Int, to target: Int, count: Int, _ spread: Spread) {
        let (stay, gain, keep) = (spread.stay, spread.gain, spread.keep)
        switch spread.position {
        case 0:
            let (same, down) = (Lanes(keep, stay, keep, stay), Lanes(gain, 0, gain, 0))
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ index] = value * same + Lanes(value[1], value[1], value[3], value[3]) * down
            }
        case 1:
            let (same, down) = (Lanes(keep, keep, stay, stay), Lanes(gain, gain, 0, 0))
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ index] =
                    value * same + Lanes(lowHalf: value.highHalf, highHalf: value.highHalf) * down
            }
        default:
            let stride = 1 << (spread.position &- 2)
            var base = 0
            while base < count {
                for index in base..<base &+ stride {
                    let off = self[source &+ index]
                    let on = self[source &+ index &+ stride]
                    self[target &+ index] = off * keep + on * gain
                    self[target &+ index &+ stride] = on * stay
                }
                base &+= 2 &* stride
            }
        }
    }

    /// Adds a multiple of one table to another.
    mutating func add(_ factor: Double, times source: Int, to target: Int, count: Int) {
        for index in 0..<count { self[target &+ index] += self[source &+ index] * factor }
    }

    /// Makes room for one more finding, at the highest position, split into off and on.
    mutating func open(from source: Int, to target: Int, live: Int, off: Double, on: Double) {
        switch live {
        case 0: self[target] = Lanes(self[source][0] * off, self[source][0] * on, 0, 0)
        case 1: self[target] = Lanes(lowHalf: self[source].lowHalf * off, highHalf: self[source].lowHalf * on)
        default:
            let count = lanesCount(live: live)
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ index] = value * off
                self[target &+ index &+ count] = value * on
            }
        }
    }

    /// Sums a finding out with its likelihoods; the positions above it move down by one.
    mutating func close(
        from source: Int, to target: Int, live: Int, position: Int, ifAbsent: Double, ifPresent: Double
    ) {
        let count = lanesCount(live: live - 1)
        switch position {
        case 0, 1:
            func summed(_ value: Lanes) -> SIMD2<Double> {
                position == 0
                    ? value.evenHalf * ifAbsent + value.oddHalf * ifPresent
                    : value.lowHalf * ifAbsent + value.highHalf * ifPresent
            }
            if live <= 2 {
                self[target] = Lanes(lowHalf: summed(self[source]), highHalf: .zero)
                return
            }
            for index in 0..<count {
                self[target &+ index] = Lanes(
                    lowHalf: summed(self[source &+ 2 &* index]), highHalf: summed(self[source &+ 2 &* index &+ 1]))
            }
        default:
            let stride = 1 << (position - 2)
            for index in 0..<count {
                let off = source &+ index &+ (index & ~(stride &- 1))
                self[target &+ index] = self[off] * ifAbsent + self[off &+ stride] * ifPresent
            }
        }
    }

    /// The transpose of `close`.
    mutating func unclose(
        from source: Int, to target: Int, live: Int, position: Int, ifAbsent: Double, ifPresent: Double
    ) {
        let count = lanesCount(live: live - 1)
        switch position {
        case 0, 1:
            func expanded(_ value: SIMD2<Double>) -> Lanes {
                position == 0
                    ? Lanes(value[0] * ifAbsent, value[0] * ifPresent, value[1] * ifAbsent, value[1] * ifPresent)
                    : Lanes(lowHalf: value * ifAbsent, highHalf: value * ifPresent)
            }
            if live <= 2 {
                self[target] = expanded(self[source].lowHalf)
                return
            }
            for index in 0..<count {
                let value = self[source &+ index]
                self[target &+ 2 &* index] = expanded(value.lowHalf)
                self[target &+ 2 &* index &+ 1] = expanded(value.highHalf)
            }
        default:
            let stride = 1 << (position - 2)
            for index in 0..<count {
                let off = target &+ index &+ (index & ~(stride &- 1))
                self[off] = self[source &+ index] * ifAbsent
                self[off &+ stride] = self[source &+ index] * ifPresent
            }
        }
    }

    /// Brings the largest entry of a table near one by a power of two, which costs no digits.
    ///
    /// - Returns: The power of two that was taken out, or 0 when the table was left alone.
    mutating func rescale(at start: Int, count: Int) -> Int {
        var largest = Lanes.zero
        for index in 0..<count { largest = pointwiseMax(largest, self[start &+ index]) }
        let top = largest.max()
        guard top > 0, top < 0x1p-100 || top > 0x1p100 else { return 0 }
        let exponent = Int(top.exponent)
        let factor = Double(sign: .plus, exponent: -exponent, significand: 1)
        for index in 0..<count { self[start &+ index] *= factor }
        return exponent
    }
}
