import UnknotDynamics

/// A test problem: f and its Jacobian as functions of arrays, solved by a plain dense decomposition with pivots.
struct TestSystem: StiffSystem {
    typealias State = ArrayVector<Double>

    let size: Int
    let slope: @Sendable ([Double]) -> [Double]
    let matrix: @Sendable ([Double]) -> [[Double]]
    var upperBound = Double.infinity

    func derivative(at state: State) -> State { State(slope(Array(state.values.prefix(size)))) }

    func linearised(at state: State) -> (derivative: State, jacobian: [[Double]]) {
        (derivative(at: state), matrix(Array(state.values.prefix(size))))
    }

    func factors(_ jacobian: [[Double]], shift: Double) -> [[Double]] {
        var shifted = jacobian.map { row in row.map { -$0 } }
        for index in 0..<size { shifted[index][index] += shift }
        return shifted
    }

    func solve(_ factors: [[Double]], _ rightHandSide: State) -> State {
        var rows = factors
        var right = Array(rightHandSide.values.prefix(size))
        for column in 0..<size {
            let pivot = (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            rows.swapAt(column, pivot)
            right.swapAt(column, pivot)
            for row in (column + 1)..<max(size, column + 1) {
                let factor = rows[row][column] / rows[column][column]
                for inner in column..<size { rows[row][inner] -= factor * rows[column][inner] }
                right[row] -= factor * right[column]
            }
        }
        for row in (0..<size).reversed() {
            for column in (row + 1)..<max(size, row + 1) { right[row] -= rows[row][column] * right[column] }
            right[row] /= rows[row][row]
        }
        return State(right)
    }

    func excess(of state: State) -> Double {
        state.values.prefix(size).map { $0 - upperBound }.max() ?? 0
    }
}

/// One member, one or more segments, samples kept.
struct TestLoad: Workload {
    let system: TestSystem
    let begin: [Double]
    var durations: [Double]
    var parts = 1
    var samples: [[Double]] = []
    var outcome: Result<RunStatistics, SolverFailure>?
    var stopAfter = Int.max

    func segments(of member: Int) -> Int { durations.count }
    func duration(of segment: Int, member: Int) -> Double { durations[segment] }
    func samples(in segment: Int, member: Int) -> Int { parts }
    func start(of member: Int) -> ArrayVector<Double> { ArrayVector(begin) }
    func prepare(_ system: inout TestSystem, lane: Int, member: Int, segment: Int) {}
    mutating func record(_ state: ArrayVector<Double>, member: Int, segment: Int, sample: Int) {
        samples.append(Array(state.values.prefix(system.size)))
    }
    mutating func finish(_ member: Int, _ outcome: Result<RunStatistics, SolverFailure>) -> Bool {
        self.outcome = outcome
        return true
    }
    mutating func goesOn(after segment: Int, member: Int) -> Bool { segment + 1 < stopAfter }

    /// Runs it and returns the last sample.
    mutating func run<Method: RosenbrockMethod>(_ method: Method.Type, _ settings: SolverSettings) throws -> [Double] {
        var integrator = LaneIntegrator<Self, Method>(system, members: 0..<1, settings: settings)
        integrator.run(&self)
        _ = try outcome?.get()
        return samples.last ?? []
    }
}
