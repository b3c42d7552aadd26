import SeededRandom
import Testing

@testable import UnknotCare

@Suite("Session screen")
struct SessionScreenTests {
    private static func near(_ found: Double, _ expected: Double, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(abs(found - expected) <= 1e-6, "\(found), not \(expected)", sourceLocation: sourceLocation)
    }

    @Test
    func `the golden test of the evidence file`() throws {
        let found = SessionScreenModel().posterior(of: try FairTestSamples.goldenScreen())
        for (effect, expected) in zip(
            found.effects, [(0.603817, 0.446527), (-0.594537, 0.451218), (-0.024230, 0.445655)])
        {
            Self.near(effect.mean, expected.0)
            Self.near(effect.deviation, expected.1)
        }
        for (difference, expected) in zip(
            found.differences,
            [[-1.198353, 0.260492, 0.999652, 0.797541], [-0.628047, 0.231792, 0.993769, 0.050533]])
        {
            Self.near(difference.mean, expected[0])
            Self.near(difference.deviation, expected[1])
            Self.near(difference.probability(below: 0), expected[2])
            Self.near(difference.probability(below: -1), expected[3])
        }
        Self.near(found.spread, 0.707437)
        Self.near(found.noise, 0.398032)
        Self.near(found.regression, -0.451411)
        Self.near(found.level, -1.105884)
        #expect(found.ranking == [1, 2, 0])
    }

    @Test("the order of sessions means nothing, and other names only move the results", arguments: 1...5)
    func symmetries(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let screen = try FairTestSamples.goldenScreen()
        let order = screen.techniques.indices.shuffled(using: &random)
        let swap = [0, 2, 1]
        let other = try SessionScreen(
            techniques: order.map { swap[screen.techniques[$0]] }, before: order.map { screen.before[$0] },
            after: order.map { screen.after[$0] })
        let one = SessionScreenModel().posterior(of: screen)
        let two = SessionScreenModel().posterior(of: other)
        for (technique, name) in swap.enumerated() {
            #expect(abs(one.effects[technique].mean - two.effects[name].mean) < 1e-10)
        }
        #expect(abs(one.differences[0].mean - two.differences[1].mean) < 1e-10)
        #expect(abs(one.noise - two.noise) < 1e-10)
    }

    @Test
    func `five sessions of one technique are too few to rank, six rank and judge`() throws {
        let screen = try FairTestSamples.goldenScreen()
        let analysis = SessionScreenAnalysis(screen)
        #expect(analysis.best == 1 && analysis.sessions == [6, 6, 6])
        #expect(analysis.verdicts == [.eases, .eases])
        let shorter = try SessionScreen(
            techniques: screen.techniques.dropLast(), before: screen.before.dropLast(), after: screen.after.dropLast())
        #expect(SessionScreenAnalysis(shorter).best == nil && SessionScreenAnalysis(shorter).verdicts.isEmpty)
    }

    @Test
    func `a difference from rest needs sessions of both`() throws {
        let screen = try FairTestSamples.goldenScreen()
        let analysis = SessionScreenAnalysis(screen)
        #expect(analysis.difference(0) == nil && analysis.difference(1) == analysis.posterior.differences[0])
        let never = try SessionScreen(techniques: [1, 1, 2], before: [5, 5, 5], after: [2, 2, 4], count: 4)
        #expect((0..<4).allSatisfy { SessionScreenAnalysis(never).difference($0) == nil })
        let half = SessionScreenAnalysis(
            try SessionScreen(techniques: [0, 1], before: [5, 5], after: [4, 2], count: 3))
        #expect(half.difference(1) != nil && half.difference(2) == nil)
    }

    @Test
    func `a look that only ranks has no verdicts`() throws {
        let analysis = SessionScreenAnalysis(try FairTestSamples.goldenScreen(), isJudged: false)
        #expect(analysis.best == 1 && analysis.verdicts.isEmpty)
    }

    @Test
    func `without sessions the priors are left, equal for all`() throws {
        let empty = try SessionScreen(techniques: [], before: [], after: [], count: 4)
        let found = SessionScreenModel().posterior(of: empty)
        #expect(found.effects.count == 4 && found.ranking == [0, 1, 2, 3])
        #expect(found.differences.allSatisfy { abs($0.mean) < 1e-12 && abs($0.probability(below: 0) - 0.5) < 1e-12 })
        #expect(SessionScreenAnalysis(empty).best == nil)
    }

    @Test
    func `a record that is none is refused`() {
        #expect(throws: SessionScreen.Problem.badTechnique(session: 0)) {
            try SessionScreen(techniques: [8], before: [1], after: [1])
        }
        #expect(throws: SessionScreen.Problem.badRating(session: 0, list: "after")) {
            try SessionScreen(techniques: [1], before: [1], after: [11])
        }
        #expect(throws: SessionScreen.Problem.lengthsDiffer(sessions: 1, list: "before", entries: 0)) {
            try SessionScreen(techniques: [1], before: [], after: [1])
        }
    }
}
