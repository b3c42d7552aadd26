import RealModule

/// A yes-or-no question about the hypotheses: "is this one active?", "is any of these active?".
struct Question {
    /// Its hypotheses.
    let members: [Int]
    /// Its probability, and that of the opposite, without the findings left out.
    let yes: Double
    let no: Double
}

/// A range that surely holds a number, with a best guess.
struct Enclosure {
    var lower: Double
    var guess: Double
    var upper: Double
}

/// An observed finding that was too costly to treat jointly with the others.
///
/// How likely its observation is, given the answer to a question, is known exactly on its own: one posterior with the
/// finding absent tells. What stays unknown is only how several such findings depend on each other.
struct LeftOutFinding {
    private let finding: NoisyOrNetwork.Finding
    private let ifPresent: Double
    private let ifAbsent: Double
    /// The posterior if the finding were absent, or nil when it cannot be.
    private let absent: Posterior?
    private let logAbsent: Double
    /// For each hypothesis the chance that it fails to turn the finding on, nil when it is no possible cause.
    private var fails: [Double?]
    private var certainFail: Double
    private var nonzeroProduct: Double
    private var zeros = 0

    /// The rounding error allowed for in likelihoods, which are at most one.
    private static let rounding = 1e-12

    init(
        _ finding: NoisyOrNetwork.Finding, likelihoods: (ifPresent: Double, ifAbsent: Double),
        base: Posterior, absent: Posterior?
    ) {
        self.finding = finding
        (ifPresent, ifAbsent) = likelihoods
        self.absent = absent
        logAbsent = absent.map { $0.logEvidence - base.logEvidence } ?? -.infinity
        fails = Array(repeating: nil, count: base.marginals.count)
        certainFail = 1 - finding.leak
        nonzeroProduct = 1 - finding.leak
        for link in finding.links where base.marginals[link.hypothesis] > 0 {
            fails[link.hypothesis] = 1 - link.strength
            if base.complements[link.hypothesis] == 0 { certainFail *= 1 - link.strength }
            if link.strength < 1 { nonzeroProduct *= 1 - link.strength } else { zeros += 1 }
        }
    }

    /// How likely the observation is when nothing else is known.
    var likelihood: Double { likelihood(ifAbsentHas: min(1, .exp(logAbsent))) }

    /// How likely the observation is given the answer to a question: what it can be, and its mean.
    ///
    /// - Parameters:
    ///   - answer: The answer given.
    ///   - absentShare: The probability of that answer if the finding were absent.
    func likelihood(_ question: Question, answer: Bool, absentShare: Double) -> (range: Enclosure, mean: Enclosure) {
        let memberFails = question.members.compactMap { fails[$0] }
        var (lowest, highest) = (zeros == 0 ? nonzeroProduct : 0, certainFail)
        if answer {
            // At least one member is active: at best for "absent", the one that is least able to cause it.
            if !question.members.isEmpty, memberFails.count == question.members.count, certainFail > 0 {
                highest = min(highest, (1 - finding.leak) * (memberFails.max() ?? 1))
            }
        } else {
            let remainingZeros = zeros - memberFails.count { $0 == 0 }
            let withoutMembers = memberFails.reduce(nonzeroProduct) { $1 > 0 ? $0 / $1 : $0 }
            lowest = remainingZeros == 0 ? withoutMembers : 0
        }
        highest = max(highest, lowest)
        let share = answer ? question.yes : question.no
        let mean = share > 0 ? min(1, Double.exp(logAbsent) * absentShare / share) : highest
        let ends = (likelihood(ifAbsentHas: lowest), likelihood(ifAbsentHas: highest))
        let range = Enclosure(
            lower: min(ends.0, ends.1), guess: 0, upper: max(ends.0, ends.1))
        let exact = likelihood(ifAbsentHas: mean)
        return (
            range,
            Enclosure(
                lower: max(range.lower, exact - Self.rounding), guess: min(max(exact, range.lower), range.upper),
                upper: min(range.upper, exact + Self.rounding))
        )
    }

    /// The probability of a "yes" and a "no" to a hypothesis if the finding were absent.
    func shares(ofHypothesis index: Int) -> (yes: Double, no: Double) {
        absent.map { ($0.marginals[index], $0.complements[index]) } ?? (0, 0)
    }

    /// The same for a group.
    func shares(ofGroup index: Int) -> (yes: Double, no: Double) {
        absent.map { ($0.groupMarginals[index], $0.groupComplements[index]) } ?? (0, 0)
    }

    private func likelihood(ifAbsentHas probability: Double) -> Double {
        ifPresent * (1 - probability) + ifAbsent * probability
    }
}
