import RealModule

extension Sweep {
    /// Runs both passes.
    ///
    /// - Parameters:
    ///   - masses: Receives the masses of every hypothesis and group of this part.
    ///   - work: Is increased by the table entries touched.
    /// - Returns: The log of this part's probability.
    func run(into masses: inout Masses, work: inout Int) throws(InferenceError) -> Double {
        var memory = [Lanes](repeating: .zero, count: stored + 2 * largest)
        var tables = memory.mutableSpan
        let logMass = forward(&tables, work: &work)
        guard logMass > -.infinity else { throw .contradiction }
        backward(&tables, masses: &masses, work: &work)
        return logMass
    }

    private func forward(_ tables: inout MutableSpan<Lanes>, work: inout Int) -> Double {
        var exponent = 0
        tables[0] = Lanes(1, 0, 0, 0)
        for move in moves {
            let count = lanesCount(live: move.live)
            let next = move.start + count
            switch move.kind {
            case .open(let finding):
                guard let chain = leaves[finding] else { continue }
                tables.open(from: move.start, to: next, live: move.live, off: chain.off, on: chain.on)
                exponent -= exponents[finding]
            case .close(let finding, let position):
                let (ifAbsent, ifPresent) = likelihoods(of: finding)
                tables.close(
                    from: move.start, to: next, live: move.live, position: position,
                    ifAbsent: ifAbsent, ifPresent: ifPresent)
                exponent += tables.rescale(at: next, count: lanesCount(live: move.live - 1))
            case .activate(let hypothesis, let range):
                let (active, inactive) = weights(of: hypothesis)
                var source = move.start
                for index in range {
                    tables.spread(
                        from: source, to: next, count: count, spreads[index].weighted(source == next ? 1 : active))
                    source = next
                }
                tables.add(inactive, times: move.start, to: next, count: count)
                work += 4 * count * (range.count + 1)
            }
            work += 4 * count
        }
        return .log(tables[stored - 1][0]) + Double(exponent) * .log(2)
    }

    private func backward(_ tables: inout MutableSpan<Lanes>, masses: inout Masses, work: inout Int) {
        var (beta, spare) = (stored, stored + largest)
        tables[beta] = Lanes(1, 0, 0, 0)
        for move in moves.reversed() {
            let count = lanesCount(live: move.live)
            switch move.kind {
            case .open(let finding):
                guard let chain = leaves[finding] else { continue }
                let (ifOff, ifOn) = tables.unopen(
                    beta, before: move.start, live: move.live, off: chain.off, on: chain.on)
                chain.distribute(ifOn: ifOn, ifOff: ifOff, to: &masses)
                _ = tables.rescale(at: beta, count: count)
            case .close(let finding, let position):
                let (ifAbsent, ifPresent) = likelihoods(of: finding)
                tables.unclose(
                    from: beta, to: spare, live: move.live, position: position,
                    ifAbsent: ifAbsent, ifPresent: ifPresent)
                swap(&beta, &spare)
            case .activate(let hypothesis, let range):
                settle(hypothesis, range, move, beta: beta, spare: spare, tables: &tables, masses: &masses)
                work += 4 * count * (range.count + 2)
            }
            work += 4 * count
        }
    }

    /// Passes one hypothesis backwards and notes the masses of its two states and of its group.
    private func settle(
        _ hypothesis: Int, _ range: Range<Int>, _ move: Move, beta: Int, spare: Int,
        tables: inout MutableSpan<Lanes>, masses: inout Masses
    ) {
        let count = lanesCount(live: move.live)
        let (active, inactive) = weights(of: hypothesis)
        if move.endsBlock, move.group >= 0 {
            masses.some[move.group] = 0
            masses.none[move.group] = tables.dot(move.blockStart, beta, count: count)
        }
        var source = beta
        for index in range {
            tables.gather(
                from: source, to: spare, count: count, spreads[index].weighted(source == spare ? 1 : active))
            source = spare
        }
        if move.group >= 0 {
            // "This one is active and no earlier member": the earlier members' factors follow as they are passed.
            masses.some[move.group] =
                masses.some[move.group] * inactive + tables.dot(move.blockStart, spare, count: count)
            masses.none[move.group] *= inactive
        }
        let (ifActive, ifInactive) = tables.recombine(
            beta, with: spare, before: move.start, inactive: inactive, count: count)
        masses.active[hypothesis] = ifActive
        masses.inactive[hypothesis] = ifInactive * inactive
    }
}

extension Spread {
    /// The same with every factor multiplied by a weight.
    fileprivate func weighted(_ weight: Double) -> Spread {
        Spread(position: position, stay: stay * weight, gain: gain * weight, keep: keep * weight)
    }
}
