import RealModule

/// How days go with their neighbours and how much they differ by chance: the grid over which forecasts are averaged.
enum DayGrid {
    /// φ, how a day goes with the one before. The centre 0.4 is that of fair tests (`n_of_1.md`, section 5, a judgement);
    /// 0.92 and more are for people whose level itself wanders.
    static let correlations = [0, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98, 0.995]
    private static let correlationCentre = 0.4
    private static let correlationSpread = 0.3
    /// The least belief in any of them, beside 1 at the centre. Our choice.
    private static let correlationTail = 0.1
    /// σ in points: what a day differs by from what the day before led to expect. Within one person days differ by about 1.2
    /// (`page_2022`); beside a correlation of 0.4 that leaves 1.1. People without pain differ hardly at all.
    static let noises = [0.15, 0.3, 0.5, 0.75, 1, 1.35, 1.8, 2.5]
    private static let noiseCentre = 1.0
    private static let noiseSpread = 0.5
    /// The longest gap between logged days, or from the last of them to a forecast, in days.
    static let longestGap = ForecastParameters.window + ForecastParameters.furthest

    /// What a gap between two logged days does to their errors.
    struct Step {
        /// φ to the power of the gap; 0 for the first day.
        let power: Double
        /// What makes the error of the later day one of variance σ².
        let scale: Double
        /// The log of that.
        let logScale: Double
    }

    /// For each φ and gap; gap 0 stands for the first logged day.
    static let steps: [[Step]] = correlations.map { correlation in
        (0...longestGap).map { gap in
            let power = gap == 0 ? 0 : Double.pow(correlation, gap)
            let scale = Double.sqrt((1 - correlation * correlation) / (1 - power * power))
            return Step(power: power, scale: scale, logScale: .log(scale))
        }
    }

    /// What σ brings with it.
    struct Spread {
        /// 1/σ².
        let precision: Double
        /// ln(σ√(2π)).
        let logNorm: Double
        /// The log of how much is believed of it.
        let logBelief: Double
    }

    /// For each σ.
    static let spreads: [Spread] = zip(noises, normalised(noises.map(noiseBelief))).map { noise, belief in
        Spread(precision: 1 / (noise * noise), logNorm: .log(noise * .sqrt(2 * .pi)), logBelief: belief)
    }

    /// For each φ the log of how much is believed of it.
    static let correlationBeliefs: [Double] = normalised(
        correlations.map { value in
            let distance = (value - correlationCentre) / correlationSpread
            return max(.exp(-distance * distance / 2), correlationTail)
        })

    private static func noiseBelief(_ noise: Double) -> Double {
        let distance = Double.log(noise / noiseCentre) / noiseSpread
        return .exp(-distance * distance / 2)
    }

    private static func normalised(_ raw: [Double]) -> [Double] {
        let total = raw.reduce(0, +)
        return raw.map { .log($0 / total) }
    }
}
