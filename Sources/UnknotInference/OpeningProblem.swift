/// Which findings a sweep opens one after another, and what that costs.
///
/// Blocks with the same findings are interchangeable and form one *signature*. A signature is swept as soon as all
/// its findings are open, and a finding is closed as soon as all its signatures are swept, so the order of opening
/// decides everything. Finding the best order is a path-width problem; a greedy start and a local search get close.
struct OpeningProblem {
    /// Blocks with the same set of findings.
    struct Signature {
        /// Positions in `OpeningProblem.findings`.
        let findings: [Int]
        /// Positions in `CauseMap.coupling`.
        var blocks: [Int]
        /// Table passes that all these blocks need together.
        var passes: Double
    }

    /// One move of a sweep.
    enum Step {
        case open(Int)
        case sweep(signature: Int)
        case close(Int)
    }

    /// Predicted cost of an order.
    struct Cost {
        var operations = 0.0
        var peak = 0
    }

    /// The component's findings, as positions in `Reduction.open`.
    let findings: [Int]
    var signatures: [Signature] = []
    private(set) var signaturesOfFinding: [[Int]]

    init(findings: [Int], blocks: [Int], map: CauseMap) {
        self.findings = findings
        var local = [Int](repeating: 0, count: map.leaves.count)
        for (position, finding) in findings.enumerated() { local[finding] = position }
        var ofFinding = [[Int]](repeating: [], count: findings.count)
        // Sorting brings equal sets together; hashing would need a random seed, which a browser sandbox lacks.
        let sorted = blocks.sorted { map.coupling[$0].findings.lexicographicallyPrecedes(map.coupling[$1].findings) }
        for block in sorted {
            let key = map.coupling[block].findings.map { local[$0] }
            let passes = map.coupling[block].members.reduce(0.0) { $0 + 2 * Double(map.effects(of: $1).count) + 5 }
            if signatures.last?.findings == key {
                signatures[signatures.count - 1].blocks.append(block)
                signatures[signatures.count - 1].passes += passes
            } else {
                for finding in key { ofFinding[finding].append(signatures.count) }
                signatures.append(Signature(findings: key, blocks: [block], passes: passes))
            }
        }
        signaturesOfFinding = ofFinding
    }

    /// Plays an order through, reporting every step to `visit` and returning the predicted cost.
    @discardableResult
    func play(_ order: [Int], visit: (Step) -> Void = { _ in }) -> Cost {
        var cost = Cost()
        var live = 0
        var missing = signatures.map { $0.findings.count }
        var unswept = signaturesOfFinding.map { $0.count }
        for finding in order {
            live += 1
            cost.peak = max(cost.peak, live)
            let size = Double(sign: .plus, exponent: live, significand: 1)
            cost.operations += 3 * size
            visit(.open(finding))
            if unswept[finding] == 0 {
                visit(.close(finding))
                live -= 1
            }
            for signature in signaturesOfFinding[finding] {
                missing[signature] -= 1
                guard missing[signature] == 0 else { continue }
                visit(.sweep(signature: signature))
                let size = Double(sign: .plus, exponent: live, significand: 1)
                cost.operations += signatures[signature].passes * size
                for other in signatures[signature].findings {
                    unswept[other] -= 1
                    guard unswept[other] == 0 else { continue }
                    visit(.close(other))
                    live -= 1
                    cost.operations += 2 * size
                }
            }
        }
        return cost
    }
}
