import RealModule

/// What is believed before the data about the numbers of a day trial. All in points of the 0 to 10 scale.
public struct DayTrialPriors: Hashable, Sendable {
    /// Pain on a usual day in the middle of the trial.
    public var level = NormalBelief(mean: 5, deviation: 2.5)
    /// What the routine changes; below 0 is less pain.
    public var effect = Self.sceptical
    /// What changes by itself in a week.
    public var trend = NormalBelief(mean: 0, deviation: 0.3)
    /// What a covariate changes.
    public var covariate = NormalBelief(mean: 0, deviation: 0.5)

    /// Expects nothing of a routine: the prior of every printed verdict.
    public static let sceptical = NormalBelief(mean: 0, deviation: 1)
    /// What any care against none tends to look like: only for ranking what to try next, never for a verdict.
    public static let evidence = NormalBelief(mean: -0.5, deviation: 0.7)

    /// The defaults, with another belief about the routine.
    public init(effect: NormalBelief = Self.sceptical) {
        self.effect = effect
    }
}

/// What a day trial tells.
public struct DayTrialPosterior: Hashable, Sendable {
    /// What the routine changes when its effect is steady, in points; below 0 is less pain.
    public let effect: NormalMixture
    /// Expected autocorrelation of neighbouring days, 0 to 0.9.
    public let autocorrelation: Double
    /// Expected half-life of what is carried over to later days, in days.
    public let halfLife: Double
    /// Expected noise of a day that neither the day before nor anything else explains, in points.
    public let noise: Double
    /// Expected change that goes on by itself, in points a week.
    public let trend: Double
    /// Expected pain on usual days in the middle of the logged days, in points.
    public let level: Double
    /// Expected change with each covariate, in points.
    public let covariates: [Double]
}

/// The model of a day trial: steady effect, carry-over, trend and autocorrelated days, averaged over a grid.
///
///     y_t = α + β·x̃_t + γ·(t − t̄)/7 + θᵀz_t + e_t,    e_t = φ·e_(t−1) + ε_t,    ε_t ~ N(0, σ²)
///
/// For each φ, half-life and σ of ``FairTestGrid`` the answer is exact; days that were not logged are bridged exactly. One
/// averaged model is used instead of the best of several: picking a model after looking makes intervals too narrow.
///
/// Sources: Schmid and Yang 2022 and Liao and others 2023 for the kind of model; the grid is of the project's evidence file.
/// - Complexity: O(*n*) for *n* days; about 30 passes over the days and 360 systems of 3 to 5 unknowns.
public struct DayTrialModel: Sendable {
    /// What is believed before the data.
    public let priors: DayTrialPriors

    /// A model with priors, by default those of the printed verdict.
    public init(priors: DayTrialPriors = DayTrialPriors()) {
        self.priors = priors
    }

    /// Places of the coefficients; covariates follow.
    private enum Place {
        static let level = 0
        static let effect = 1
        static let trend = 2
        static let covariates = 3
    }

    /// What is believed after the data. Without any logged day these are the priors.
    public func posterior(of trial: DayTrial) -> DayTrialPosterior {
        var sums = Sums(priors, trial)
        var parts: [NormalMixture.Part] = []
        var points: [Point] = []
        var coefficients: [Double] = []
        parts.reserveCapacity(Self.gridSize)
        points.reserveCapacity(Self.gridSize)
        coefficients.reserveCapacity(Self.gridSize * sums.width)
        for halfLife in FairTestGrid.halfLives {
            sums.setHalfLife(halfLife.days)
            for autocorrelation in FairTestGrid.autocorrelations {
                sums.setAutocorrelation(autocorrelation)
                let logPrior = .log(halfLife.weight) + FairTestGrid.logPrior(autocorrelation: autocorrelation)
                for noise in FairTestGrid.noises {
                    let logEvidence = sums.solve(noise: noise)
                    parts.append(
                        NormalMixture.Part(
                            logWeight: logEvidence + logPrior + FairTestGrid.logPrior(noise: noise),
                            mean: sums.coefficients[Place.effect], variance: sums.effectVariance()))
                    points.append(
                        Point(autocorrelation: autocorrelation, halfLife: halfLife.days, noise: noise))
                    coefficients += sums.coefficients
                }
            }
        }
        let shares = NormalMixture.shares(ofLogs: parts.map(\.logWeight))
        func expected(_ value: (Int) -> Double) -> Double {
            shares.indices.reduce(0) { $0 + shares[$1] * value($1) }
        }
        return DayTrialPosterior(
            effect: NormalMixture(parts),
            autocorrelation: expected { points[$0].autocorrelation },
            halfLife: expected { points[$0].halfLife },
            noise: expected { points[$0].noise },
            trend: expected { coefficients[$0 * sums.width + Place.trend] },
            level: expected { coefficients[$0 * sums.width + Place.level] },
            covariates: trial.covariates.indices.map { index in
                expected { coefficients[$0 * sums.width + Place.covariates + index] }
            })
    }

    private static let gridSize =
        FairTestGrid.autocorrelations.count * FairTestGrid.halfLives.count * FairTestGrid.noises.count

    private struct Point {
        let autocorrelation: Double
        let halfLife: Double
        let noise: Double
    }

    /// The exact answer at one point of the grid, for tests: log evidence and coefficients.
    func fit(
        _ trial: DayTrial, autocorrelation: Double, halfLife: Double, noise: Double
    ) -> (logEvidence: Double, coefficients: [Double]) {
        var sums = Sums(priors, trial)
        sums.setHalfLife(halfLife)
        sums.setAutocorrelation(autocorrelation)
        let logEvidence = sums.solve(noise: noise)
        return (logEvidence, sums.coefficients)
    }

    /// The rows of the regression for one half-life, and their sums for one autocorrelation.
    private struct Sums {
        private let trial: DayTrial
        let width: Int
        private var rows: AutocorrelatedRows
        private var equations: NormalEquations
        private var solver: RegressionSolver

        var coefficients: [Double] { solver.coefficients }

        init(_ priors: DayTrialPriors, _ trial: DayTrial) {
            self.trial = trial
            let days = trial.ratings.indices.filter { trial.ratings[$0] != nil }
            width = Place.covariates + trial.covariates.count
            let middle = days.isEmpty ? 0 : Double(days.reduce(0, +)) / Double(days.count)
            var numbers: [Double] = []
            numbers.reserveCapacity(days.count * width)
            for day in days {
                numbers += [1, 0, (Double(day) - middle) / 7]
                for covariate in trial.covariates { numbers.append(covariate[day] ?? 0) }
            }
            rows = AutocorrelatedRows(
                days: days, values: trial.ratings.compactMap(\.self), width: width, rows: numbers)
            equations = NormalEquations(width: width)
            solver = RegressionSolver(
                [priors.level, priors.effect, priors.trend] + trial.covariates.map { _ in priors.covariate })
        }

        mutating func setHalfLife(_ halfLife: Double) {
            let exposure = trial.exposure(halfLife: halfLife)
            for (index, day) in rows.days.enumerated() { rows.rows[index * width + Place.effect] = exposure[day] }
        }

        mutating func setAutocorrelation(_ correlation: Double) {
            rows.fill(&equations, autocorrelation: correlation)
        }

        mutating func solve(noise: Double) -> Double { solver.solve(equations, noise: noise) }

        mutating func effectVariance() -> Double { solver.variance(of: Place.effect) }
    }
}
