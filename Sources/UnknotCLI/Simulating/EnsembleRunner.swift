import Synchronization
import Unknot
import UnknotEvaluation

/// Draws members and spreads them over the cores.
struct EnsembleRunner: Sendable {
    let settings: SolverSettings
    let seed: UInt64
    let spread: Double

    /// Members that one task runs: enough to fill the lanes, few enough that all cores finish together.
    private static let chunk = 20

    /// Runs an ensemble; the result does not depend on how many cores there are.
    func run(_ request: SimulationRequest, members count: Int) async throws(SolverFailure) -> KnotBands {
        let ensemble = KnotEnsemble(drawing: count, through: request.scenario, seed: seed, spread: spread)
        let line = ProgressLine(request.name)
        let finished = FinishedCount()
        let settings = settings
        let ranges = stride(from: 0, to: count, by: Self.chunk).map { $0..<min($0 + Self.chunk, count) }
        let parts = await withTaskGroup(of: (Int, [MemberResult?]).self) { group in
            for range in ranges {
                group.addTask {
                    guard !Interruption.happened else { return (range.lowerBound, range.map { _ in nil }) }
                    let part = MemberResult.run(range, of: ensemble, settings) {
                        let done = finished.next()
                        line.show(Double(done) / Double(count))
                        return !Interruption.happened
                    }
                    return (range.lowerBound, part)
                }
            }
            var parts: [(Int, [MemberResult?])] = []
            for await part in group { parts.append(part) }
            return parts.sorted { $0.0 < $1.0 }
        }
        line.finish()
        if Interruption.happened { throw .cancelled }
        return KnotBands(parts.flatMap(\.1), of: request.scenario)
    }
}

/// How many members are finished, counted on all cores.
private final class FinishedCount: Sendable {
    private let count = Atomic(0)

    func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
