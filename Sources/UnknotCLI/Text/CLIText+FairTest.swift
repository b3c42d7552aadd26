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
            switch count {
            case 0: "\(name), no session yet"
            case 1: "\(name), 1 session"
            default: "\(name), \(count) sessions"
            }
        }

        /// The rest of what the model found, in words where the number would say no more.
        static func model(_ posterior: DayTrialPosterior) -> String {
            model(
                autocorrelation: posterior.autocorrelation, halfLife: posterior.halfLife, noise: posterior.noise,
                trend: posterior.trend)
        }

        static func model(autocorrelation: Double, halfLife: Double, noise: Double, trend: Double) -> String {
            "Model: \(days(autocorrelation)); what is done \(fading(halfLife)); by chance alone a day is off by about "
                + "\(points(noise)); \(change(trend))."
        }

        /// How a day goes with the next, from 0 to 1: below 0.2 and below 0.5 are judgements.
        private static func days(_ autocorrelation: Double) -> String {
            if autocorrelation < 0.2 { return "a bad day says little about the next one" }
            return autocorrelation < 0.5
                ? "a bad day makes the next one somewhat worse" : "bad days come one after the other"
        }

        /// The half-life of what is done, in days.
        private static func fading(_ halfLife: Double) -> String {
            if halfLife < 0.75 { return "wears off within a day" }
            return halfLife < 1.25 ? "fades by half in about a day" : "fades by half in one to two days"
        }

        /// Points a week.
        private static func change(_ trend: Double) -> String {
            guard abs(trend) >= 0.05 else { return "by itself pain does not change over the weeks" }
            return "by itself pain \(trend < 0 ? "falls" : "rises") by about \(points(abs(trend))) a week"
        }

        private static func points(_ value: Double) -> String {
            let text = String(format: "%.1f", value)
            return text == "1.0" ? "1 point" : "\(text) points"
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
