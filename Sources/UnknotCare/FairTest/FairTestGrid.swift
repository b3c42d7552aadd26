import RealModule

/// The nuisances that a fair test is averaged over, with what is believed of them before any data.
///
/// Source: the project's evidence file on trials in one person, sections 5 and 6. The centre of the autocorrelation (0.4)
/// and the half-lives are judgements: no study gives them for pain of knots.
enum FairTestGrid {
    /// Autocorrelation of neighbouring days, φ.
    static let autocorrelations = (0..<10).map { Double($0) / 10 }
    /// Half-life of what is carried over, in days, with its prior weight.
    static let halfLives: [(days: Double, weight: Double)] = [(0, 0.5), (1, 0.3), (2, 0.2)]
    /// Noise of a day or a session σ, in points, evenly spaced in its logarithm from 0.3 to 3.
    static let noises = (0..<12).map { Double.exp(.log(0.3) + Double($0) * (.log(3) - .log(0.3)) / 11) }
    /// Spread between techniques τ, in points, with the width of the interval that each stands for.
    static let spreads: [(points: Double, width: Double)] = [
        (0.1, 0.1), (0.2, 0.15), (0.4, 0.25), (0.7, 0.3), (1.0, 0.4), (1.5, 0.5),
    ]

    /// Log prior of a noise: half-normal with 1.5 points; the last term belongs to the spacing in logarithms.
    static func logPrior(noise: Double) -> Double {
        -(noise / 1.5) * (noise / 1.5) / 2 + .log(noise)
    }

    /// Log prior of an autocorrelation: normal around 0.4 with 0.25.
    static func logPrior(autocorrelation: Double) -> Double {
        let distance = (autocorrelation - 0.4) / 0.25
        return -distance * distance / 2
    }

    /// Log prior of a spread between techniques: half-normal with 0.7 points.
    static func logPrior(spread: Double, width: Double) -> Double {
        -(spread / 0.7) * (spread / 0.7) / 2 + .log(width)
    }
}
