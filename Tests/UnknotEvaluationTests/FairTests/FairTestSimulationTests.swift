import Foundation
import Synchronization
import Testing

@testable import UnknotEvaluation

@Suite("Simulated fair tests")
struct FairTestSimulationTests {
    private static let isSoak = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] != nil

    @Test
    func `every published figure agrees within Monte Carlo error`() async throws {
        let results = try await FairTestSimulation().run(runs: Self.isSoak ? 4_000 : 100, seed: 1)
        let compared = results.filter { $0.distance != nil }
        #expect(compared.count > 70)
        // The largest of about 75 distances is above 3.3 once in ten times; the seed is fixed.
        for result in compared {
            let distance = try #require(result.distance)
            #expect(abs(distance) < 3.5, "\(result.title), \(result.figure.name): \(result.mean)")
        }
        let agreeing = compared.count { $0.agrees == true }
        #expect(Double(agreeing) >= 0.9 * Double(compared.count))
        for result in results {
            #expect(result.mean.isFinite && result.runs > 0)
            if result.figure.unit == .share { #expect((0...1).contains(result.mean)) }
        }
    }

    @Test
    func `the same seed gives the same figures, whatever the cores do, and another seed others`() async throws {
        let simulation = FairTestSimulation()
        let first = try await simulation.run(runs: 3, seed: 7)
        #expect(try await simulation.run(runs: 3, seed: 7) == first)
        #expect(try await simulation.run(runs: 3, seed: 8) != first)
    }

    @Test
    func `it stops when it is told to`() async {
        let asked = Atomic(0)
        await #expect(throws: CancellationError.self) {
            _ = try await FairTestSimulation().run(
                runs: 100, seed: 1, while: { asked.wrappingAdd(1, ordering: .relaxed).newValue < 3 })
        }
        #expect(asked.load(ordering: .relaxed) >= 3)
    }

    @Test
    func `Student's t of two small groups`() {
        // SciPy: stats.ttest_ind([1, 2, 3], [3, 4, 8])
        #expect(abs(NaiveAnalysis.studentT([1, 2, 3], [3, 4, 8]) + 1.8371173) < 1e-6)
        #expect(NaiveAnalysis.studentT([1, 1], [1, 1]) == 0)
    }

    @Test
    func `an error is never nothing, and a figure in the published range agrees`() {
        let figure = FairTestFigure.share("helps", 2...4)
        func result(_ mean: Double) -> FairTestResult {
            FairTestResult(title: "", figure: figure, runs: 400, mean: mean, deviation: 0)
        }
        #expect(result(0.03).distance == 0 && result(0.03).agrees == true)
        #expect(result(0.03).error > 0)
        #expect(result(0.5).agrees == false)
    }
}
