/// A reduced network cut into independent parts, each with an order and a price.
struct InferencePlan {
    /// Findings and blocks that no other part touches.
    struct Part {
        let problem: OpeningProblem
        let order: [Int]
        let cost: OpeningProblem.Cost
    }

    let reduction: Reduction
    let map: CauseMap
    let parts: [Part]

    /// - Parameter similar: A posterior whose order may serve again.
    init(_ network: NoisyOrNetwork, _ reduction: Reduction, like similar: Posterior?) {
        self.reduction = reduction
        map = CauseMap(reduction, network: network)
        parts = Self.parts(of: reduction, map, rank: similar.map { Self.rank($0.openingOrder, in: network) })
    }

    /// Predicted cost of all parts: the sum of the operations, the largest table.
    var cost: OpeningProblem.Cost {
        parts.reduce(into: .init()) { total, part in
            total.operations += part.cost.operations
            total.peak = max(total.peak, part.cost.peak)
        }
    }

    func carryOut(_ network: NoisyOrNetwork) throws(InferenceError) -> Posterior {
        var masses = Masses(reduction, groups: network.groups.count)
        var logEvidence = reduction.logScale
        var work = 0
        var order: [Int] = []
        for part in parts {
            let sweep = Sweep(
                part.problem, order: part.order, peak: part.cost.peak, reduction: reduction, map: map)
            logEvidence += try sweep.run(into: &masses, work: &work)
            order += part.order.map { reduction.open[part.problem.findings[$0]].index }
        }
        masses.finish(network, map)
        return Posterior(
            marginals: masses.active, groupMarginals: masses.some, logEvidence: logEvidence, exactness: .exact,
            work: work, complements: masses.inactive, groupComplements: masses.none, openingOrder: order)
    }

    private static func rank(_ order: [Int], in network: NoisyOrNetwork) -> [Int] {
        var rank = [Int](repeating: .max, count: network.findings.count)
        for (position, finding) in order.enumerated() { rank[finding] = position }
        return rank
    }

    private static func parts(of reduction: Reduction, _ map: CauseMap, rank: [Int]?) -> [Part] {
        var sets = DisjointSets(count: reduction.open.count)
        for block in map.coupling {
            for finding in block.findings.dropFirst() { sets.join(block.findings[0], finding) }
        }
        var partOfRoot = [Int](repeating: -1, count: reduction.open.count)
        var findings: [[Int]] = []
        for finding in reduction.open.indices {
            let root = sets.root(of: finding)
            if partOfRoot[root] < 0 {
                partOfRoot[root] = findings.count
                findings.append([])
            }
            findings[partOfRoot[root]].append(finding)
        }
        var blocks = [[Int]](repeating: [], count: findings.count)
        for (position, block) in map.coupling.enumerated() {
            blocks[partOfRoot[sets.root(of: block.findings[0])]].append(position)
        }
        return findings.indices.map { part in
            let problem = OpeningProblem(findings: findings[part], blocks: blocks[part], map: map)
            let hint = rank.flatMap { rank in problem.order(ranking: { rank[reduction.open[$0].index] }) }
            let (order, cost) = problem.solve(hint: hint)
            return Part(problem: problem, order: order, cost: cost)
        }
    }
}

extension OpeningProblem {
    /// The order given by ranks, or nil when some finding has none.
    fileprivate func order(ranking rank: (Int) -> Int) -> [Int]? {
        guard findings.allSatisfy({ rank($0) < .max }) else { return nil }
        return findings.indices.sorted { rank(findings[$0]) < rank(findings[$1]) }
    }
}

/// Union-find with path halving.
private struct DisjointSets {
    private var parent: [Int]

    init(count: Int) { parent = Array(0..<count) }

    mutating func root(of element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }

    mutating func join(_ first: Int, _ second: Int) {
        parent[root(of: first)] = root(of: second)
    }
}
