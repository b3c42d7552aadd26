import Numerics
import Testing

@testable import UnknotDynamics

@Suite("Convergence")
struct ConvergenceTests {
    /// The error after fixed steps over the pendulum, against many small steps.
    private static func error<Method: RosenbrockMethod>(_ method: Method.Type, steps: Int) -> Double {
        func end(_ count: Int) -> [Double] {
            var state = ArrayVector<Double>([1.2, 0.3])
            for _ in 0..<count {
                state = Method.step(Problems.pendulum, from: state, by: 2 / Double(count), dense: false).end
            }
            return Array(state.values.prefix(2))
        }
        let exact = end(2_000)
        return zip(end(steps), exact).map { abs($0 - $1) }.max() ?? 0
    }

    @Test("halving the step divides the error of Rodas4 by 2⁴", arguments: [20, 40])
    func rodas4(steps: Int) {
        let ratio = Self.error(Rodas4.self, steps: steps) / Self.error(Rodas4.self, steps: 2 * steps)
        #expect((3.6...4.6).contains(Double.log2(ratio)))
    }

    @Test("halving the step divides the error of Rodas5P by 2⁵", arguments: [20, 40])
    func rodas5P(steps: Int) {
        let ratio = Self.error(Rodas5P.self, steps: steps) / Self.error(Rodas5P.self, steps: 2 * steps)
        #expect((4.5...5.6).contains(Double.log2(ratio)))
    }

    @Test("the polynomial within a step has order 3 for Rodas4 and 4 for Rodas5P")
    func denseOutput() throws {
        func error<Method: RosenbrockMethod>(_ method: Method.Type, _ length: Double) throws -> Double {
            let start = ArrayVector<Double>([1.2, 0.3])
            let whole = Method.step(Problems.pendulum, from: start, by: length, dense: true)
            let dense = try #require(whole.dense)
            let inside = dense.state(at: 0.4, from: start, to: whole.end)
            var exact = start
            for _ in 0..<100 {
                exact = Rodas5P.step(Problems.pendulum, from: exact, by: 0.4 * length / 100, dense: false).end
            }
            return abs(inside.values[0] - exact.values[0]) + abs(inside.values[1] - exact.values[1])
        }
        // The local error falls with one power more than the order.
        #expect(try Double.log2(error(Rodas4.self, 0.2) / error(Rodas4.self, 0.1)) > 3.6)
        #expect(try Double.log2(error(Rodas5P.self, 0.2) / error(Rodas5P.self, 0.1)) > 4.6)
    }

    @Test("a stiff linear problem meets its closed form", arguments: [1e-4, 1e-6, 1e-8])
    func linear(tolerance: Double) throws {
        var load = TestLoad(system: Problems.linear, begin: [2, 0], durations: [1])
        let end = try load.run(Rodas4.self, SolverSettings(relative: tolerance, absolute: tolerance))
        #expect(abs(end[0] - .exp(-1)) < 10 * tolerance)
        #expect(abs(end[1] - .exp(-1)) < 10 * tolerance)
    }

    @Test("Robertson's reaction and van der Pol's oscillator meet published solutions", arguments: [1e-4, 1e-6, 1e-8])
    func published(tolerance: Double) throws {
        let settings = SolverSettings(relative: tolerance, absolute: tolerance * 1e-6, firstStep: 1e-6)
        for isFourth in [true, false] {
            var reaction = TestLoad(system: Problems.robertson, begin: [1, 0, 0], durations: [40])
            var swing = TestLoad(system: Problems.vanDerPol, begin: [2, -0.66], durations: [2])
            let first = try isFourth ? reaction.run(Rodas4.self, settings) : reaction.run(Rodas5P.self, settings)
            let second = try isFourth ? swing.run(Rodas4.self, settings) : swing.run(Rodas5P.self, settings)
            for (found, exact) in zip(first + second, Problems.robertsonAt40 + Problems.vanDerPolAt2) {
                #expect(found.isApproximatelyEqual(to: exact, relativeTolerance: 100 * tolerance))
            }
        }
    }
}
