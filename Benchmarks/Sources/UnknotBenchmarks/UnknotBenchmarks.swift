import Foundation
import Unknot
import UnknotInference

/// Measures the locator: `UnknotBenchmarks CASES PYTHON QUICKSCORE`.
@main
struct UnknotBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            print("usage: UnknotBenchmarks CASES PYTHON QUICKSCORE")
            exit(2)
        }
        let engine = try Engine()
        try developmentCases(engine, try DrawnCases.development(arguments[1]))
        try growth(engine)
        try againstQuickscore(engine, QuickscorePeer(python: arguments[2], script: arguments[3]))
    }

    private static func developmentCases(_ engine: Engine, _ cases: [Intake]) throws {
        let posterior = try cases.map { intake in
            try Timing.milliseconds(runs: 5) { _ = try engine.locator.rankedMuscles(intake) }.median
        }
        let next = try cases.map { intake in
            try Timing.milliseconds(runs: 5) { _ = try engine.locator.usefulSteps(intake, most: 1) }.median
        }
        let whole = try cases.map { intake in
            try Timing.milliseconds(runs: 5) { _ = try engine.locate(intake) }.median
        }
        print("Development cases (\(cases.count)), whole network, milliseconds (median of 5 runs a case)")
        for (name, values) in [("posterior", posterior), ("next step", next), ("whole answer", whole)] {
            print(
                "  \(pad(name, 14)) median \(number(values.median))  p95 \(number(values.quantile(0.95)))"
                    + "  worst \(number(values.max() ?? 0))")
        }
    }

    private static func growth(_ engine: Engine) throws {
        print("\nPosterior by number of positive findings, milliseconds (median of 5 runs)")
        for count in 1...24 {
            let intake = DrawnCases.withPositives(count)
            let times = try Timing.milliseconds(runs: 5) { _ = try engine.locator.rankedMuscles(intake) }
            let isExact = try engine.locate(intake).isExact
            print("  \(pad("\(count)", 3)) \(number(times.median))\(isExact ? "" : "  bounded")")
        }
    }

    private static func againstQuickscore(_ engine: Engine, _ peer: QuickscorePeer) throws {
        print("\nAgainst quickscore in NumPy: same network, same evidence, one thread each, milliseconds")
        print("  positives     Unknot      plain      ratio      tuned      ratio   largest difference of marginals")
        for count in 10...16 {
            let (network, evidence) = try engine.locator.inference(for: DrawnCases.withPositives(count))
            let problem = try QuickscorePeer.Problem(network, evidence)
            var ours: Posterior?
            let times = try Timing.milliseconds(runs: 9) {
                ours = try problem.network.posterior(given: problem.evidence)
            }
            let theirs = try peer.run(problem, repeats: 5)
            let difference = zip(ours?.marginals ?? [], theirs.marginals).map { abs($0 - $1) }.max() ?? .nan
            print(
                "  \(pad("\(problem.present.count)", 10))\(number(times.median))"
                    + " \(number(theirs.plain)) \(number(theirs.plain / times.median))"
                    + " \(number(theirs.tuned)) \(number(theirs.tuned / times.median))"
                    + "   \(String(format: "%.1e", difference))")
        }
    }

    private static func number(_ value: Double) -> String { String(format: "%10.3f", value) }
    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
