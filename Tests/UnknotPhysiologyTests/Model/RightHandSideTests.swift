import Numerics
import Testing
import UnknotDynamics

@testable import UnknotPhysiology

@Suite("Right-hand side")
struct RightHandSideTests {
    @Test("derivatives and outputs equal the reference to 1e-12")
    func reference() throws {
        let vectors = try Reference.vectors()
        #expect(vectors.count == 60)
        for vector in vectors {
            let state = try #require(KnotState(vector.y))
            let inputs = Reference.inputs(vector.u)
            let found = KnotModel().derivative(at: state, inputs).values
            let felt = KnotModel().outputs(at: state, inputs)
            let hidden = KnotModel().diagnostics(at: state, inputs)
            let out = vector.out
            let pairs =
                Array(zip(found, vector.dy)) + [
                    (felt.pain, out.pain), (felt.evokedPain, out.evoked), (felt.pressThreshold, out.threshold),
                    (felt.firmness, out.stiffness), (felt.range, out.range), (hidden.acidity, out.pH),
                    (hidden.relativeFlow, out.flow), (hidden.musclePressure, out.pim),
                    (hidden.ischaemia, out.ischaemia),
                    (hidden.nociception, out.nociception), (hidden.oxygenUptake, out.uptake),
                    (hidden.conductance, out.v),
                    (hidden.kroghDrop, out.dPk),
                ]
            for (number, exact) in pairs {
                #expect(
                    number.isApproximatelyEqual(to: exact, absoluteTolerance: 1e-14, relativeTolerance: 1e-12))
            }
            #expect(felt.label.rawValue == out.label)
        }
    }

    @Test("free exponents give what products give")
    func powers() throws {
        for vector in try Reference.vectors() {
            let state = try #require(KnotState(vector.y))
            let coefficients = KnotCoefficients(.nominal, Reference.inputs(vector.u))
            let free = KnotSystem<Double, FreePowers>(coefficients: coefficients).derivative(at: state).values
            for (number, exact) in zip(free, vector.dy) {
                #expect(
                    number.isApproximatelyEqual(to: exact, absoluteTolerance: 1e-12, relativeTolerance: 1e-12))
            }
        }
    }

    @Test("the Jacobian equals differences, and the elimination solves with it", arguments: KnotModelVersion.allCases)
    func jacobian(version: KnotModelVersion) throws {
        for vector in try Reference.vectors() {
            let state = try #require(KnotState(vector.y))
            let coefficients = KnotCoefficients(KnotParameters(version), Reference.inputs(vector.u))
            try check(KnotSystem<Double, NominalPowers>(coefficients: coefficients), state)
            try check(KnotSystem<Double, FreePowers>(coefficients: coefficients), state)
        }
    }

    /// x from (shift − J) x = b must fulfil the equation with J x from differences along x.
    private func check<Powers: PowerLaw>(_ system: KnotSystem<Double, Powers>, _ state: KnotState) throws {
        let (slope, jacobian) = system.linearised(at: state)
        #expect(slope.values == system.derivative(at: state).values)
        for shift in [3.0, 400.0] {
            let right = try #require(KnotState((1...14).map { Double($0) / 10 }))
            let solution = system.solve(system.factors(jacobian, shift: shift), right)
            let length = 1e-6 / (solution.values.map { abs($0) }.max() ?? 1)
            let above = system.derivative(at: state.adding(solution, times: length)).values
            let below = system.derivative(at: state.adding(solution, times: -length)).values
            for index in 0..<14 {
                let product = (above[index] - below[index]) / (2 * length)
                let sum = shift * solution.values[index] - product
                let size = abs(shift * solution.values[index]) + abs(product) + 1
                #expect(abs(sum - right.values[index]) < 1e-5 * size)
            }
        }
    }

    @Test("without pressing, how a tool would press makes no difference")
    func noPress() {
        let first = KnotModel().derivative(at: .active, KnotInputs { $0.cover = 1 }).values
        let second = KnotModel().derivative(
            at: .active,
            KnotInputs {
                $0.cover = 0.3
                $0.rolling = 1
            }
        ).values
        for (one, other) in zip(first, second) { #expect(abs(one - other) < 1e-7) }
    }
}
