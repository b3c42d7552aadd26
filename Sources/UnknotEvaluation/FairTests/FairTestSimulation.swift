import SeededRandom
import Unknot

/// One figure as it came out of a simulation.
public struct FairTestResult: Hashable, Sendable {
    /// Where it stands in the report.
    public let title: String
    /// What was measured.
    public let figure: FairTestFigure
    /// Simulated people that count.
    public let runs: Int
    /// The mean over them.
    public let mean: Double
    /// The standard deviation over them.
    public let deviation: Double

    /// The Monte Carlo error of the mean: one standard error. Where all agree, as if one in so many had not.
    public var error: Double {
        let floor = figure.unit == .share ? (Double(runs) + 1).squareRoot() / Double(runs + 2) : 0
        return runs > 0 ? max(deviation, floor) / Double(runs).squareRoot() : .infinity
    }

    /// How many standard errors of both lie between this figure and the published one; 0 inside a published range (or
    /// what it may have been before rounding), `nil` where nothing was published.
    public var distance: Double? {
        guard let published = figure.beforeRounding else { return nil }
        let near = min(max(mean, published.lowerBound), published.upperBound)
        // The spread of single runs behind the published figure, if it is true.
        let size = Double(FairTestFigure.publishedRuns)
        let spread = figure.unit == .share ? max(near * (1 - near), 1 / size).squareRoot() : deviation
        return (mean - near) / (error * error + spread * spread / size).squareRoot()
    }

    /// Whether it agrees with the published figure within the Monte Carlo error of both, 95 times in 100; `nil` where
    /// nothing was published.
    public var agrees: Bool? { distance.map { abs($0) <= 1.96 } }
}

/// Runs every experiment of the evidence file on simulated people.
public struct FairTestSimulation: Sendable {
    private let experiments: [FairTestExperiment]

    /// All experiments.
    public init() {
        experiments = FairTestExperiment.all
    }

    /// The figures, in the order of the evidence file.
    ///
    /// Each block of people has a generator of its own, so that the result does not depend on how cores share the work.
    ///
    /// - Parameters:
    ///   - runs: Simulated people for each experiment, at least 1.
    ///   - seed: Where the draws begin.
    ///   - progress: Called with the share done, 0 to 1.
    ///   - goesOn: Asked before every block; `false` ends the work.
    /// - Throws: `CancellationError` when it was ended.
    public func run(
        runs: Int,
        seed: UInt64,
        progress: @Sendable (Double) -> Void = { _ in },
        while goesOn: @escaping @Sendable () -> Bool = { true }
    ) async throws -> [FairTestResult] {
        let blocks = stride(from: 0, to: runs, by: Self.blockSize).map { min(Self.blockSize, runs - $0) }
        let pieces = experiments.indices.flatMap { experiment in
            blocks.enumerated().map { Piece(experiment: experiment, block: $0.offset, people: $0.element) }
        }
        let experiments = experiments
        let parts = try await Parallel.map(pieces, progress: progress) { _, piece in
            guard goesOn() else { throw CancellationError() }
            var random = piece.random(seed: seed)
            let experiment = experiments[piece.experiment]
            var sums = [Sums](repeating: Sums(), count: experiment.figures.count)
            for _ in 0..<piece.people {
                for (index, value) in experiment.run(&random).enumerated() { sums[index].add(value) }
            }
            return sums
        }
        var totals = experiments.map { [Sums](repeating: Sums(), count: $0.figures.count) }
        for (piece, part) in zip(pieces, parts) {
            for (index, sums) in part.enumerated() { totals[piece.experiment][index].add(sums) }
        }
        return zip(experiments, totals).flatMap { experiment, sums in
            zip(experiment.figures, sums).map { figure, sum in
                FairTestResult(
                    title: experiment.title, figure: figure, runs: sum.count, mean: sum.mean,
                    deviation: sum.deviation)
            }
        }
    }

    private static let blockSize = 25

    private struct Piece: Sendable {
        let experiment: Int
        let block: Int
        let people: Int

        func random(seed: UInt64) -> SplitMix64 {
            // Mixed twice, so that neighbours have nothing in common.
            var mixer = SplitMix64(seed: seed &+ UInt64(experiment) &* 0xD134_2543_DE82_EF95)
            var second = SplitMix64(seed: mixer.next() &+ UInt64(block) &* 0x9E6C_63D0_876A_68DD)
            return SplitMix64(seed: second.next())
        }
    }

    private struct Sums: Sendable {
        var count = 0
        var sum = 0.0
        var squares = 0.0

        mutating func add(_ value: Double?) {
            guard let value else { return }
            count += 1
            sum += value
            squares += value * value
        }

        mutating func add(_ other: Self) {
            count += other.count
            sum += other.sum
            squares += other.squares
        }

        var mean: Double { count > 0 ? sum / Double(count) : .nan }
        var deviation: Double {
            guard count > 1 else { return 0 }
            return max(0, (squares - sum * mean) / Double(count - 1)).squareRoot()
        }
    }
}
