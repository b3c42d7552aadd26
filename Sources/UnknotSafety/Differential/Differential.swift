import RealModule
public import UnknotAtlas
public import UnknotRecord

/// Weighs sources of pain other than trigger points by the likelihood ratios of the answers.
///
/// Trigger points are left out on purpose: what speaks for a nerve root, an organ or a serious disease must not be
/// explained away by a knot, so nothing that is found out about knots can lower these probabilities. (In Bayesian
/// networks this is known as a cut: information flows from here to the knots and never back; Plummer, "Cuts in
/// Bayesian graphical models", Stat Comput 2015.)
///
/// Answers that overlap form a group: the strongest counts in full, each further one with its logarithm halved, and one
/// soft answer changes the odds at most 20-fold (`structural_differential.md`, section 5).
public struct Differential: Sendable {
    private let atlas: Atlas
    private let rows: [HypothesisID: [FindingLikelihood]]
    private let overlap: Double
    private let largestRatio = 20.0
    private let ceiling = 0.95

    /// Prepares the tables.
    public init(_ atlas: Atlas) {
        self.atlas = atlas
        let usable = atlas.likelihoods.filter { row in
            switch atlas.question(row.finding)?.kind {
            case .answer, .examiner, .intake: true
            case .press, .publishedOnly, nil: false
            }
        }
        rows = Dictionary(grouping: usable, by: \.hypothesis)
        overlap = atlas.parameter("overlap_power")?.value ?? 0.5
    }

    /// The sources that the painful areas and the age let one consider, in the order of the atlas.
    public func assess(_ intake: Intake, facts: KnownFacts) -> [SourceAssessment] {
        atlas.hypotheses.flatMap { hypothesis -> [SourceAssessment] in
            if let age = intake.age, !hypothesis.ages.contains(age) { return [] }
            let sides = sides(of: hypothesis, in: intake)
            let evidence = evidence(from: rows[hypothesis.id] ?? [], facts)
            let change = evidence.reduce(0) { $0 + $1.weight }
            // Pain on the second side must never make a nerve, organ or disease on the first less likely. Joints compete
            // with the knots in the network, where their prior is shared between the sides.
            let isShared = hypothesis.category == .jointOrTissue
            return sides.map { side in
                let prior = isShared ? hypothesis.prior / Double(sides.count) : hypothesis.prior
                let odds = prior / (1 - prior) * .exp(change)
                return SourceAssessment(
                    hypothesis: hypothesis.id,
                    side: side,
                    probability: min(odds / (1 + odds), ceiling),
                    evidence: evidence
                )
            }
        }
    }

    /// The sides to be judged: none when no painful area belongs to the hypothesis, `[nil]` when it has no side.
    private func sides(of hypothesis: Hypothesis, in intake: Intake) -> [BodySide?] {
        let regions = Set(hypothesis.regions)
        let zones = Set(hypothesis.zones)
        let places = intake.painfulMarks.map(\.place).filter { place in
            if !regions.isEmpty { return regions.contains(place.region) }
            return atlas.region(place.region).map { zones.contains($0.zone) } ?? false
        }
        guard !places.isEmpty else { return [] }
        guard hypothesis.isSided else { return [nil] }
        let sides = BodySide.allCases.filter { side in
            places.contains { $0.side == RegionSide(side) }
        }
        return sides.isEmpty ? BodySide.allCases : sides
    }

    /// The answers that rows of the likelihood table speak of, with their weights; what overlaps counts less together.
    package func evidence(from rows: [FindingLikelihood], _ facts: KnownFacts) -> [SourceAssessment.Evidence] {
        var weighed: [(group: String, evidence: SourceAssessment.Evidence)] = []
        for row in rows {
            guard let isPresent = facts[row.finding.rawValue] else { continue }
            let ratio = isPresent ? row.positiveRatio : row.negativeRatio
            let weight: Double = .log(min(max(ratio, 1 / largestRatio), largestRatio))
            let group = atlas.question(row.finding)?.group ?? row.finding.rawValue
            weighed.append(
                (group, SourceAssessment.Evidence(finding: row.finding, isPresent: isPresent, weight: weight)))
        }
        let groups = Dictionary(grouping: weighed) { $0.group }
        return groups.sorted { $0.key < $1.key }.flatMap { group, members in
            let ordered = members.map(\.evidence).sorted {
                (abs($1.weight), $0.finding) < (abs($0.weight), $1.finding)
            }
            // The limits of age contain each other, so only the most telling one says anything.
            let counted = group == "age" ? Array(ordered.prefix(1)) : ordered
            return counted.enumerated().map { index, item in
                index == 0
                    ? item
                    : SourceAssessment.Evidence(
                        finding: item.finding, isPresent: item.isPresent, weight: item.weight * overlap)
            }
        }
    }
}
