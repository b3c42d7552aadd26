/// How large a change must be before it counts: the smallest one that people notice, or the largest one that is mere
/// noise, whichever is known.
///
/// It may depend on where one starts: a point less is much when it was three and little when it was nine.
public struct ChangeRule: Hashable, Sendable {
    /// From a starting value on, so much counts.
    public struct Step: Hashable, Sendable {
        /// The lowest starting value.
        public let from: Double
        /// The smallest change that counts, above 0.
        public let change: Double

        /// Describes a step.
        public init(from: Double, change: Double) {
            self.from = from
            self.change = change
        }
    }

    /// By rising start; the first one holds below its start too.
    public let steps: [Step]
    /// Whether more is better.
    public let isHigherBetter: Bool

    /// A rule.
    ///
    /// - Returns: Nothing unless there is a step, the starts rise and every change is above 0.
    public init?(steps: [Step], isHigherBetter: Bool) {
        guard !steps.isEmpty, steps.allSatisfy({ $0.change > 0 && $0.change.isFinite && $0.from.isFinite }),
            zip(steps, steps.dropFirst()).allSatisfy({ $0.from < $1.from })
        else { return nil }
        self.steps = steps
        self.isHigherBetter = isHigherBetter
    }

    /// The smallest change that counts from a starting value.
    public func smallest(from start: Double) -> Double {
        (steps.last { $0.from <= start } ?? steps[0]).change
    }
}
