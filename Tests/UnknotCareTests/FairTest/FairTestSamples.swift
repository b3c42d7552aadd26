import SeededRandom

@testable import UnknotCare

/// Trials and screens for tests.
enum FairTestSamples {
    /// The golden test of the evidence file, section 5: 32 days, four of which were not logged.
    static func golden(prior: NormalBelief = DayTrialPriors.sceptical) throws -> (DayTrial, DayTrialPosterior) {
        let drawn = "11110000000011111111000011110000".map { $0 == "1" }
        let ratings: [Double?] = [
            2, 2, 3, 4, 5, nil, 6, 6, 6, 7, 6, 5, 4, 3, 4, 4, 4, nil, nil, 4, 5, 4, 5, 5, 4, 4, 6, 4, 4, 4, 5, 6,
        ]
        let trial = try DayTrial(assigned: drawn, ratings: ratings)
        return (trial, DayTrialModel(priors: DayTrialPriors(effect: prior)).posterior(of: trial))
    }

    /// The golden test of section 6: three techniques, six sessions each.
    static func goldenScreen() throws -> SessionScreen {
        try SessionScreen(
            techniques: [0, 1, 2, 2, 0, 1, 1, 2, 0, 0, 2, 1, 2, 1, 0, 1, 0, 2],
            before: [6, 5, 7, 6, 5, 6, 4, 6, 5, 7, 5, 5, 6, 4, 6, 5, 4, 5],
            after: [5, 3, 5, 5, 5, 4, 3, 4, 5, 6, 4, 3, 5, 3, 5, 4, 4, 4])
    }

    /// A trial with any days, gaps and covariates.
    static func random(
        _ random: inout SplitMix64, days: Int, covariates: Int = 0, missing: Double = 0.2
    ) throws -> DayTrial {
        var ratings: [Double?] = []
        for _ in 0..<days {
            let isMissing = Double.random(in: 0..<1, using: &random) < missing
            ratings.append(isMissing ? nil : Double(Int.random(in: 0...10, using: &random)))
        }
        var flags: [[Double?]] = []
        for _ in 0..<covariates { flags.append((0..<days).map { _ in Bool.random(using: &random) ? 1 : 0 }) }
        return try DayTrial(
            assigned: (0..<days).map { _ in Bool.random(using: &random) }, ratings: ratings, covariates: flags)
    }

    /// A trial in pairs of periods whose ratings follow from the day and its kind; `nil` for a gap.
    static func paired(
        pairs: Int = 4, period: Int = 4, done: [Bool?]? = nil, _ rating: (Int, Bool) -> Double?
    ) throws -> DayTrial {
        let assigned = try FairTestSchedule.days(period: period, pairs: pairs, random: [0b1010_0110])
        return try DayTrial(
            assigned: assigned, ratings: assigned.enumerated().map { rating($0.offset, $0.element) }, done: done,
            period: period)
    }

    /// A single normal distribution.
    static func normal(_ mean: Double, _ deviation: Double) -> NormalMixture {
        NormalMixture([.init(logWeight: 0, mean: mean, variance: deviation * deviation)])
    }
}
