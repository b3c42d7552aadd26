extension MutableSpan<Lanes> {
    /// The scalar product of two tables.
    func dot(_ first: Int, _ second: Int, count: Int) -> Double {
        var sum = Lanes.zero
        for index in 0..<count { sum += self[first &+ index] * self[second &+ index] }
        return sum.sum()
    }

    /// Moves `beta` back over a hypothesis: `beta = inactive · beta + turned`.
    ///
    /// - Parameters:
    ///   - turned: The table after the transposed turning on, weighted with the active state.
    ///   - before: The forward table before the hypothesis.
    /// - Returns: The scalar products of the forward table with `turned` and with the old `beta`.
    mutating func recombine(
        _ beta: Int, with turned: Int, before: Int, inactive: Double, count: Int
    ) -> (ifActive: Double, ifInactive: Double) {
        var (ifActive, ifInactive) = (Lanes.zero, Lanes.zero)
        for index in 0..<count {
            let (alpha, old, on) = (self[before &+ index], self[beta &+ index], self[turned &+ index])
            ifActive += alpha * on
            ifInactive += alpha * old
            self[beta &+ index] = old * inactive + on
        }
        return (ifActive.sum(), ifInactive.sum())
    }

    /// Moves `beta` back over the opening of the finding at the highest position.
    ///
    /// - Returns: The scalar products of the forward table with the halves of `beta` that have the finding off and on.
    mutating func unopen(
        _ beta: Int, before: Int, live: Int, off: Double, on: Double
    ) -> (ifOff: Double, ifOn: Double) {
        let alpha = self[before]
        switch live {
        case 0:
            let value = self[beta]
            self[beta] = Lanes(value[0] * off + value[1] * on, 0, 0, 0)
            return (alpha[0] * value[0], alpha[0] * value[1])
        case 1:
            let value = self[beta]
            self[beta] = Lanes(lowHalf: value.lowHalf * off + value.highHalf * on, highHalf: .zero)
            return ((alpha.lowHalf * value.lowHalf).sum(), (alpha.lowHalf * value.highHalf).sum())
        default:
            let count = lanesCount(live: live)
            var (ifOff, ifOn) = (Lanes.zero, Lanes.zero)
            for index in 0..<count {
                let alpha = self[before &+ index]
                let (low, high) = (self[beta &+ index], self[beta &+ index &+ count])
                ifOff += alpha * low
                ifOn += alpha * high
                self[beta &+ index] = low * off + high * on
            }
            return (ifOff.sum(), ifOn.sum())
        }
    }
}
