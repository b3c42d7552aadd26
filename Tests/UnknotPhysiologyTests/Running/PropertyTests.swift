import Foundation
import SeededRandom
import Testing
import UnknotDynamics
import UnknotPhysiology

@Suite("Properties")
struct PropertyTests {
    private static let isSoak = ProcessInfo.processInfo.environment["UNKNOT_SOAK"] != nil
    private static let seeds: Range<UInt64> = 0..<(isSoak ? 300 : 12)

    private static func randomInputs(_ random: inout SplitMix64) -> KnotInputs {
        KnotInputs { inputs in
            inputs.load = ([0, 0.02, 0.1, 0.5, 1] as [Double]).randomElement(using: &random) ?? 0
            inputs.held = .random(in: 0...1, using: &random)
            inputs.damage = ([0, 0.5, 2] as [Double]).randomElement(using: &random) ?? 0
            inputs.overstretch = .random(in: 0...1, using: &random)
            inputs.stress = .random(in: 0...1, using: &random)
            inputs.sleepLoss = .random(in: 0...1, using: &random)
            inputs.hydration = .random(in: 0...4, using: &random)
            inputs.temperature = .random(in: -8...6, using: &random)
            inputs.press = ([0, 1, 3, 6] as [Double]).randomElement(using: &random) ?? 0
            inputs.cover = .random(in: 0...1, using: &random)
            inputs.rolling = .random(in: 0...1, using: &random)
            inputs.stretch = .random(in: 0...1, using: &random)
        }
    }

    private static func randomScenario(_ seed: UInt64) -> KnotScenario {
        var random = SplitMix64(seed: seed)
        let start = [KnotState.healthy, .latent, .active].randomElement(using: &random) ?? .healthy
        return KnotScenario(
            initial: start,
            segments: (0..<6).map { _ in
                let lengths: [Double] = [72, 1_800, 28_800, 172_800]
                let seconds = lengths.randomElement(using: &random) ?? 72
                return KnotSegment(seconds: seconds, randomInputs(&random))
            })
    }

    @Test("random inputs never lead out of the box", arguments: seeds)
    func box(seed: UInt64) throws {
        let settings = SolverSettings(relative: 1e-6)
        let run = try KnotModel().simulate(Self.randomScenario(seed), settings)
        for sample in run.samples {
            for (number, allowed) in zip(sample.state.values, KnotState.allowed) {
                // 10 times the absolute tolerance at the end of a step, and the polynomial within it.
                #expect(number >= allowed.lowerBound - 1e-6 && number <= allowed.upperBound + 1e-6)
            }
        }
    }

    @Test("an ensemble gives member by member the bits of single runs", arguments: [0, 0.5, 1])
    func ensemble(spread: Double) throws {
        var random = SplitMix64(seed: 3)
        let members = (0..<11).map { position in
            KnotEnsemble.Member(
                .drawn(spread: spread, using: &random), Self.randomScenario(UInt64(position)))
        }
        let settings = SolverSettings(relative: 1e-4)
        var samples: [[KnotState]] = members.map { [$0.scenario.initial] }
        var counts: [RunStatistics?] = members.map { _ in nil }
        KnotEnsemble(members).run(2..<11, settings) { sample in
            #expect(sample.index == samples[sample.member].count)
            samples[sample.member].append(sample.state)
        } finish: { member, outcome in
            counts[member] = try? outcome.get()
            return true
        }
        for position in 2..<11 {
            let single = try KnotModel(members[position].parameters).simulate(members[position].scenario, settings)
            #expect(samples[position] == single.samples.map(\.state))
            #expect(counts[position] == single.statistics)
        }
        #expect(samples[0].count == 1 && counts[1] == nil)
    }

    @Test("an ensemble stops when it is told to")
    func stopping() {
        let scenario = Self.randomScenario(1)
        let ensemble = KnotEnsemble(Array(repeating: .init(.nominal, scenario), count: 20))
        var finished = 0
        ensemble.run(0..<20, SolverSettings(relative: 1e-3), take: { _ in }) { _, _ in
            finished += 1
            return finished < 3
        }
        #expect(finished == 3)
    }

    @Test("a longer hold never gives a smaller immediate gain", arguments: [1.0, 1.5, 2.0, 2.5])
    func longerHolds(pressure: Double) throws {
        var rested = KnotInputs.rest
        let settle = KnotScenario(initial: .latent, segments: [KnotSegment(seconds: 1_200, rested)])
        let start = try #require(try KnotModel().simulate(settle).samples.last?.state)
        var held = rested
        held.press = pressure
        rested.press = 0
        let gains = try stride(from: 10.0, to: 190, by: 10).map { seconds in
            let scenario = KnotScenario(initial: start, segments: [KnotSegment(seconds: seconds, held)])
            let end = try #require(try KnotModel().simulate(scenario, SolverSettings(relative: 1e-8)).samples.last)
            return KnotModel().outputs(at: end.state, rested).pressThreshold
        }
        #expect(zip(gains, gains.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test("doubling the mediators needed for sensitisation never raises pain")
    func dullerNerves() throws {
        var parameters = KnotParameters.nominal
        parameters[.kS] *= 2
        let scenario = KnotScenario(
            initial: .active, segments: [KnotSegment(seconds: 28 * 86_400, .perpetuating)])
        let usual = try KnotModel().simulate(scenario).samples
        let duller = try KnotModel(parameters).simulate(scenario).samples
        for (one, other) in zip(usual, duller) {
            let before = KnotModel().outputs(at: one.state, .perpetuating).pain
            #expect(KnotModel(parameters).outputs(at: other.state, .perpetuating).pain <= before + 1e-9)
        }
    }
}
