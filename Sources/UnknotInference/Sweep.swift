import RealModule

/// One connected part of the reduced network, swept by explanation-set elimination.
///
/// The table `alpha[S]` holds, for each set S of open findings, the probability that exactly the findings in S are
/// turned on by the hypotheses passed so far. A hypothesis with weights w0 and w1 maps it to
///
///     alpha' = w0 · alpha + w1 · (turn on each of its findings with its strength) alpha
///
/// A finding is opened before its first cause, already with its leak, and summed out with its likelihoods after its
/// last. The cost is exponential only in how many findings are open at once, and every term is at least zero, so
/// unlike in Heckerman's quickscore, which adds and subtracts over subsets of all positive findings, nothing cancels.
/// A backward pass with the transposed maps gives all marginals.
///
/// To keep sets that need many rare events from underflowing, "on" is overweighted for each finding by a power of
/// two near one over its chance, and the result corrected.
///
/// References: Heckerman, "A tractable inference algorithm for diagnosing multiple diseases", UAI 1989; the
/// factorisation of the OR: Zhang and Poole, JAIR 5, 1996; Díez and Galán, Int. J. Intelligent Systems 18, 2003.
struct Sweep {
    enum Kind {
        case open(finding: Int)
        case activate(hypothesis: Int, spreads: Range<Int>)
        case close(finding: Int, position: Int)
    }

    /// One step with what is known about it before any number is computed.
    struct Move {
        let kind: Kind
        /// Open findings before the move.
        let live: Int
        /// Where the table before the move starts.
        let start: Int
        /// Where the table before the first member of the same block starts.
        var blockStart = 0
        /// Whether it is the last member of its block.
        var endsBlock = false
        var group = -1
    }

    private(set) var moves: [Move] = []
    private(set) var spreads: [Spread] = []
    /// The leaf chain of each open finding of the reduction that this part holds.
    private(set) var leaves: [LeafChain?]
    /// The power of two by which "on" is overweighted, for each open finding of the reduction.
    private(set) var exponents: [Int]
    /// Lanes needed by all tables of the forward pass.
    private(set) var stored = 0
    /// Lanes of the largest table.
    private(set) var largest = 1

    private let reduction: Reduction
    private let map: CauseMap

    init(_ problem: OpeningProblem, order: [Int], peak: Int, reduction: Reduction, map: CauseMap) {
        self.reduction = reduction
        self.map = map
        leaves = Array(repeating: nil, count: reduction.open.count)
        exponents = Array(repeating: 0, count: reduction.open.count)
        let limit = min(60, 600 / max(1, peak))
        for finding in problem.findings {
            let open = reduction.open[finding]
            let chance = open.links.reduce(open.on) { $0 + reduction.active[$1.hypothesis] * $1.gain }
            let exponent = chance > 0 ? min(limit, max(0, -Int(chance.exponent))) : 0
            exponents[finding] = exponent
            leaves[finding] = LeafChain(
                open, blocks: map.leaves[finding], reduction: reduction, map: map, scale: Self.power(exponent))
        }
        var positions: [Int] = []
        problem.play(order) { step in
            switch step {
            case .open(let local):
                append(.open(finding: problem.findings[local]), live: positions.count)
                positions.append(problem.findings[local])
            case .close(let local):
                let finding = problem.findings[local]
                guard let position = positions.firstIndex(of: finding) else { return }
                append(.close(finding: finding, position: position), live: positions.count)
                positions.remove(at: position)
            case .sweep(let signature):
                for block in problem.signatures[signature].blocks {
                    append(map.coupling[block], positions: positions)
                }
            }
        }
        stored += 1
    }

    static func power(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }

    private mutating func append(_ kind: Kind, live: Int) {
        moves.append(Move(kind: kind, live: live, start: stored))
        stored += lanesCount(live: live)
        largest = max(largest, lanesCount(live: live + 1))
    }

    private mutating func append(_ block: Block, positions: [Int]) {
        let blockStart = stored
        for hypothesis in block.members {
            let first = spreads.count
            for effect in map.effects(of: hypothesis) {
                guard let position = positions.firstIndex(of: effect.finding) else { continue }
                let scale = Self.power(exponents[effect.finding])
                spreads.append(Spread(position: position, stay: 1, gain: effect.gain * scale, keep: effect.keep))
            }
            append(.activate(hypothesis: hypothesis, spreads: first..<spreads.count), live: positions.count)
            moves[moves.count - 1].blockStart = blockStart
            moves[moves.count - 1].group = block.group
        }
        moves[moves.count - 1].endsBlock = true
    }

    /// The likelihoods of an open finding, the one for "absent" corrected for the overweight of "on".
    func likelihoods(of finding: Int) -> (ifAbsent: Double, ifPresent: Double) {
        let open = reduction.open[finding]
        return (open.ifAbsent * Self.power(exponents[finding]), open.ifPresent)
    }

    func weights(of hypothesis: Int) -> (active: Double, inactive: Double) {
        (reduction.active[hypothesis], reduction.inactive[hypothesis])
    }
}
