/// What is to be integrated: members, each with its own start, segments of constant inputs, and samples.
///
/// Time is counted from the start of each segment, so that it loses no digits in long runs. Everything a workload needs
/// is made before the run; the integrator itself allocates nothing.
public protocol Workload {
    /// The equations.
    associatedtype System: StiffSystem

    /// How many segments a member goes through, at least one.
    func segments(of member: Int) -> Int
    /// How long a segment lasts; above zero.
    func duration(of segment: Int, member: Int) -> Double
    /// Into how many equal parts a segment is divided by its samples; 0 for no samples.
    func samples(in segment: Int, member: Int) -> Int
    /// Where a member starts.
    func start(of member: Int) -> System.State.Single
    /// Puts a member's parameters and the segment's inputs into one lane of the system.
    func prepare(_ system: inout System, lane: Int, member: Int, segment: Int)
    /// Takes a state at the end of a part of a segment; `sample` counts from 1.
    mutating func record(_ state: System.State.Single, member: Int, segment: Int, sample: Int)
    /// Takes what the run of a member cost, or why it stopped; says whether to go on with the others.
    mutating func finish(_ member: Int, _ outcome: Result<RunStatistics, SolverFailure>) -> Bool
    /// Asked after every segment: whether to go on.
    mutating func goesOn(after segment: Int, member: Int) -> Bool
}

extension Workload {
    /// Always goes on.
    @inlinable
    public mutating func goesOn(after segment: Int, member: Int) -> Bool { true }
}
