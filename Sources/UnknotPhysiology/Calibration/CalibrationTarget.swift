public import UnknotDynamics

/// A published observation, and how the model repeats it.
public struct CalibrationTarget: Sendable {
    /// What the observation was used for.
    public enum Status: Sendable {
        /// Constants were tuned to it.
        case fitted
        /// Nothing was tuned to it, though some of these were seen while tuning: weak evidence.
        case checked
    }

    /// The specification's name, `t01` and so on.
    public let id: StaticString
    /// What the observation was used for.
    public let status: Status
    /// What was observed.
    public let what: StaticString
    /// What was published, in words.
    public let published: StaticString
    /// Which values count as met: one or two standard errors, the published interval, or our judgement.
    public let band: ClosedRange<Double>
    /// The unit; empty for plain numbers.
    public let unit: StaticString
    /// Keys of `references.csv` joined by semicolons, or `assumption`, `from_memory`.
    public let source: StaticString
    /// What should be known about it; often empty.
    public let note: StaticString
    /// The experiment, repeated on the model.
    let measure: @Sendable (CalibrationBench) throws(SolverFailure) -> Double

    init(
        _ id: StaticString, _ status: Status, _ what: StaticString, _ published: StaticString,
        _ band: ClosedRange<Double>, _ unit: StaticString, _ source: StaticString, note: StaticString = "",
        measure: @escaping @Sendable (CalibrationBench) throws(SolverFailure) -> Double
    ) {
        self.id = id
        self.status = status
        self.what = what
        self.published = published
        self.band = band
        self.unit = unit
        self.source = source
        self.note = note
        self.measure = measure
    }

    /// All observations, in the order of the specification, section 9.
    public static let all = levels + presses + courses + work
}

/// What the model gives where something was observed.
public struct CalibrationResult: Sendable {
    /// What was observed.
    public let target: CalibrationTarget
    /// The model's value in the target's unit.
    public let value: Double

    /// Whether the value lies in the accepted band.
    public var isInside: Bool { target.band.contains(value) }
}

extension KnotModel {
    /// Repeats every observation of the calibration on this model.
    ///
    /// - Parameters:
    ///   - progress: Called after every target with the share that is done; return false to stop.
    /// - Returns: One result a target, in the order of `CalibrationTarget.all`.
    /// - Throws: `SolverFailure` when the equations cannot be integrated, or `cancelled`.
    /// - Complexity: About ten years of model time.
    public func calibration(
        _ settings: SolverSettings = SolverSettings(relative: 1e-8, absolute: 1e-10),
        progress: (Double) -> Bool = { _ in true }
    ) throws(SolverFailure) -> [CalibrationResult] {
        let bench = try CalibrationBench(self, settings)
        let targets = CalibrationTarget.all
        var results: [CalibrationResult] = []
        for target in targets {
            results.append(CalibrationResult(target: target, value: try target.measure(bench)))
            guard progress(Double(results.count) / Double(targets.count)) else { throw .cancelled }
        }
        return results
    }
}
