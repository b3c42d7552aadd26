import RealModule

/// A day with a rating.
struct LoggedDay: Hashable, Sendable {
    /// Counted from the first day of the window.
    let index: Int
    /// 0 to 10.
    let value: Double
}

/// One idea of how a rating goes over days, held against the logged days: a level, a curve on top of it, and days that go
/// with their neighbours.
///
///     y_t = α + κ·m_t + e_t        e_t = φ·e_(t−1) + ε_t,   ε_t ~ N(0, σ²)
///     α ~ N(a, v),  κ ~ N(k, w)    a level alone has m = 0
///
/// α and κ are integrated exactly, φ and σ over the grid of ``DayGrid``; days that were not logged are bridged exactly, by the
/// transformation that `DayTrialModel` uses. Days are added one by one, so that a filter need not begin anew every week.
struct DayPath {
    /// Priors of α and κ.
    struct Priors {
        let level: NormalBelief
        let curve: NormalBelief
    }

    /// What is left for one φ and σ.
    struct Part {
        /// Log of prior of φ and σ times the probability of the logged days.
        let logWeight: Double
        /// Places in ``DayGrid``.
        let correlation: Int
        let noise: Double
        /// α and κ.
        let level: Double
        let slope: Double
        /// Their variances and their covariance.
        let levelVariance: Double
        let slopeVariance: Double
        let covariance: Double
    }

    /// Sums of products over the days, made independent, for one φ.
    private struct Sums {
        var levels = 0.0
        var levelCurve = 0.0
        var curves = 0.0
        var levelValue = 0.0
        var curveValue = 0.0
        var values = 0.0
        var logScale = 0.0
    }

    private var sums = [Sums](repeating: Sums(), count: DayGrid.correlations.count)
    private var count = 0
    private var last: (day: LoggedDay, curve: Double)?

    /// Adds the next logged day.
    ///
    /// - Parameter curve: m on that day.
    mutating func add(_ day: LoggedDay, curve: Double) {
        let gap = last.map { min(day.index - $0.day.index, DayGrid.longestGap) } ?? 0
        for place in sums.indices {
            let step = DayGrid.steps[place][gap]
            let level = step.scale * (1 - step.power)
            let slope = step.scale * (curve - step.power * (last?.curve ?? 0))
            let value = step.scale * (day.value - step.power * (last?.day.value ?? 0))
            sums[place].levels += level * level
            sums[place].levelCurve += level * slope
            sums[place].curves += slope * slope
            sums[place].levelValue += level * value
            sums[place].curveValue += slope * value
            sums[place].values += value * value
            sums[place].logScale += step.logScale
        }
        count += 1
        last = (day, curve)
    }

    /// The log of the probability of the days so far.
    func logEvidence(_ priors: Priors) -> Double {
        var logs = [Double](repeating: 0, count: DayGrid.correlations.count * DayGrid.noises.count)
        forEach(priors) { place, part in logs[place] = part.logWeight }
        return Self.logSum(logs)
    }

    /// What is believed after the days so far, for every φ and σ that matters.
    func parts(_ priors: Priors) -> [Part] {
        var parts: [Part] = []
        parts.reserveCapacity(DayGrid.correlations.count * DayGrid.noises.count)
        forEach(priors) { _, part in parts.append(part) }
        let least = (parts.map(\.logWeight).max() ?? 0) - Self.negligible
        return parts.filter { $0.logWeight > least }
    }

    /// Solves for α and κ at every point of the grid.
    ///
    ///     P = V₀⁻¹ + XᵀX/σ²,  b̂ = P⁻¹(V₀⁻¹m₀ + Xᵀy/σ²)
    ///     log m = Σ ln r − n ln(σ√(2π)) − ½ ln|V₀| − ½ ln|P| − ½ (yᵀy/σ² + m₀ᵀV₀⁻¹m₀ − b̂ᵀP b̂)
    @inline(__always)
    private func forEach(_ priors: Priors, _ take: (Int, Part) -> Void) {
        let levelPrecision = 1 / (priors.level.deviation * priors.level.deviation)
        let slopePrecision = 1 / (priors.curve.deviation * priors.curve.deviation)
        let (levelPull, slopePull) = (levelPrecision * priors.level.mean, slopePrecision * priors.curve.mean)
        let ofPriors = levelPull * priors.level.mean + slopePull * priors.curve.mean
        let logPriors = 0.5 * Double.log(levelPrecision * slopePrecision)
        var place = 0
        for (correlation, sum) in sums.enumerated() {
            for (noise, spread) in zip(DayGrid.noises, DayGrid.spreads) {
                let (a, b, c) = (
                    sum.levels * spread.precision + levelPrecision, sum.levelCurve * spread.precision,
                    sum.curves * spread.precision + slopePrecision
                )
                let determinant = a * c - b * b
                let right = (
                    levelPull + sum.levelValue * spread.precision, slopePull + sum.curveValue * spread.precision
                )
                let level = (c * right.0 - b * right.1) / determinant
                let slope = (a * right.1 - b * right.0) / determinant
                let quadratic =
                    sum.values * spread.precision + ofPriors - right.0 * level - right.1 * slope
                let log =
                    DayGrid.correlationBeliefs[correlation] + spread.logBelief + sum.logScale + logPriors
                    - Double(count) * spread.logNorm - 0.5 * (Double.log(determinant) + quadratic)
                take(
                    place,
                    Part(
                        logWeight: log, correlation: correlation, noise: noise, level: level, slope: slope,
                        levelVariance: c / determinant, slopeVariance: a / determinant, covariance: -b / determinant))
                place += 1
            }
        }
    }

    /// What a part expects on a later day.
    ///
    /// - Parameters:
    ///   - gap: Days since the last logged one.
    ///   - curve: m on that day.
    func expected(_ part: Part, gap: Int, curve: Double) -> (mean: Double, variance: Double) {
        let power = last == nil ? 0 : DayGrid.steps[part.correlation][min(gap, DayGrid.longestGap)].power
        // The contrast of α and κ that remains once the last day's deviation is carried on.
        let level = 1 - power
        let slope = curve - power * (last?.curve ?? 0)
        let mean = level * part.level + slope * part.slope + power * (last?.day.value ?? 0)
        let ofLine =
            level * level * part.levelVariance + slope * slope * part.slopeVariance
            + 2 * level * slope * part.covariance
        let correlation = DayGrid.correlations[part.correlation]
        let stationary = part.noise * part.noise / (1 - correlation * correlation)
        return (mean, ofLine + stationary * (1 - power * power) + ForecastParameters.rounding)
    }

    /// The log of the sum of exponentials.
    static func logSum(_ logs: [Double]) -> Double {
        guard let largest = logs.max(), largest > -.infinity else { return -.infinity }
        var sum = 0.0
        for log in logs where log > largest - 40 { sum += .exp(log - largest) }
        return largest + .log(sum)
    }

    /// Parts with less than e⁻⁸ of the largest are left out.
    private static let negligible = 8.0
}
