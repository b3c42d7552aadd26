import Foundation
import Unknot

/// Speed of the knot model: work against precision beside CVODE in the same run, and ensembles.
///
///     KnotBenchmarks release.json release.csv [python knot_scipy.py]
@main
struct KnotBenchmarks {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2 else { return print("KnotBenchmarks scenario.json trajectory.csv [python script]") }
        let scenario = try ScenarioDocument.parse(Array(Data(contentsOf: URL(filePath: arguments[1])))).scenario
        let reference = try ReferenceTable(arguments[2])
        let points = try workPrecision(scenario, reference)
        try ensembles(scenario, points)
        if arguments.count > 4 {
            print("\nSciPy over the Python reference, same scenario, milliseconds")
            try run(arguments[3], [arguments[4], arguments[1], arguments[2]])
        }
    }

    /// Time and achieved error of one solver at one tolerance.
    struct Point {
        let tolerance: Double
        let error: Double
        let milliseconds: Double
    }

    private static func workPrecision(
        _ scenario: KnotScenario, _ reference: ReferenceTable
    ) throws -> (ours: [Point], cvode: [Point]) {
        print(
            "One trajectory: \(scenario.segments.count) segments, \(Int(scenario.hours)) hours. Error: largest distance"
        )
        print("from the reference as a share of a state's range. Best of 5, milliseconds, alternating.\n")
        print("   rtol |  Rodas4  error   steps |  Rodas5P error   steps |   CVODE  error   steps")
        var best: [Point] = []
        var cvode: [Point] = []
        for exponent in 3...9 {
            let tolerance = pow(10, -Double(exponent))
            let peer = try CvodePeer(relative: tolerance, absolute: tolerance * 1e-3)
            var times = [Double.infinity, .infinity, .infinity]
            var errors = [0.0, 0, 0]
            var steps = [0, 0]
            for _ in 0..<5 {
                for (place, method) in SolverMethod.allCases.enumerated() {
                    let settings = SolverSettings(relative: tolerance, method: method)
                    let (time, run) = try timed { try KnotModel().simulate(scenario, settings) }
                    times[place] = min(times[place], time)
                    errors[place] = reference.error(run.samples.map(\.state))
                    steps[place] = run.statistics.steps
                }
                let (time, states) = try timed { try peer.run(scenario) }
                times[2] = min(times[2], time)
                errors[2] = reference.error(states)
            }
            print(
                String(
                    format: "  1e-%d  | %7.2f  %.0e %6d | %7.2f  %.0e %6d | %7.2f  %.0e %6d", exponent, times[0],
                    errors[0],
                    steps[0], times[1], errors[1], steps[1], times[2], errors[2],
                    peer.steps))
            best += [Point(tolerance: tolerance, error: errors[0], milliseconds: times[0])]
            best += [Point(tolerance: tolerance, error: errors[1], milliseconds: times[1])]
            cvode += [Point(tolerance: tolerance, error: errors[2], milliseconds: times[2])]
        }
        print("\nAt equal achieved error (between measured points, in logarithms): CVODE / our faster method")
        for exponent in 3...8 {
            let error = pow(10, -Double(exponent))
            guard let other = time(cvode, at: error), let mine = time(best, at: error) else { continue }
            print(String(format: "  1e-%d   %7.2f / %6.2f ms = %.1f", exponent, other, mine, other / mine))
        }
        return (best, cvode)
    }

    /// The least time for an error: the lower hull of the points, between neighbours on it.
    static func time(_ points: [Point], at error: Double) -> Double? {
        var least = Double.infinity
        for first in points {
            if first.error <= error { least = min(least, first.milliseconds) }
            for second in points where first.error > error && second.error < error {
                let share = log(first.error / error) / log(first.error / second.error)
                let between = first.milliseconds * pow(second.milliseconds / first.milliseconds, share)
                least = min(least, between)
            }
        }
        return least.isFinite ? least : nil
    }

    private static func ensembles(_ scenario: KnotScenario, _ points: (ours: [Point], cvode: [Point])) throws {
        var forecast = scenario
        forecast.segments = []
        for segment in scenario.segments where forecast.segments.reduce(0, { $0 + $1.hours }) < 672 {
            forecast.segments.append(segment)
        }
        let size = 1_000
        for spread in [("nominal exponents", true), ("all constants drawn", false)] {
            var random = Seeded(state: 1)
            let members = (0..<size).map { _ in
                var parameters = KnotParameters.drawn(using: &random)
                if spread.1 {
                    for constant in exponents { parameters[constant] = KnotParameters.nominal[constant] }
                }
                return KnotEnsemble.Member(parameters, forecast)
            }
            let settings = SolverSettings(relative: 1e-4)
            let before = residentMegabytes()
            let (ours, _) = timed {
                KnotEnsemble(members).run(0..<size, settings, take: { _ in }, finish: { _, _ in true })
            }
            let days = forecast.hours / 24
            print(
                String(
                    format: "\n%d four-week forecasts at rtol 1e-4, %@, one core: %.0f ms, %.2f ms a member,\n"
                        + "  %.0f simulated days a second; resident memory %.0f -> %.0f MB", size, spread.0, ours,
                    ours / Double(size), days * Double(size) / (ours / 1_000), before, residentMegabytes()))
            guard spread.1 else { continue }
            // CVODE at the tolerance that gives it the error that we have at 1e-4.
            let error = points.ours.first { $0.tolerance == 1e-4 }?.error ?? 1e-4
            let tolerance = matching(points.cvode, error)
            let peer = try CvodePeer(relative: tolerance, absolute: tolerance * 1e-3)
            let count = 100
            let (theirs, _) = try timed {
                for member in members.prefix(count) { _ = try peer.run(member.scenario, member.parameters) }
            }
            print(
                String(
                    format: "  CVODE at equal error (%.0e, rtol %.1e): %.2f ms a member = %.1f times ours", error,
                    tolerance, theirs / Double(count), theirs / Double(count) / (ours / Double(size))))
        }
    }

    /// The exponents that members with products for powers keep.
    private static let exponents: [KnotParameter] = [.nRho, .nV, .nGlycolysis, .nA, .nE, .nI, .nS, .nZ]

    /// The tolerance at which a solver has an error, between measured points.
    private static func matching(_ points: [Point], _ error: Double) -> Double {
        for (first, second) in zip(points, points.dropFirst()) where first.error >= error && second.error <= error {
            let share = log(first.error / error) / log(first.error / second.error)
            return first.tolerance * pow(second.tolerance / first.tolerance, share)
        }
        return points.first { $0.error <= error }?.tolerance ?? error
    }

    private static func timed<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
        let clock = ContinuousClock()
        let start = clock.now
        let result = try work()
        let spent = (clock.now - start).components
        return (Double(spent.seconds) * 1e3 + Double(spent.attoseconds) / 1e15, result)
    }

    private static func residentMegabytes() -> Double {
        let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
        return pages * 4_096 / 1e6
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        fflush(nil)
        try process.run()
        process.waitUntilExit()
    }
}

/// A small seeded generator (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The reference trajectory of a scenario.
struct ReferenceTable {
    private let states: [[Double]]
    private let ranges: [Double]

    init(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",")[1...14].map { Double($0) ?? .nan }
        }
        states = rows
        ranges = (0..<14).map { column in
            let values = rows.map { $0[column] }
            return (values.max() ?? 0) - (values.min() ?? 0)
        }
    }

    /// The largest distance as a share of a state's range.
    func error(_ found: [KnotState]) -> Double {
        var worst = 0.0
        for (state, row) in zip(found, states) {
            for (index, number) in state.values.enumerated() where ranges[index] > 0 {
                worst = max(worst, abs(number - row[index]) / ranges[index])
            }
        }
        return worst
    }
}
