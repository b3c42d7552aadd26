/// A while with constant inputs.
public struct KnotSegment: Hashable, Sendable {
    /// How long, in seconds; above zero.
    public var seconds: Double
    /// What acts on the knot.
    public var inputs: KnotInputs
    /// The longest time between its samples, in hours.
    public var sampling: Double

    /// Creates a segment.
    ///
    /// - Precondition: `seconds` and `sampling` are above zero and finite.
    public init(seconds: Double, _ inputs: KnotInputs, sampling: Double = 1) {
        precondition(seconds > 0 && seconds < .infinity && sampling > 0 && sampling < .infinity)
        self.seconds = seconds
        self.inputs = inputs
        self.sampling = sampling
    }

    /// How long, in hours.
    public var hours: Double { seconds / 3_600 }

    /// How many equal steps its samples make: usually one an hour, rounded up.
    public var samples: Int { max(1, Int((hours / sampling - 1e-12).rounded(.up))) }
}

/// What happens to a knot: a start and segments of constant inputs. The protocol of a run, apart from model and solver.
public struct KnotScenario: Hashable, Sendable {
    /// The state at the start.
    public var initial: KnotState
    /// What happens, in order; at least one segment.
    public var segments: [KnotSegment]

    /// Creates a scenario.
    ///
    /// - Precondition: There is a segment.
    public init(initial: KnotState, segments: [KnotSegment]) {
        precondition(!segments.isEmpty)
        self.initial = initial
        self.segments = segments
    }

    /// How long all segments take, in hours.
    public var hours: Double { segments.reduce(0) { $0 + $1.seconds } / 3_600 }

    /// How many samples a run gives, the start included.
    public var sampleCount: Int { segments.reduce(1) { $0 + $1.samples } }
}
