import CSundials
import Unknot

/// SUNDIALS CVODE (variable-order BDF, dense direct solver) over our right-hand side and Jacobian, started anew at every
/// breakpoint as our solver is.
final class CvodePeer {
    private var context: SUNContext?
    private let vector: N_Vector
    private let matrix: SUNMatrix
    private let linear: SUNLinearSolver
    private let memory: UnsafeMutableRawPointer
    /// What the callbacks see.
    private final class Equations {
        var current: KnotEquations?
    }
    private let equations = Equations()
    /// Steps of the last run.
    private(set) var steps = 0

    /// A call of CVODE failed.
    struct Failure: Error {
        let code: Int32
    }

    init(relative: Double, absolute: Double) throws {
        var context: SUNContext?
        SUNContext_Create(nil, &context)
        self.context = context
        vector = N_VNew_Serial(14, context)
        matrix = SUNDenseMatrix(14, 14, context)
        linear = SUNLinSol_Dense(vector, matrix, context)
        memory = CVodeCreate(CV_BDF, context)
        try check(CVodeInit(memory, Self.slope, 0, vector))
        try check(CVodeSStolerances(memory, relative, absolute))
        try check(CVodeSetUserData(memory, Unmanaged.passUnretained(equations).toOpaque()))
        try check(CVodeSetLinearSolver(memory, linear, matrix))
        try check(CVodeSetJacFn(memory, Self.jacobian))
        try check(CVodeSetMaxNumSteps(memory, 10_000_000))
    }

    deinit {
        var memory: UnsafeMutableRawPointer? = memory
        CVodeFree(&memory)
        SUNLinSolFree(linear)
        SUNMatDestroy(matrix)
        N_VDestroy(vector)
        SUNContext_Free(&context)
    }

    /// The states at all samples, the start included.
    func run(_ scenario: KnotScenario, _ parameters: KnotParameters = .nominal) throws -> [KnotState] {
        var samples = [scenario.initial]
        steps = 0
        samples.reserveCapacity(scenario.sampleCount)
        Self.write(scenario.initial, to: vector)
        for segment in scenario.segments {
            equations.current = KnotEquations(parameters, segment.inputs)
            try check(CVodeReInit(memory, 0, vector))
            try check(CVodeSetStopTime(memory, segment.hours))
            let count = segment.samples
            for sample in 1...count {
                var reached = 0.0
                let time = segment.hours * (Double(sample) / Double(count))
                try check(CVode(memory, time, vector, &reached, CV_NORMAL))
                samples.append(Self.read(vector))
            }
            var made = 0
            CVodeGetNumSteps(memory, &made)
            steps += made
        }
        return samples
    }

    private func check(_ code: Int32) throws {
        if code < 0 { throw Failure(code: code) }
    }

    private static let slope: CVRhsFn = { _, state, slope, user in
        guard let user, let state, let slope else { return -1 }
        let equations = Unmanaged<Equations>.fromOpaque(user).takeUnretainedValue()
        guard let current = equations.current else { return -1 }
        write(current.derivative(at: read(state)), to: slope)
        return 0
    }

    private static let jacobian: CVLsJacFn = { _, state, _, matrix, user, _, _, _ in
        guard let user, let state, let matrix, let data = SUNDenseMatrix_Data(matrix) else { return -1 }
        let equations = Unmanaged<Equations>.fromOpaque(user).takeUnretainedValue()
        equations.current?.jacobian(at: read(state)) { row, column, value in data[column * 14 + row] = value }
        return 0
    }

    private static func read(_ vector: N_Vector) -> KnotState {
        var state = KnotState(everywhere: 0)
        guard let data = N_VGetArrayPointer(vector) else { return state }
        state.fatigue = data[0]
        state.dehydration = data[1]
        state.oxygen = data[2]
        state.energy = data[3]
        state.lactate = data[4]
        state.drive = data[5]
        state.contracture = data[6]
        state.damage = data[7]
        state.mediators = data[8]
        state.sensitisation = data[9]
        state.centralSensitisation = data[10]
        state.structure = data[11]
        state.creep = data[12]
        state.analgesia = data[13]
        return state
    }

    private static func write(_ state: KnotState, to vector: N_Vector) {
        guard let data = N_VGetArrayPointer(vector) else { return }
        data[0] = state.fatigue
        data[1] = state.dehydration
        data[2] = state.oxygen
        data[3] = state.energy
        data[4] = state.lactate
        data[5] = state.drive
        data[6] = state.contracture
        data[7] = state.damage
        data[8] = state.mediators
        data[9] = state.sensitisation
        data[10] = state.centralSensitisation
        data[11] = state.structure
        data[12] = state.creep
        data[13] = state.analgesia
    }
}
