import RealModule

/// The idea of a level that wanders, held against the logged days: each day it goes up or down a little for good, and ratings
/// differ from it by chance.
///
///     y_t = l_t + ε_t        ε_t ~ N(0, σ²)
///     l_t = l_(t−1) + η_t    η_t ~ N(0, ω²),   l of the first logged day ~ N(a, v)
///
/// The level is followed exactly by the Kalman filter, for every ω and σ of a grid; days that were not logged only widen it.
///
/// Reference: Durbin and Koopman, *Time Series Analysis by State Space Methods*, 2nd edition, Oxford 2012, chapter 2 (the
/// local level model).
struct WanderPath {
    /// What is left for one ω and σ.
    struct Part {
        /// Log of prior of ω and σ times the probability of the logged days.
        fileprivate(set) var logWeight: Double
        /// What is believed of the level on the last logged day.
        fileprivate(set) var level: Double
        fileprivate(set) var variance: Double
        /// ω².
        fileprivate let step: Double
        /// σ².
        fileprivate let noise: Double
    }

    /// ω in points a day: after four weeks the level is elsewhere by about five times as much. Our choice, as no study says how
    /// far levels of pain wander in days.
    static let steps = [0.06, 0.12, 0.25, 0.5]

    private(set) var parts: [Part]
    private var last: Int?

    /// Nothing was logged yet.
    ///
    /// - Parameter level: What is believed of the level beforehand.
    init(_ level: NormalBelief) {
        let variance = level.deviation * level.deviation
        let even = Double.log(Double(Self.steps.count))
        parts = Self.steps.flatMap { step in
            zip(DayGrid.noises, DayGrid.spreads).map { noise, spread in
                Part(
                    logWeight: spread.logBelief - even, level: level.mean, variance: variance, step: step * step,
                    noise: noise * noise)
            }
        }
    }

    /// Adds the next logged day.
    mutating func add(_ day: LoggedDay) {
        let gap = Double(last.map { day.index - $0 } ?? 0)
        for index in parts.indices {
            let before = parts[index].variance + gap * parts[index].step
            let whole = before + parts[index].noise
            let miss = day.value - parts[index].level
            let gain = before / whole
            parts[index].logWeight -= 0.5 * (Double.log(2 * .pi * whole) + miss * miss / whole)
            parts[index].level += gain * miss
            parts[index].variance = before * (1 - gain)
        }
        last = day.index
    }

    /// The log of the probability of the days so far.
    var logEvidence: Double { DayPath.logSum(parts.map(\.logWeight)) }

    /// What a part expects so many days after the last logged one.
    func expected(_ part: Part, gap: Int) -> (mean: Double, variance: Double) {
        (part.level, part.variance + Double(gap) * part.step + part.noise + ForecastParameters.rounding)
    }
}
