import Testing

@testable import UnknotDynamics

@Suite("Running")
struct IntegratorTests {
    private static let decay = TestSystem(size: 1) {
        [-$0[0]]
    } matrix: { _ in
        [[-1]]
    }

    @Test("samples stand at equal parts of every segment, and the last is the state at its end")
    func samples() throws {
        var load = TestLoad(system: Self.decay, begin: [1], durations: [1, 2], parts: 4)
        _ = try load.run(Rodas5P.self, SolverSettings(relative: 1e-9))
        let times = [0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3]
        #expect(load.samples.count == times.count)
        for (sample, time) in zip(load.samples, times) { #expect(abs(sample[0] - (-time).exponential) < 1e-8) }
    }

    @Test("a step that leaves the box is thrown away and tried again with half the length")
    func box() {
        var place = LanePlace(member: 0)
        place.begin(segment: 0, duration: 100, samples: 1, firstStep: 1)
        let isKept = place.judge(error: 0.1, excess: 1.01, order: 4)
        #expect(!isKept)
        #expect(place.statistics.rejectedForBox == 1 && place.statistics.steps == 0)
        let failure = place.planNext(limit: 100)
        #expect(failure == nil)
        #expect(place.step == 0.5)
        let isKeptNext = place.judge(error: 1e-9, excess: 0.99, order: 4)
        #expect(isKeptNext)
        // After a rejection the step does not grow at once.
        #expect(place.allowed == 0.5)
    }

    @Test("a solution that must leave the box stops there")
    func wall() throws {
        var system = TestSystem(size: 1) { _ in
            [1]
        } matrix: { _ in
            [[0]]
        }
        system.upperBound = 1
        var load = TestLoad(system: system, begin: [0], durations: [2])
        let failure = #expect(throws: SolverFailure.self) { _ = try load.run(Rodas4.self, SolverSettings()) }
        guard case .stepTooSmall(0, let time) = try #require(failure) else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(abs(time - 1) < 1e-6)
    }

    @Test("a derivative without value is reported as such")
    func notFinite() throws {
        let system = TestSystem(size: 1) {
            [$0[0] / 0 - $0[0] / 0]
        } matrix: { _ in
            [[0]]
        }
        var load = TestLoad(system: system, begin: [1], durations: [1])
        #expect(throws: SolverFailure.notFinite(segment: 0)) { _ = try load.run(Rodas4.self, SolverSettings()) }
    }

    @Test("a solution that runs away ends with a step too small, near its pole")
    func pole() throws {
        let system = TestSystem(size: 1) {
            [$0[0] * $0[0]]
        } matrix: {
            [[2 * $0[0]]]
        }
        var load = TestLoad(system: system, begin: [1], durations: [2])
        let failure = #expect(throws: SolverFailure.self) { _ = try load.run(Rodas4.self, SolverSettings()) }
        switch try #require(failure) {
        case .stepTooSmall(_, let time), .tooManySteps(_, let time): #expect(abs(time - 1) < 1e-3)
        case .notFinite, .cancelled: Issue.record("\(String(describing: failure))")
        }
    }

    @Test("the number of steps in a segment is limited")
    func limit() throws {
        var load = TestLoad(system: Problems.pendulum, begin: [1, 0], durations: [1_000])
        let settings = SolverSettings(relative: 1e-8, stepLimit: 50)
        let failure = #expect(throws: SolverFailure.self) { _ = try load.run(Rodas4.self, settings) }
        guard case .tooManySteps = try #require(failure) else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test("the caller can stop between two segments")
    func cancelling() throws {
        var load = TestLoad(system: Self.decay, begin: [1], durations: [1, 1, 1], stopAfter: 2)
        #expect(throws: SolverFailure.cancelled) { _ = try load.run(Rodas4.self, SolverSettings()) }
        #expect(load.samples.count == 2)
    }

    @Test("the first step of every segment is as short as asked")
    func firstStep() throws {
        var load = TestLoad(system: Self.decay, begin: [1], durations: [1])
        _ = try load.run(Rodas4.self, SolverSettings(relative: 0.1, firstStep: 1e-5))
        #expect(try #require(try load.outcome?.get()).smallestStep == 1e-5)
    }
}
