extension OpeningProblem {
    /// A good order and its cost.
    ///
    /// - Parameter hint: An order that served a similar problem, as positions in `findings`.
    func solve(hint: [Int]?) -> (order: [Int], cost: Cost) {
        if let hint, hint.count == findings.count { return (hint, play(hint)) }
        var best = greedy(from: nil)
        if findings.count > 2 {
            var pricing = Pricing(self)
            var price = pricing.price(of: best, limit: .infinity)
            let starts = findings.indices.sorted { signaturesOfFinding[$0].count < signaturesOfFinding[$1].count }
            for start in starts.prefix(price > 1e5 ? 6 : 1) {
                let order = greedy(from: start)
                let candidate = pricing.price(of: order, limit: price)
                if candidate < price { (best, price) = (order, candidate) }
            }
            improve(&best, price: price, &pricing)
        }
        return (best, play(best))
    }

    /// Closes one finding after another, each time the one that needs the fewest others to be opened.
    private func greedy(from start: Int?) -> [Int] {
        var order: [Int] = []
        var isOpen = [Bool](repeating: false, count: findings.count)
        var isClosed = isOpen
        for step in findings.indices where order.count < findings.count {
            var best = -1
            var bestNeeded: [Int] = []
            for finding in findings.indices where !isClosed[finding] {
                if step == 0, let start, finding != start { continue }
                let needed = unopened(toClose: finding, isOpen: isOpen)
                if best < 0 || needed.count < bestNeeded.count { (best, bestNeeded) = (finding, needed) }
            }
            isClosed[best] = true
            // Far-reaching findings first: what only they explain is then swept in small tables.
            for finding in bestNeeded.sorted(by: { signaturesOfFinding[$0].count > signaturesOfFinding[$1].count }) {
                isOpen[finding] = true
                order.append(finding)
            }
        }
        return order
    }

    private func unopened(toClose finding: Int, isOpen: [Bool]) -> [Int] {
        var seen = isOpen
        var needed: [Int] = []
        if !isOpen[finding] {
            seen[finding] = true
            needed.append(finding)
        }
        for signature in signaturesOfFinding[finding] {
            for other in signatures[signature].findings where !seen[other] {
                seen[other] = true
                needed.append(other)
            }
        }
        return needed
    }

    /// Moves single findings to other places while that pays, spending a small part of what the sweep will cost.
    private func improve(_ order: inout [Int], price: Double, _ pricing: inout Pricing) {
        var price = price
        var allowance = min(price / 10, 1e8) / pricing.effort
        var improved = true
        while improved, allowance > 1 {
            improved = false
            for from in order.indices {
                for to in order.indices where to != from && allowance > 1 {
                    let finding = order.remove(at: from)
                    order.insert(finding, at: to)
                    allowance -= 1
                    let candidate = pricing.price(of: order, limit: price)
                    if candidate < price {
                        (price, improved) = (candidate, true)
                    } else {
                        order.remove(at: to)
                        order.insert(finding, at: from)
                    }
                }
            }
        }
    }
}

/// Prices orders fast, from flat arrays, a little above what a sweep really costs.
struct Pricing {
    /// About how many table operations take as long as pricing one order.
    let effort: Double

    private var start: [Int] = [0]
    private var members: [Int] = []
    private var passes: [Double] = []
    private var rank: [Int]
    private var lastUse: [Int]
    private var load: [Double]
    private var closing: [Int]

    init(_ problem: OpeningProblem) {
        for signature in problem.signatures {
            members += signature.findings
            start.append(members.count)
            passes.append(signature.passes)
        }
        rank = Array(repeating: 0, count: problem.findings.count)
        lastUse = rank
        closing = rank
        load = Array(repeating: 0, count: problem.findings.count)
        effort = 100 + 4 * Double(members.count)
    }

    /// The predicted operations of an order; any number above `limit` once that is sure to be exceeded.
    mutating func price(of order: [Int], limit: Double) -> Double {
        for (position, finding) in order.enumerated() {
            rank[finding] = position
            lastUse[finding] = position
            load[position] = 5
            closing[position] = 0
        }
        for signature in passes.indices {
            let range = start[signature]..<start[signature + 1]
            var ready = 0
            for index in range { ready = max(ready, rank[members[index]]) }
            for index in range { lastUse[members[index]] = max(lastUse[members[index]], ready) }
            load[ready] += passes[signature]
        }
        for finding in order { closing[lastUse[finding]] += 1 }
        var total = 0.0
        var size = 1.0
        for position in load.indices {
            size *= 2
            total += load[position] * size
            if total > limit { return total }
            for _ in 0..<closing[position] { size /= 2 }
        }
        return total
    }
}
