import RealModule

extension InferencePlan {
    /// The open finding, as a position in the network, whose absence saves most for the information lost; nil when
    /// nothing is open.
    ///
    /// Savings are measured in halvings of the costliest part's price, information by how surprising the observation
    /// is when each cause is judged on its own.
    func findingToLeaveOut() -> Int? {
        guard let part = parts.max(by: { $0.cost.operations < $1.cost.operations }) else { return nil }
        let problem = part.problem
        var best: (finding: Int, score: Double)?
        for local in problem.findings.indices {
            let smaller = problem.without(local)
            var pricing = Pricing(smaller)
            let price = pricing.price(of: part.order.filter { $0 != local }, limit: .infinity)
            let saving = Double.log2(max(part.cost.operations, 1) / max(price, 1))
            let finding = problem.findings[local]
            let score = (saving + 1) / (surprise(of: finding) + 0.1)
            if score > best?.score ?? -.infinity { best = (finding, score) }
        }
        return best.map { reduction.open[$0.finding].index }
    }

    private func surprise(of finding: Int) -> Double {
        let open = reduction.open[finding]
        var (on, off) = (open.on, open.off)
        for link in open.links {
            let turned = off * reduction.active[link.hypothesis] * link.gain
            on += turned
            off -= turned
        }
        return -.log(max(open.ifPresent * on + open.ifAbsent * off, 1e-300))
    }
}

extension OpeningProblem {
    /// The same problem with one finding taken out of every signature.
    ///
    /// The finding keeps its position, with nothing to sweep, so that orders stay comparable.
    fileprivate func without(_ finding: Int) -> OpeningProblem {
        var copy = self
        copy.signatures = signatures.compactMap { signature in
            let rest = signature.findings.filter { $0 != finding }
            guard rest.count > 1 else { return nil }
            return Signature(findings: rest, blocks: signature.blocks, passes: signature.passes)
        }
        return copy
    }
}
