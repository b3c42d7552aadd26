import RealModule

@testable import UnknotCare

/// The model of a day trial the slow way: the multivariate normal density of all ratings at once, without rows that are
/// made independent and without solving for coefficients.
///
///     y ~ N(X m₀, X V₀ Xᵀ + Σ),   Σ_st = σ² φ^|s − t| / (1 − φ²)
struct DayTrialOracle {
    let days: [Int]
    let ratings: [Double]
    let rows: [[Double]]
    let means: [Double]
    let deviations: [Double]

    init(_ trial: DayTrial, halfLife: Double, priors: DayTrialPriors = DayTrialPriors()) {
        let days = trial.ratings.indices.filter { trial.ratings[$0] != nil }
        let middle = Double(days.reduce(0, +)) / Double(max(days.count, 1))
        let kept = halfLife == 0 ? 0 : Double.pow(2, -1 / halfLife)
        // Every day before counts with what is left of it.
        func exposure(_ day: Int) -> Double {
            (0...day).reduce(0.0) { sum, past in
                sum + (trial.assigned[past] ? (1 - kept) * (past == day ? 1 : .pow(kept, day - past)) : 0)
            }
        }
        self.days = days
        ratings = trial.ratings.compactMap(\.self)
        rows = days.map { day in
            [1, exposure(day), (Double(day) - middle) / 7] + trial.covariates.map { $0[day] ?? 0 }
        }
        let beliefs = [priors.level, priors.effect, priors.trend] + trial.covariates.map { _ in priors.covariate }
        means = beliefs.map(\.mean)
        deviations = beliefs.map(\.deviation)
    }

    /// The log density of the ratings.
    ///
    /// - Parameter effect: A known effect in place of its prior, if any.
    func logEvidence(autocorrelation: Double, noise: Double, effect: Double? = nil) -> Double {
        let count = days.count
        var covariance = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        var error = [Double](repeating: 0, count: count)
        for first in 0..<count {
            var expected = 0.0
            for column in means.indices {
                let mean = column == 1 ? effect ?? means[column] : means[column]
                expected += rows[first][column] * mean
            }
            error[first] = ratings[first] - expected
            for second in 0..<count {
                let apart = abs(days[first] - days[second])
                let share = apart == 0 ? 1 : autocorrelation == 0 ? 0 : Double.pow(autocorrelation, apart)
                var value = noise * noise * share / (1 - autocorrelation * autocorrelation)
                for column in means.indices where !(column == 1 && effect != nil) {
                    value += rows[first][column] * rows[second][column] * deviations[column] * deviations[column]
                }
                covariance[first][second] = value
            }
        }
        return Self.logDensity(error, covariance)
    }

    /// The log density of a normal vector with mean zero, by Gauss elimination.
    static func logDensity(_ vector: [Double], _ covariance: [[Double]]) -> Double {
        var rows = covariance
        var values = vector
        var log = -Double(vector.count) / 2 * .log(2 * .pi)
        var quadratic = 0.0
        for pivot in vector.indices {
            let divisor = rows[pivot][pivot]
            log -= 0.5 * .log(divisor)
            quadratic += values[pivot] * values[pivot] / divisor
            for below in vector.indices.dropFirst(pivot + 1) {
                let factor = rows[below][pivot] / divisor
                for column in vector.indices.dropFirst(pivot) { rows[below][column] -= factor * rows[pivot][column] }
                values[below] -= factor * values[pivot]
            }
        }
        return log - quadratic / 2
    }
}
