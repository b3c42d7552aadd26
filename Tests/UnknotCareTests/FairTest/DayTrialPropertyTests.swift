import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Day trial, properties")
struct DayTrialPropertyTests {
    private static func posterior(_ trial: DayTrial) -> DayTrialPosterior { DayTrialModel().posterior(of: trial) }

    @Test("the scale turned over turns the effect over", arguments: 1...6)
    func turnedScale(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(&random, days: 30)
        let turned = try DayTrial(assigned: trial.assigned, ratings: trial.ratings.map { $0.map { 10 - $0 } })
        let one = Self.posterior(trial)
        let other = Self.posterior(turned)
        #expect(abs(one.effect.mean + other.effect.mean) < 1e-9)
        #expect(abs(one.effect.deviation - other.effect.deviation) < 1e-9)
        #expect(abs(one.effect.probability(below: 0) - other.effect.probability(above: 0)) < 1e-9)
        #expect(abs(one.trend + other.trend) < 1e-9)
        #expect(abs(one.level + other.level - 10) < 1e-9)
        #expect(abs(one.noise - other.noise) < 1e-9)
    }

    @Test("the arms exchanged turn the effect over, but for carry-over and the prior of the level", arguments: 1...6)
    func exchangedArms(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(&random, days: 40)
        let exchanged = try DayTrial(assigned: trial.assigned.map { !$0 }, ratings: trial.ratings)
        let one = DayTrialModel().fit(trial, autocorrelation: 0.3, halfLife: 0, noise: 1)
        let other = DayTrialModel().fit(exchanged, autocorrelation: 0.3, halfLife: 0, noise: 1)
        #expect(abs(one.coefficients[1] + other.coefficients[1]) < 0.1)
        #expect(abs(one.coefficients[2] - other.coefficients[2]) < 0.02)
    }

    @Test("days that were not logged at the end change nothing", arguments: 1...4)
    func trailingGap(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(&random, days: 20, covariates: 1)
        let longer = try DayTrial(
            assigned: trial.assigned + [true, false, true], ratings: trial.ratings + [nil, nil, nil],
            covariates: trial.covariates.map { $0 + [nil, 1, nil] })
        #expect(Self.posterior(trial) == Self.posterior(longer))
    }

    @Test("the order of covariates changes nothing else", arguments: 1...4)
    func covariates(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(&random, days: 30, covariates: 2)
        let swapped = try DayTrial(
            assigned: trial.assigned, ratings: trial.ratings, covariates: trial.covariates.reversed())
        let one = Self.posterior(trial)
        let other = Self.posterior(swapped)
        #expect(abs(one.effect.mean - other.effect.mean) < 1e-10)
        #expect(abs(one.covariates[0] - other.covariates[1]) < 1e-10)
        #expect(abs(one.covariates[1] - other.covariates[0]) < 1e-10)
    }

    @Test
    func `without a logged day the prior is left`() throws {
        for trial in [
            try DayTrial(assigned: [], ratings: []), try DayTrial(assigned: [true, false], ratings: [nil, nil]),
        ] {
            let found = Self.posterior(trial)
            #expect(abs(found.effect.mean) < 1e-12 && abs(found.effect.deviation - 1) < 1e-12)
            #expect(abs(found.level - 5) < 1e-12 && abs(found.trend) < 1e-12)
            #expect(DayTrialAnalysis(trial).verdicts.isEmpty)
        }
    }

    @Test("one entry, all zeros and all tens give numbers and no verdict", arguments: [0.0, 10])
    func ends(rating: Double) throws {
        let same = try FairTestSamples.paired { _, _ in rating }
        let single = try DayTrial(assigned: [true], ratings: [rating])
        for trial in [same, single] {
            let analysis = DayTrialAnalysis(trial)
            #expect(analysis.posterior.effect.mean.isFinite && analysis.posterior.effect.deviation > 0)
            #expect(analysis.verdict == nil)
        }
        #expect(
            DayTrialAnalysis(same).shortfalls == [
                rating == 0 ? .painTooLow(share: 1, allowed: 0.3) : .painTooHigh(share: 1, allowed: 0.3)
            ])
    }

    @Test
    func `a gap of months is bridged`() throws {
        let trial = try DayTrial(
            assigned: (0..<400).map { $0 / 4 % 2 == 0 },
            ratings: (0..<400).map { (30..<370).contains($0) ? nil : Double($0 % 3 + 4) })
        #expect(Self.posterior(trial).effect.deviation.isFinite)
        #expect(DayTrialAnalysis(trial).shortfalls.count == 2)
    }

    @Test
    func `more days narrow the interval`() throws {
        let widths = try [2, 4, 8, 16].map { pairs in
            let trial = try DayTrial(
                assigned: (0..<8 * pairs).map { $0 / 4 % 2 == 0 }, ratings: (0..<8 * pairs).map { Double(4 + $0 % 3) })
            return Self.posterior(trial).effect.deviation
        }
        #expect(widths == widths.sorted(by: >))
    }

    @Test
    func `a record that is none is refused`() {
        #expect(throws: DayTrial.Problem.lengthsDiffer(days: 1, list: "y", entries: 2)) {
            try DayTrial(assigned: [true], ratings: [1, 2])
        }
        for rating in [-0.1, 10.1, .nan, .infinity] {
            #expect(throws: DayTrial.Problem.badRating(day: 0)) { try DayTrial(assigned: [true], ratings: [rating]) }
        }
        #expect(throws: DayTrial.Problem.tooManyCovariates(3)) {
            try DayTrial(assigned: [true], ratings: [1], covariates: [[0], [0], [0]])
        }
        #expect(throws: DayTrial.Problem.badCovariate(index: 0, day: 0)) {
            try DayTrial(assigned: [true], ratings: [1], covariates: [[nil]])
        }
        #expect(throws: DayTrial.Problem.badPeriod(0)) { try DayTrial(assigned: [true], ratings: [1], period: 0) }
    }
}
