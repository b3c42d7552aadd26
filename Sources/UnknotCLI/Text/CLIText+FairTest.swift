import Foundation
import Unknot
import UnknotEvaluation

extension CLIText {
    /// Fair tests; the sentences of results are in the knowledge base.
    enum FairTest {
        static let chancesTitle = "CHANCES"
        static let anyHelp = "that it lowers pain at all"
        static let aPoint = "that it lowers pain by a point or more"
        static let worse = "that it raises pain"
        static let rest = "Quiet rest"
        static func technique(_ number: Int) -> String { "Technique \(number)" }
        static func sessions(_ name: String, _ count: Int) -> String {
            count == 1 ? "\(name), 1 session" : "\(name), \(count) sessions"
        }

        /// The rest of what the model found.
        static func model(_ posterior: DayTrialPosterior) -> String {
            func number(_ value: Double) -> String { String(format: "%.2f", value).replacing("-", with: "−") }
            return
                "Model: one day goes with the next by \(number(posterior.autocorrelation)); what is done fades by half "
                + "in \(number(posterior.halfLife)) days; a day differs by \(number(posterior.noise)) points by chance; "
                + "pain changes by \(number(posterior.trend)) points a week by itself."
        }

        // MARK: Evaluating

        static let simulating = "Simulating fair tests"
        static let runsRange = "1 to 100000"
        static let stopped = "Stopped: no figures, since they would be of fewer people than asked for.\n"

        /// The figures beside the published ones.
        static func report(_ results: [FairTestResult], runs: Int, seed: UInt64) -> String {
            var lines = [
                "Fair tests on \(runs) simulated people each (seed \(seed)): our figure ± 95 % Monte Carlo error, the",
                "figure of the evidence file (200 people each), and whether both agree within the error of both.",
            ]
            var title = ""
            for result in results {
                if result.title != title { lines += ["", result.title] }
                title = result.title
                lines.append(line(result))
            }
            let compared = results.compactMap(\.agrees)
            lines += [
                "",
                "\(compared.count(where: \.self)) of \(compared.count) published figures agree; by chance alone about one in "
                    + "twenty would not. Points: 0 to 10.",
            ]
            return lines.joined(separator: "\n") + "\n"
        }

        private static func line(_ result: FairTestResult) -> String {
            let ours = "\(value(result.mean, result.figure.unit)) ± \(value(1.96 * result.error, result.figure.unit))"
            let published = result.figure.published.map { range in
                let low = value(range.lowerBound, result.figure.unit)
                let high = value(range.upperBound, result.figure.unit)
                return low == high ? low : "\(low) to \(high)"
            }
            let mark = result.agrees.map { $0 ? "agrees" : "differs" } ?? ""
            let line = "  " + pad(result.figure.name, 60) + pad(ours, 17) + pad(published ?? "–", 16) + mark
            return trimmed(line)
        }

        private static func value(_ value: Double, _ unit: FairTestFigure.Unit) -> String {
            switch unit {
            case .share: String(format: "%.1f %%", value * 100)
            case .points: String(format: "%.2f", value).replacing("-", with: "−")
            }
        }

        private static func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }

        private static func trimmed(_ line: String) -> String {
            String(line.reversed().drop { $0 == " " }.reversed())
        }
    }
}
