import RealModule

/// Looks for what went together with more or less pain.
///
///     y_t = α + γ·(t − t̄)/7 + Σ θ_m·z_m,t + e_t,    e_t = φ·e_(t−1) + ε_t,    ε_t ~ N(0, σ²)
///
/// z_m is an exposure 0 to 2 days before, 1 or 0 less its mean; where it is not known, 0. All exposures stand in one
/// regression, so that what one explains is not credited to another, and all are drawn towards nothing: θ_m ~ N(0, 0.3²).
/// For each φ and σ of ``FairTestGrid`` the answer is exact; they are averaged.
///
/// **How many of the listed may be false.** For each θ the model also asks for the chance that it is exactly 0, by the
/// ratio of the densities at 0 after and before the data (Savage and Dickey), with four of five expected to be nothing.
/// The surest are listed as long as the mean of these chances stays at 10 % or below: that is the expected share of false
/// ones (Müller, Parmigiani and Rice 2007, Bayesian false discovery rate). Simulations show that it holds
/// (`Documentation/Patterns.md`).
///
/// Source of model, priors and limits: the project's evidence file on trials in one person, section 7. That four of five
/// are expected to be nothing, and the 10 %, are judgements.
public struct PatternModel: Sendable {
    /// Days with pain logged that are needed at least.
    public static let fewestDays = 30
    /// Days with and without an exposure that are needed at least, of those with pain logged.
    public static let fewestOfAKind = 5
    /// The most patterns that are listed.
    public static let mostListed = 3
    /// The expected share of false ones among those listed.
    public static let falseShare = 0.10
    /// The most of the ratings that may lie at an end of the scale, as in a fair test.
    public static let mostAtEnds = 0.3

    private static let priorNothing = 0.8
    private static let spread = 0.3

    /// A model.
    public init() {}

    /// One exposure at one distance.
    private struct Candidate {
        let exposure: PatternExposure
        let lag: Int
        let column: [Double]
        let present: Int
        let absent: Int
    }

    /// What stood out.
    ///
    /// - Complexity: O(*d*·*k*²) for *d* days and *k* candidates, and 120 systems of *k* + 2 unknowns.
    public func report(_ days: PatternDays) -> PatternReport {
        let logged = days.pain.indices.filter { days.pain[$0] != nil }
        func none(_ shortfall: PatternReport.Shortfall) -> PatternReport {
            PatternReport(days: logged.count, looked: 0, patterns: [], shortfall: shortfall)
        }
        guard logged.count >= Self.fewestDays else {
            return none(.tooFewDays(logged: logged.count, needed: Self.fewestDays))
        }
        guard days.shareAtEnds <= Self.mostAtEnds else { return none(.endsOfTheScale(share: days.shareAtEnds)) }
        let all = everything(days)
        guard all.contains(where: { $0.exposure != .workday }) else { return none(.nothingToCompare) }
        return PatternReport(days: logged.count, looked: all.count, patterns: Self.listed(all), shortfall: nil)
    }

    /// Whatever can be looked at, listed or not, in the order of the exposures.
    func everything(_ days: PatternDays) -> [DayPattern] {
        let logged = days.pain.indices.filter { days.pain[$0] != nil }
        let candidates = PatternExposure.allCases.flatMap { exposure in
            exposure.lags.compactMap { Self.candidate(exposure, $0, days, logged) }
        }
        let beliefs = Self.beliefs(candidates, logged, logged.compactMap { days.pain[$0] })
        return zip(candidates, beliefs).map { candidate, belief in
            DayPattern(
                exposure: candidate.exposure, lag: candidate.lag, difference: belief.mean,
                interval: belief.interval(), chanceOfNothing: Self.chanceOfNothing(belief),
                presentDays: candidate.present, absentDays: candidate.absent,
                threshold: days.thresholds[candidate.exposure])
        }
    }

    private static func candidate(
        _ exposure: PatternExposure, _ lag: Int, _ days: PatternDays, _ logged: [Int]
    ) -> Candidate? {
        let known = days.exposure(exposure, lag: lag, on: logged)
        let (present, absent) = (known.count { $0 == true }, known.count { $0 == false })
        guard min(present, absent) >= fewestOfAKind else { return nil }
        let share = Double(present) / Double(present + absent)
        return Candidate(
            exposure: exposure, lag: lag, column: known.map { $0.map { ($0 ? 1 : 0) - share } ?? 0 }, present: present,
            absent: absent)
    }

    /// What is believed of each difference after the data.
    private static func beliefs(_ candidates: [Candidate], _ days: [Int], _ values: [Double]) -> [NormalMixture] {
        let width = 2 + candidates.count
        let middle = Double(days.reduce(0, +)) / Double(max(1, days.count))
        var rows: [Double] = []
        rows.reserveCapacity(days.count * width)
        for (index, day) in days.enumerated() {
            rows += [1, (Double(day) - middle) / 7]
            for candidate in candidates { rows.append(candidate.column[index]) }
        }
        var sums = AutocorrelatedRows(days: days, values: values, width: width, rows: rows)
        var equations = NormalEquations(width: width)
        let priors = DayTrialPriors()
        var solver = RegressionSolver(
            [priors.level, priors.trend] + candidates.map { _ in NormalBelief(mean: 0, deviation: spread) })
        var parts = [[NormalMixture.Part]](repeating: [], count: candidates.count)
        for autocorrelation in FairTestGrid.autocorrelations {
            sums.fill(&equations, autocorrelation: autocorrelation)
            for noise in FairTestGrid.noises {
                let logWeight =
                    solver.solve(equations, noise: noise) + FairTestGrid.logPrior(autocorrelation: autocorrelation)
                    + FairTestGrid.logPrior(noise: noise)
                for index in candidates.indices {
                    parts[index].append(
                        NormalMixture.Part(
                            logWeight: logWeight, mean: solver.coefficients[2 + index],
                            variance: solver.variance(of: 2 + index)))
                }
            }
        }
        return parts.map(NormalMixture.init)
    }

    /// By the ratio of the densities at 0.
    private static func chanceOfNothing(_ belief: NormalMixture) -> Double {
        let before = 1 / (spread * .sqrt(2 * .pi))
        let odds = priorNothing / (1 - priorNothing) * belief.density(at: 0) / before
        return odds / (1 + odds)
    }

    /// The surest, while the expected share of false ones is small; of one exposure only the surest distance.
    private static func listed(_ patterns: [DayPattern]) -> [DayPattern] {
        var listed: [DayPattern] = []
        var nothing = 0.0
        for pattern in patterns.sorted(by: { $0.chanceOfNothing < $1.chanceOfNothing }) {
            if listed.contains(where: { $0.exposure == pattern.exposure }) { continue }
            nothing += pattern.chanceOfNothing
            guard nothing / Double(listed.count + 1) <= falseShare, listed.count < mostListed else { break }
            listed.append(pattern)
        }
        return listed
    }
}
