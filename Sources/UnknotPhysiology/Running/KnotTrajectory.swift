public import UnknotDynamics

/// The result of a run: samples, and how hard it was.
public struct KnotTrajectory: Sendable {
    /// A state at a time.
    public struct Sample: Hashable, Sendable {
        /// Hours since the start.
        public let hours: Double
        /// The segment that ends at this time or contains it.
        public let segment: Int
        /// The state.
        public let state: KnotState
    }

    /// The start, then equal parts of every segment of at most an hour each.
    public let samples: [Sample]
    /// How hard the run was.
    public let statistics: RunStatistics
}
