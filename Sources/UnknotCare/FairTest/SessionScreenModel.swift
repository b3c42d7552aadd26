import RealModule

/// What a session screen tells.
public struct SessionScreenPosterior: Hashable, Sendable {
    /// How far each technique differs from the usual change, in points; below 0 eases more.
    public let effects: [NormalMixture]
    /// How far each technique but rest differs from rest, in points; the first is technique 1.
    public let differences: [NormalMixture]
    /// The techniques from the one that eases most to the one that eases least; of two equal ones the lower number first.
    public let ranking: [Int]
    /// Expected spread between techniques, in points.
    public let spread: Double
    /// Expected noise of a session, in points.
    public let noise: Double
    /// Expected change for each point that the knot is more tender before: what returns to the middle by itself.
    public let regression: Double
    /// Expected change of a session, in points.
    public let level: Double
}

/// The model of a session screen: techniques shrunk towards each other, with the rating before taken into account.
///
///     d_j = post_j − pre_j = μ + β_k(j) + ρ·(pre_j − mean pre) + ε_j,    ε ~ N(0, σ²)
///     μ ~ N(−1, 2²)    ρ ~ N(−0.3, 0.5²)    β_k ~ N(0, τ²)
///
/// averaged over τ and σ of ``FairTestGrid``. The shrinkage takes the shine off the best of several (the winner's curse);
/// the term with the rating before removes regression to the mean inside a session.
public struct SessionScreenModel: Sendable {
    private static let level = NormalBelief(mean: -1, deviation: 2)
    private static let regression = NormalBelief(mean: -0.3, deviation: 0.5)
    private static let fixed = 2

    /// The model with the priors of the specification.
    public init() {}

    /// What is believed after the sessions. Without any session these are the priors.
    public func posterior(of screen: SessionScreen) -> SessionScreenPosterior {
        let count = screen.count
        let equations = Self.equations(screen)
        var solver = RegressionSolver(
            [Self.level, Self.regression]
                + [NormalBelief](repeating: NormalBelief(mean: 0, deviation: 1), count: count))
        var effects = [[NormalMixture.Part]](repeating: [], count: count)
        var differences = [[NormalMixture.Part]](repeating: [], count: count - 1)
        var logs: [Double] = []
        var points: [[Double]] = []
        for spread in FairTestGrid.spreads {
            for technique in 0..<count { solver.setDeviation(spread.points, of: Self.fixed + technique) }
            for noise in FairTestGrid.noises {
                let log =
                    solver.solve(equations, noise: noise)
                    + FairTestGrid.logPrior(spread: spread.points, width: spread.width)
                    + FairTestGrid.logPrior(noise: noise)
                let found = solver.coefficients
                logs.append(log)
                points.append([spread.points, noise, found[0], found[1]])
                for technique in 0..<count {
                    let place = Self.fixed + technique
                    effects[technique].append(
                        .init(logWeight: log, mean: found[place], variance: solver.variance(of: place)))
                    guard technique > 0 else { continue }
                    differences[technique - 1].append(
                        .init(
                            logWeight: log, mean: found[place] - found[Self.fixed],
                            variance: solver.variance(of: place, minus: Self.fixed)))
                }
            }
        }
        let shares = NormalMixture.shares(ofLogs: logs)
        func expected(_ index: Int) -> Double { zip(shares, points).reduce(0) { $0 + $1.0 * $1.1[index] } }
        let mixtures = effects.map { NormalMixture($0) }
        return SessionScreenPosterior(
            effects: mixtures,
            differences: differences.map { NormalMixture($0) },
            ranking: mixtures.indices.sorted { (mixtures[$0].mean, $0) < (mixtures[$1].mean, $1) },
            spread: expected(0),
            noise: expected(1),
            regression: expected(3),
            level: expected(2))
    }

    private static func equations(_ screen: SessionScreen) -> NormalEquations {
        var equations = NormalEquations(width: fixed + screen.count)
        var row = [Double](repeating: 0, count: fixed + screen.count)
        let middle = screen.before.isEmpty ? 0 : screen.before.reduce(0, +) / Double(screen.before.count)
        for (session, technique) in screen.techniques.enumerated() {
            for index in row.indices { row[index] = 0 }
            row[0] = 1
            row[1] = screen.before[session] - middle
            row[fixed + technique] = 1
            equations.add(row, screen.after[session] - screen.before[session])
        }
        return equations
    }
}
