import Testing
import UnknotDynamics
import UnknotPhysiology

@Suite("Trajectories")
struct TrajectoryTests {
    /// The largest distance of a state from the reference as a share of the state's range, and of the threshold.
    private static func compare(
        _ name: String, _ settings: SolverSettings
    ) throws -> (state: Double, threshold: Double, labels: Int) {
        let scenario = try Reference.scenario(name)
        let rows = try Reference.rows(name)
        let run = try KnotModel().simulate(scenario, settings)
        #expect(run.samples.count == rows.count)
        var state = 0.0
        var threshold = 0.0
        var labels = 0
        for index in 0..<14 {
            let column = rows.map { $0.state[index] }
            let range = (column.max() ?? 0) - (column.min() ?? 0)
            guard range > 0 else { continue }
            for (sample, exact) in zip(run.samples, column) {
                state = max(state, abs(sample.state.values[index] - exact) / range)
            }
        }
        let outputs = run.samples.map {
            KnotModel().outputs(at: $0.state, scenario.segments[$0.segment].inputs)
        }
        for (position, row) in rows.enumerated() {
            #expect(abs(run.samples[position].hours - row.hours) < 1e-6)
            threshold = max(threshold, abs(outputs[position].pressThreshold - row.pressThreshold))
            let near = max(0, position - 1)...min(rows.count - 1, position + 1)
            if !near.contains(where: { outputs[$0].label.rawValue == row.label }) { labels += 1 }
        }
        return (state, threshold, labels)
    }

    @Test("at 1e-9 every state is within 1e-6 of its range", arguments: ["doms", "release", "onset"])
    func exact(name: String) throws {
        let worst = try Self.compare(name, SolverSettings(relative: 1e-9))
        #expect(worst.state < 1e-6)
        #expect(worst.threshold < 1e-5)
        #expect(worst.labels == 0)
    }

    @Test(
        "at 1e-6 every state is within 1e-3, by both methods", arguments: ["doms", "release", "onset"],
        SolverMethod.allCases)
    func usual(name: String, method: SolverMethod) throws {
        let worst = try Self.compare(name, SolverSettings(relative: 1e-6, method: method))
        #expect(worst.state < 1e-4)
        #expect(worst.threshold < 1e-4)
        #expect(worst.labels == 0)
    }

    @Test("the same scenario gives the same bits again")
    func repeatable() throws {
        let scenario = try Reference.scenario("doms")
        let first = try KnotModel().simulate(scenario)
        #expect(try KnotModel().simulate(scenario).samples == first.samples)
    }

    @Test("progress rises to 1, and returning false stops the run")
    func progress() throws {
        let scenario = try Reference.scenario("doms")
        var seen: [Double] = []
        _ = try KnotModel().simulate(scenario) { share in
            seen.append(share)
            return true
        }
        #expect(seen == seen.sorted() && seen.last == 1 && seen.count == scenario.segments.count)
        #expect(throws: SolverFailure.cancelled) { try KnotModel().simulate(scenario) { $0 < 0.3 } }
    }
}
