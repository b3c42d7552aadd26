import RealModule
import Testing

@testable import UnknotCare

@Suite("Shrinkage")
struct ShrinkageTests {
    @Test
    func `one technique lies between what was found and what was expected, by their precisions`() {
        let found = Shrinkage.single(NormalBelief(mean: -2, deviation: 0.5), towards: -0.2, spread: 1)
        #expect(abs(found.mean - (-2 / 0.25 - 0.2) / (4 + 1)) < 1e-12)
        #expect(abs(found.deviation - .sqrt(1.0 / 5)) < 1e-12)
    }

    @Test
    func `several techniques agree with a sum over the common middle`() {
        let found = [
            NormalBelief(mean: -2, deviation: 0.6), NormalBelief(mean: -0.3, deviation: 0.4),
            NormalBelief(mean: 0.4, deviation: 0.8),
        ]
        let joint = Shrinkage.jointly(found, evidence: -0.4)
        var total = 0.0
        var means = [0.0, 0, 0]
        var squares = [0.0, 0, 0]
        for (spread, width) in FairTestGrid.spreads {
            for step in -400...400 {
                let middle = Double(step) * 0.01
                var log = FairTestGrid.logPrior(spread: spread, width: width)
                log -= (middle + 0.4) * (middle + 0.4) / (2 * 0.25)
                for one in found {
                    let variance = one.deviation * one.deviation + spread * spread
                    log -= 0.5 * .log(variance) + (one.mean - middle) * (one.mean - middle) / (2 * variance)
                }
                let weight = Double.exp(log)
                total += weight
                for (index, one) in found.enumerated() {
                    let given = Shrinkage.single(one, towards: middle, spread: spread)
                    means[index] += weight * given.mean
                    squares[index] += weight * (given.mean * given.mean + given.deviation * given.deviation)
                }
            }
        }
        for index in found.indices {
            let mean = means[index] / total
            #expect(abs(joint[index].mean - mean) < 1e-8)
            #expect(abs(joint[index].deviation - .sqrt(squares[index] / total - mean * mean)) < 1e-8)
        }
        // The best of several shines less.
        #expect(joint[0].mean > -2)
    }

    @Test
    func `a prior can be taken out again`() throws {
        let prior = NormalBelief(mean: 0, deviation: 1)
        let data = NormalBelief(mean: -1.5, deviation: 0.5)
        let result = Shrinkage.single(data, towards: prior.mean, spread: prior.deviation)
        let back = try #require(Shrinkage.withoutPrior(result, prior))
        #expect(abs(back.mean - data.mean) < 1e-10 && abs(back.deviation - data.deviation) < 1e-10)
        #expect(Shrinkage.withoutPrior(prior, prior) == nil)
    }
}
