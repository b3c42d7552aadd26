/// Times repeated runs of the same work.
enum Timing {
    /// Milliseconds of each run, after one that is not counted.
    static func milliseconds(runs: Int, _ work: () throws -> Void) rethrows -> [Double] {
        try work()
        let clock = ContinuousClock()
        return try (0..<runs).map { _ in
            let elapsed = try clock.measure { try work() }
            return Double(elapsed.components.seconds) * 1_000 + Double(elapsed.components.attoseconds) / 1e15
        }
    }
}

extension [Double] {
    /// The value below which a share of the values lies.
    func quantile(_ share: Double) -> Double {
        let ordered = sorted()
        return ordered[Swift.min(ordered.count - 1, Int((Double(ordered.count) * share).rounded(.up)) - 1)]
    }

    /// The middle value.
    var median: Double { quantile(0.5) }
}
