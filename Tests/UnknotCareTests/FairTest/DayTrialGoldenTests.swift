import Testing

@testable import UnknotCare

@Suite("Day trial, golden test of the evidence file")
struct DayTrialGoldenTests {
    private static let tolerance = 1e-6

    private static func check(_ found: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(abs(found - expected) <= tolerance, "\(found), not \(expected)", sourceLocation: sourceLocation)
    }

    @Test
    func `the posterior of the effect and of everything else`() throws {
        let (_, found) = try FairTestSamples.golden()
        Self.check(found.effect.mean, -0.967407)
        Self.check(found.effect.deviation, 0.472704)
        Self.check(found.effect.probability(below: 0), 0.977196)
        Self.check(found.effect.probability(below: -1), 0.470488)
        Self.check(found.effect.probability(above: 0), 0.022804)
        Self.check(found.autocorrelation, 0.587988)
        Self.check(found.halfLife, 0.352572)
        Self.check(found.noise, 0.859421)
        Self.check(found.trend, 0.138686)
        Self.check(found.level, 4.945415)
    }

    @Test
    func `another prior of the effect`() throws {
        let (_, found) = try FairTestSamples.golden(prior: DayTrialPriors.evidence)
        Self.check(found.effect.mean, -0.970591)
        Self.check(found.effect.deviation, 0.413072)
        Self.check(found.effect.probability(below: 0), 0.988473)
        Self.check(found.effect.probability(below: -1), 0.469567)
    }

    @Test(
        "log evidence and coefficients at one point of the grid",
        arguments: [
            (0.0, -40.198452, [5.017750, -1.051815, 0.101645]), (1, -40.840810, [5.076794, -1.201273, 0.134848]),
            (2, -41.825404, [4.983108, -1.031933, 0.167649]),
        ])
    func point(halfLife: Double, logEvidence: Double, coefficients: [Double]) throws {
        let (trial, _) = try FairTestSamples.golden()
        let fit = DayTrialModel().fit(trial, autocorrelation: 0.4, halfLife: halfLife, noise: 1)
        Self.check(fit.logEvidence, logEvidence)
        for (found, expected) in zip(fit.coefficients, coefficients) { Self.check(found, expected) }
    }

    @Test
    func `it likely helps, less surely than the difference of the means would have it`() throws {
        let (trial, _) = try FairTestSamples.golden()
        let analysis = DayTrialAnalysis(trial)
        #expect(analysis.verdicts == [.likelyHelps])
        #expect(analysis.counts.pairs == 4 && analysis.counts.logged == 29)
        #expect(analysis.counts.period == 4)
        #expect(analysis.look == .stopForHelp)
        func mean(_ isRoutine: Bool) -> Double {
            let values = zip(trial.assigned, trial.ratings).filter { $0.0 == isRoutine }.compactMap(\.1)
            return values.reduce(0, +) / Double(values.count)
        }
        Self.check(mean(true) - mean(false), -1.552381)
    }
}
