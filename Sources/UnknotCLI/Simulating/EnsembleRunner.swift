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
        let ensemble = KnotEnsemble(
            (0..<count).map { position in
                var random = MemberRandom(seed: seed, member: position)
                return KnotEnsemble.Member(.drawn(spread: spread, using: &random), request.scenario)
            })
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

/// A small seeded generator for one member (SplitMix64), so that a member is the same in ensembles of any size.
private struct MemberRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64, member: Int) {
        state = seed &* 0x2545_F491_4F6C_DD1D &+ UInt64(truncatingIfNeeded: member) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<4 { _ = next() }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
