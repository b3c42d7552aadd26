public import UnknotDynamics

extension KnotModel {
    /// Runs a scenario.
    ///
    /// - Parameters:
    ///   - progress: Called after every segment with the share that is done; return false to stop.
    /// - Throws: `SolverFailure` when the equations cannot be integrated, or `cancelled`.
    public func simulate(
        _ scenario: KnotScenario, _ settings: SolverSettings = SolverSettings(),
        progress: (Double) -> Bool = { _ in true }
    ) throws(SolverFailure) -> KnotTrajectory {
        var result: Result<KnotTrajectory, SolverFailure> = .failure(.cancelled)
        withoutActuallyEscaping(progress) { progress in
            if parameters.hasNominalExponents {
                result = TrajectoryLoad<NominalPowers>.run(parameters, scenario, settings, progress)
            } else {
                result = TrajectoryLoad<FreePowers>.run(parameters, scenario, settings, progress)
            }
        }
        return try result.get()
    }
}
