import RealModule
import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Day trial, against the density of all days at once")
struct DayTrialOracleTests {
    @Test("the evidence of every point agrees, whatever the gaps and covariates", arguments: 1...8)
    func evidence(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(
            &random, days: 24, covariates: Int(seed % 3), missing: [0, 0.3, 0.8][Int(seed) % 3])
        for halfLife in [0.0, 1, 2] {
            let oracle = DayTrialOracle(trial, halfLife: halfLife)
            for (correlation, noise) in [(0.0, 0.3), (0.4, 1), (0.9, 3)] {
                let fit = DayTrialModel().fit(trial, autocorrelation: correlation, halfLife: halfLife, noise: noise)
                let exact = oracle.logEvidence(autocorrelation: correlation, noise: noise)
                // Elimination of nearly equal days loses digits; 1e-9 of the size remains.
                #expect(abs(fit.logEvidence - exact) <= 1e-9 * max(1, abs(exact)))
            }
        }
    }

    @Test("the averaged belief agrees with one summed up over a fine grid of effects", arguments: [11, 12] as [UInt64])
    func mixture(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let trial = try FairTestSamples.random(&random, days: 10, missing: 0.3)
        let found = DayTrialModel().posterior(of: trial).effect
        let step = 0.1
        let effects = (-60...60).map { Double($0) * step }
        var density = [Double](repeating: 0, count: effects.count)
        for (halfLife, weight) in FairTestGrid.halfLives {
            let oracle = DayTrialOracle(trial, halfLife: halfLife)
            for correlation in FairTestGrid.autocorrelations {
                for noise in FairTestGrid.noises {
                    let prior =
                        Double.log(weight) + FairTestGrid.logPrior(autocorrelation: correlation)
                        + FairTestGrid.logPrior(noise: noise)
                    // The log density is a parabola in the effect: three values give it.
                    let values = [-1.0, 0, 1].map {
                        oracle.logEvidence(autocorrelation: correlation, noise: noise, effect: $0)
                    }
                    let bend = (values[0] + values[2]) / 2 - values[1]
                    let slope = (values[2] - values[0]) / 2
                    for (index, effect) in effects.enumerated() {
                        let log = values[1] + slope * effect + bend * effect * effect - effect * effect / 2
                        density[index] += .exp(log + prior + 30)
                    }
                }
            }
        }
        let total = density.reduce(0, +)
        let mean = zip(effects, density).reduce(0.0) { $0 + $1.0 * $1.1 } / total
        let variance = zip(effects, density).reduce(0.0) { $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1 } / total
        // Equal steps sum a smooth density almost exactly.
        #expect(abs(found.mean - mean) < 1e-8)
        #expect(abs(found.deviation - .sqrt(variance)) < 1e-8)
        for index in stride(from: 40, through: 80, by: 10) {
            #expect(abs(found.density(at: effects[index]) - density[index] / total / step) < 1e-8)
        }
    }
}
