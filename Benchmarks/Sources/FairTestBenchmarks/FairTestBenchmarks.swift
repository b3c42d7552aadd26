import Foundation
import Unknot

/// Times one analysis of a day trial, and the reference code in NumPy on the same days in the same run.
///
///     FairTestBenchmarks PYTHON SCRIPT
@main
enum FairTestBenchmarks {
    /// The promise: one analysis with verdict and interval in at most so many milliseconds.
    private static let limit = 20.0

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            print("usage: FairTestBenchmarks PYTHON SCRIPT")
            exit(2)
        }
        let trials = [32, 56, 112, 365].map(trial)
        let theirs = try peer(python: arguments[1], script: arguments[2], trials)
        print("One day trial, analysed with verdict and interval; milliseconds, median and 95th percentile of 200 runs")
        print("  days     ours    95 %     NumPy    ratio   largest difference   within \(Int(limit)) ms")
        for (trial, other) in zip(trials, theirs) {
            var values: [Double] = []
            let times = try milliseconds(runs: 200) {
                let analysis = DayTrialAnalysis(try DayTrial(assigned: trial.assigned, ratings: trial.ratings))
                let effect = analysis.posterior.effect
                values = [
                    effect.mean, effect.deviation, effect.probability(below: 0), effect.probability(below: -1),
                ]
                _ = effect.interval()
            }
            let median = times[times.count / 2]
            let slow = times[times.count * 95 / 100]
            let difference = zip(values, other.values).map { abs($0 - $1) }.max() ?? .nan
            let theirs = other.seconds * 1_000
            print(
                String(
                    format: "  %4d  %7.3f %7.3f  %8.1f  %7.0f   %.1e              %@", trial.assigned.count, median,
                    slow, theirs, theirs / median, difference, slow <= limit ? "yes" : "NO"))
        }
    }

    private struct Trial {
        let assigned: [Bool]
        let ratings: [Double?]
    }

    /// Days with gaps and an effect of about a point, the same in every run.
    private static func trial(days: Int) -> Trial {
        var state: UInt64 = 88_172_645_463_325_252
        func draw(_ limit: UInt64) -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state % limit
        }
        let assigned = (0..<days).map { $0 / 4 % 2 == 0 }
        return Trial(
            assigned: assigned,
            ratings: assigned.map { isRoutine in draw(10) == 0 ? nil : Double(draw(4)) + (isRoutine ? 3 : 4) })
    }

    /// Sorted times after one run that is not counted.
    private static func milliseconds(runs: Int, _ work: () throws -> Void) rethrows -> [Double] {
        try work()
        let clock = ContinuousClock()
        return try (0..<runs).map { _ in
            let elapsed = try clock.measure { try work() }
            return Double(elapsed.components.seconds) * 1_000 + Double(elapsed.components.attoseconds) / 1e15
        }.sorted()
    }

    private struct Result: Decodable {
        let seconds: Double
        let values: [Double]
    }

    private static func peer(python: String, script: String, _ trials: [Trial]) throws -> [Result] {
        let file = FileManager.default.temporaryDirectory.appending(path: "unknot-trials-\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let objects: [[String: Any]] = trials.map { trial in
            [
                "x": trial.assigned.map { $0 ? 1 : 0 },
                "y": trial.ratings.map { rating -> Any in rating.map { $0 as Any } ?? NSNull() },
            ]
        }
        try JSONSerialization.data(withJSONObject: objects).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script, file.path]
        // One thread: the comparison is of the work, not of cores.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONDecoder().decode([Result].self, from: output)
    }
}
