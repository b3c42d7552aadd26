import Numerics
import Testing
import UnknotDynamics

@testable import UnknotPhysiology

@Suite("Equilibria")
struct EquilibriumTests {
    private static func inputs(_ name: String) -> KnotInputs {
        switch name {
        case "quiet": .quiet
        case "perpetuating": .perpetuating
        case "overloaded": .overloaded
        default: .ordinary
        }
    }

    /// The Jacobian by differences.
    private static func jacobian(_ state: KnotState, _ inputs: KnotInputs) -> [[Double]] {
        let model = KnotModel()
        var columns: [[Double]] = []
        for column in 0..<14 {
            var direction = Array(repeating: 0.0, count: 14)
            direction[column] = 1
            guard let unit = KnotState(direction) else { continue }
            let length = 1e-6 * max(1e-3, abs(state.values[column]))
            let above = model.derivative(at: state.adding(unit, times: length), inputs).values
            let below = model.derivative(at: state.adding(unit, times: -length), inputs).values
            columns.append(zip(above, below).map { ($0 - $1) / (2 * length) })
        }
        return (0..<14).map { row in columns.map { $0[row] } }
    }

    @Test("every reference equilibrium is found from a start beside it, with its stability, label and digits")
    func found() throws {
        let equilibria = try Reference.equilibria()
        #expect(equilibria.count == 14)
        for reference in equilibria {
            let exact = try #require(KnotState(reference.state))
            let inputs = Self.inputs(reference.inputs)
            var start = exact
            start.contracture *= 1.001
            start.oxygen *= 0.998
            start.mediators *= 1.0005
            let equilibrium = try #require(KnotModel().equilibrium(near: start, inputs))
            #expect(equilibrium.residual < 1e-9)
            #expect(equilibrium.unstableDirections == (reference.stability == "stable" ? 0 : 1))
            for (number, expected) in zip(equilibrium.state.values, exact.values) {
                #expect(number.isApproximatelyEqual(to: expected, absoluteTolerance: 1e-10, relativeTolerance: 1e-7))
            }
            #expect(KnotModel().outputs(at: equilibrium.state, inputs).label.rawValue == reference.label)
        }
    }

    @Test("long runs end in the stable states", arguments: [KnotInputs.quiet, .ordinary, .perpetuating, .overloaded])
    func settled(inputs: KnotInputs) throws {
        let stable = try Reference.equilibria().filter { $0.stability == "stable" && Self.inputs($0.inputs) == inputs }
        for start in [KnotState.healthy, .latent, .active] {
            let scenario = KnotScenario(initial: start, segments: [KnotSegment(seconds: 300 * 86_400, inputs)])
            let end = try #require(try KnotModel().simulate(scenario).samples.last?.state)
            let equilibrium = try #require(KnotModel().equilibrium(near: end, inputs))
            #expect(equilibrium.unstableDirections == 0)
            #expect(
                stable.contains {
                    abs($0.state[6] - equilibrium.state.contracture) < 1e-6
                        && abs($0.state[9] - equilibrium.state.sensitisation) < 1e-6
                })
        }
    }

    /// Eigenvalues right of the reference value change the sign of det(λ − J), which the elimination also computes.
    @Test("stable states are stable, and saddles have one unstable direction with the reference's rate")
    func stability() throws {
        for equilibrium in try Reference.equilibria() {
            let state = try #require(KnotState(equilibrium.state))
            let matrix = Self.jacobian(state, Self.inputs(equilibrium.inputs))
            let unstable = Eigenvalues.countRightOfZero(matrix)
            #expect(unstable == (equilibrium.stability == "stable" ? 0 : 1))
            let leading = Eigenvalues.leading(matrix)
            #expect(leading.isApproximatelyEqual(to: equilibrium.leading, relativeTolerance: 2e-3))
        }
    }

    @Test("the named starts are the stable rows of the reference table")
    func named() throws {
        let rows = try Reference.equilibria().filter { $0.stability == "stable" }
        let pairs: [(KnotState, String, String)] = [
            (.healthy, "ordinary", "none"), (.latent, "ordinary", "latent"), (.active, "perpetuating", "active"),
        ]
        for (state, inputs, label) in pairs {
            let row = try #require(rows.first { $0.inputs == inputs && $0.label == label })
            for (number, exact) in zip(state.values, row.state) {
                #expect(number.isApproximatelyEqual(to: exact, absoluteTolerance: 1e-20, relativeTolerance: 1e-9))
            }
        }
    }
}
