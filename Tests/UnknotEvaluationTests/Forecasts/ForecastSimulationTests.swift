import Foundation
import SeededRandom
import Synchronization
import Testing
import Unknot

@testable import UnknotEvaluation

@Suite("Simulated forecasts")
struct ForecastSimulationTests {
    private static let isSoak = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] != nil

    /// `make soak` judges every kind of people, `make test` two of them with limits that chance keeps.
    @Test
    func `intervals hold what they promise, and the middle is as near as the last day or nearer`() async throws {
        let all = ForecastWorld.all
        let worlds = Self.isSoak ? all : [all[0], all[8]]
        let results = try await ForecastSimulation(worlds).run(runs: Self.isSoak ? 300 : 10, seed: 1)
        for title in ["all simulated people", "all published courses"] {
            let own = results.filter { $0.title == title }
            #expect(own.count == ForecastWorld.horizons.count)
            for result in own {
                let slack = Self.isSoak ? 0 : 0.17
                #expect(result.coverage > 0.8 - slack && result.coverage < 0.97 + slack, "\(result)")
                #expect(result.count > 0 && result.tendernessCount > 0)
            }
            let tomorrow = try #require(own.first { $0.horizon == 1 })
            #expect(tomorrow.meanError <= tomorrow.persistence + (Self.isSoak ? 0 : 0.25))
            let later = try #require(own.first { $0.horizon == 14 })
            #expect(later.meanError < later.persistence)
        }
    }

    @Test
    func `the same seed gives the same figures`() async throws {
        let simulation = ForecastSimulation([ForecastWorld.all[1]])
        let first = try await simulation.run(runs: 2, seed: 7)
        #expect(try await simulation.run(runs: 2, seed: 7) == first)
        #expect(try await simulation.run(runs: 2, seed: 8) != first)
    }

    @Test
    func `it stops when it is told to`() async {
        await #expect(throws: CancellationError.self) {
            _ = try await ForecastSimulation().run(runs: 5, seed: 1, while: { false })
        }
    }

    @Test
    func `published means are met on their days`() {
        let costa = [5.2, 2.3, 1.2, 0.6]
        for (day, mean) in zip([0.0, 42, 182, 364], costa) {
            #expect(abs(ForecastWorld.mean(costa, at: day) - mean) < 1e-9)
        }
        #expect(ForecastWorld.mean(costa, at: 1_000) == 0.6)
    }

    @Test
    func `baselines say what they are called`() throws {
        let ratings: [Double?] = [9, nil, 3, 4, 5, 4, 3, 2, 4, nil]
        #expect(ForecastBaseline.persistence.value(ratings, ahead: 3) == 4)
        #expect(try #require(ForecastBaseline.weekMean.value(ratings, ahead: 3)) == 25.0 / 7)
        let falling = (0..<30).map { day -> Double? in 1 + 6 * exp(-Double(day) / 8) }
        let later = try #require(ForecastBaseline.recovery.value(falling, ahead: 7))
        #expect(abs(later - (1 + 6 * exp(-36.0 / 8))) < 1e-6)
        #expect(ForecastBaseline.persistence.value([nil, nil], ahead: 1) == nil)
    }
}
