import RealModule

/// A network with the evidence folded in, cut down to what still needs joint treatment.
///
/// Absent findings factorise over their causes, so they only change weights. What stays open are findings whose
/// observation leaves at least two undecided causes.
///
/// Weights are kept as pairs for "active" and "inactive" that add up to one; every factor taken out on the way is
/// in `logScale`. An odds below 1e-300 counts as impossible.
struct Reduction {
    /// A finding whose observation couples its remaining causes.
    struct OpenFinding {
        /// Position in the network.
        let index: Int
        /// Likelihood of the observation when the finding is there; the larger of the two likelihoods is one.
        let ifPresent: Double
        /// Likelihood of the observation when it is not.
        let ifAbsent: Double
        /// Mass with which leak and certain causes turn the finding on.
        var on: Double
        /// Mass with which they leave it off.
        var off: Double
        /// Undecided causes.
        var links: [Link]
    }

    /// An undecided cause of an open finding.
    struct Link {
        let hypothesis: Int
        /// The chance that the active cause turns the finding on.
        let gain: Double
        /// One minus `gain`.
        let keep: Double
    }

    private(set) var active: [Double]
    private(set) var inactive: [Double]
    private(set) var open: [OpenFinding] = []
    private(set) var logScale: Double
    /// A pending factor of the evidence, kept as a product so that few logarithms are taken.
    private var pending = 1.0

    /// Folds evidence into a network, without the findings in `ignored`.
    init(
        _ network: NoisyOrNetwork, evidence: Evidence, ignoring ignored: [Int] = []
    ) throws(InferenceError) {
        guard evidence.observations.count == network.findings.count, evidence.ifActive.count == network.priors.count
        else { throw .differentNetwork }
        active = network.priors
        inactive = network.priors
        logScale = evidence.logScale
        for hypothesis in active.indices {
            let (ifActive, ifInactive) = (evidence.ifActive[hypothesis], evidence.ifInactive[hypothesis])
            guard ifActive >= 0, ifInactive >= 0, ifActive.isFinite, ifInactive.isFinite else {
                throw .invalidWeights(hypothesis: hypothesis)
            }
            active[hypothesis] *= ifActive
            inactive[hypothesis] = (1 - inactive[hypothesis]) * ifInactive
        }
        for index in network.findings.indices {
            guard let observation = evidence.observations[index] else { continue }
            let (ifPresent, ifAbsent) = observation.likelihoods
            guard ifPresent >= 0, ifAbsent >= 0, ifPresent.isFinite, ifAbsent.isFinite, ifPresent + ifAbsent > 0
            else { throw .invalidObservation(finding: index) }
            if ignored.contains(index) { continue }
            try absorb(network.findings[index], index: index, ifPresent: ifPresent, ifAbsent: ifAbsent)
        }
        for hypothesis in active.indices { try normalise(hypothesis) }
        try settle()
        logScale += .log(pending)
    }

    /// Turns an observation into weights where it factorises, and opens the finding where it does not.
    private mutating func absorb(
        _ finding: NoisyOrNetwork.Finding, index: Int, ifPresent: Double, ifAbsent: Double
    ) throws(InferenceError) {
        try take(max(ifPresent, ifAbsent))
        if ifPresent == ifAbsent { return }
        if ifPresent == 0 {
            try take(1 - finding.leak)
            for link in finding.links { active[link.hypothesis] *= 1 - link.strength }
            return
        }
        let largest = max(ifPresent, ifAbsent)
        open.append(
            OpenFinding(
                index: index, ifPresent: ifPresent / largest, ifAbsent: ifAbsent / largest,
                on: finding.leak, off: 1 - finding.leak,
                links: finding.links.map {
                    Link(hypothesis: $0.hypothesis, gain: $0.strength, keep: 1 - $0.strength)
                }))
    }

    /// Decides what can be decided without joint treatment, until nothing changes any more.
    ///
    /// A cause with only one possible state stops being a cause, and a finding with at most one undecided cause
    /// becomes a weight of that cause, which may decide it in turn.
    private mutating func settle() throws(InferenceError) {
        var changed = true
        while changed {
            changed = false
            var stillOpen: [OpenFinding] = []
            for var finding in open {
                dropDecided(from: &finding)
                if finding.links.count > 1, finding.off > 0 {
                    stillOpen.append(finding)
                } else {
                    changed = true
                    try close(finding)
                }
            }
            open = stillOpen
        }
    }

    /// Takes out the causes that are certain, one way or the other.
    private func dropDecided(from finding: inout OpenFinding) {
        for link in finding.links where inactive[link.hypothesis] == 0 {
            finding.on += finding.off * link.gain
            finding.off *= link.keep
        }
        finding.links.removeAll { link in
            link.gain == 0 || active[link.hypothesis] == 0 || inactive[link.hypothesis] == 0
        }
    }

    private mutating func close(_ finding: OpenFinding) throws(InferenceError) {
        guard finding.off > 0, let link = finding.links.first else {
            return try take(finding.ifPresent * finding.on + finding.ifAbsent * finding.off)
        }
        active[link.hypothesis] *=
            finding.ifPresent * (finding.on + finding.off * link.gain) + finding.ifAbsent * finding.off * link.keep
        inactive[link.hypothesis] *= finding.ifPresent * finding.on + finding.ifAbsent * finding.off
        try normalise(link.hypothesis)
    }

    private mutating func normalise(_ hypothesis: Int) throws(InferenceError) {
        let total = active[hypothesis] + inactive[hypothesis]
        try take(total)
        active[hypothesis] /= total
        inactive[hypothesis] /= total
    }

    private mutating func take(_ factor: Double) throws(InferenceError) {
        guard factor > 0 else { throw .contradiction }
        guard (1e-150...1e150).contains(factor) else {
            logScale += .log(factor)
            return
        }
        pending *= factor
        if pending < 1e-150 || pending > 1e150 {
            logScale += .log(pending)
            pending = 1
        }
    }
}
