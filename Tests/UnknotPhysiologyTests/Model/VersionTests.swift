import Numerics
import Testing
import UnknotDynamics

@testable import UnknotPhysiology

@Suite("Versions of the model")
struct VersionTests {
    @Test("version 1 is what one gets without asking")
    func usual() {
        #expect(KnotParameters.nominal == KnotParameters(.one))
        #expect(KnotModel().parameters.version == .one)
        #expect(KnotParameters.nominal != KnotParameters(.two))
        #expect(KnotModel().start(from: .latent) == .latent)
    }

    @Test("version 2 differs in two constants, demand under load and lactate after a press")
    func differences() throws {
        let changed = KnotParameter.allCases.filter { KnotParameters(.two)[$0] != KnotParameters.nominal[$0] }
        #expect(changed == [.vC, .aL])
        var same = KnotParameters(.two)
        same[.vC] = KnotParameters.nominal[.vC]
        same[.aL] = KnotParameters.nominal[.aL]
        for vector in try Reference.vectors() {
            let state = try #require(KnotState(vector.y))
            let inputs = Reference.inputs(vector.u)
            let one = KnotModel().derivative(at: state, inputs)
            let two = KnotModel(same).derivative(at: state, inputs)
            #expect((two.lactate - one.lactate).isApproximatelyEqual(to: 15 * state.analgesia, absoluteTolerance: 1e-9))
            for (place, (first, second)) in zip(one.values, two.values).enumerated() where ![2, 3, 4].contains(place) {
                #expect(first == second)
            }
            if inputs.load == 0 { #expect(one.oxygen == two.oxygen && one.energy == two.energy) }
        }
    }

    @Test(
        "none and latent hold in ordinary life, active needs stress and lost sleep, in every version",
        arguments: KnotModelVersion.allCases)
    func regimes(version: KnotModelVersion) throws {
        let model = KnotModel(version: version)
        let starts: [(KnotState, KnotInputs, KnotLabel)] = [
            (.healthy, .ordinary, .none), (.latent, .ordinary, .latent), (.active, .perpetuating, .active),
        ]
        for (state, inputs, label) in starts {
            let own = model.start(from: state)
            let equilibrium = try #require(model.equilibrium(near: own, inputs))
            #expect(equilibrium.unstableDirections == 0)
            #expect(zip(equilibrium.state.values, own.values).allSatisfy { abs($0 - $1) < 1e-7 })
            #expect(model.outputs(at: own, inputs).label == label)
        }
        let month = [KnotSegment(seconds: 30 * 86_400, .ordinary)]
        let run = try model.simulate(KnotScenario(initial: model.start(from: .active), segments: month))
        let end = try #require(run.samples.last)
        #expect(model.outputs(at: end.state, .ordinary).label == .latent)
    }
}
