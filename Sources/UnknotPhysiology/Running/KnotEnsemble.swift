public import UnknotDynamics

/// Several members, each with its own constants, start and segments, run side by side.
///
/// The engine is synchronous and uses one core; run disjoint ranges of members on several cores and join what the sinks
/// took. A member's numbers do not depend on the range in which it runs.
public struct KnotEnsemble: Sendable {
    /// One member.
    public struct Member: Sendable {
        /// Its constants.
        public var parameters: KnotParameters
        /// Its start and what happens to it.
        public var scenario: KnotScenario

        /// Creates a member.
        public init(_ parameters: KnotParameters, _ scenario: KnotScenario) {
            self.parameters = parameters
            self.scenario = scenario
        }
    }

    /// The members. Those with the nominal exponents run faster.
    public let members: [Member]
    private let nominal: [Int]
    private let free: [Int]

    /// Creates an ensemble.
    public init(_ members: [Member]) {
        self.members = members
        nominal = members.indices.filter { members[$0].parameters.hasNominalExponents }
        free = members.indices.filter { !members[$0].parameters.hasNominalExponents }
    }

    /// A sample of a member; the start of a member is not reported.
    public struct Sample: Sendable {
        /// The member's position in `members`.
        public let member: Int
        /// The segment that ends at this time or contains it.
        public let segment: Int
        /// Counted through all samples of the member; the start would be 0.
        public let index: Int
        /// The state.
        public let state: KnotState
    }

    /// Runs a range of members.
    ///
    /// - Parameters:
    ///   - range: Positions in `members`.
    ///   - take: Takes the samples, those of one member in order; it decides how much is kept.
    ///   - finish: Takes the outcome of each member and says whether to go on with the others.
    public func run(
        _ range: Range<Int>, _ settings: SolverSettings, take: (Sample) -> Void,
        finish: (Int, Result<RunStatistics, SolverFailure>) -> Bool
    ) {
        precondition(range.lowerBound >= 0 && range.upperBound <= members.count)
        let plain = nominal.filter { range.contains($0) }
        let other = free.filter { range.contains($0) }
        withoutActuallyEscaping(take) { take in
            withoutActuallyEscaping(finish) { finish in
                let goesOn = EnsembleLoad<SIMD4<Double>, NominalPowers>.run(members, plain, settings, take, finish)
                guard goesOn else { return }
                _ = EnsembleLoad<SIMD4<Double>, FreePowers>.run(members, other, settings, take, finish)
            }
        }
    }
}
