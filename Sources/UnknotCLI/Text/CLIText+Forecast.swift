import Foundation
import Unknot
import UnknotEvaluation

extension CLIText {
    /// Forecasts; the sentences about what they mean are in the knowledge base.
    enum Forecast {
        static let pain = "PAIN"
        static let tenderness = "TENDERNESS"
        static let past = "HOW GOOD PAST FORECASTS WERE"
        static let recurrence = "IF PAIN COMES BACK"
        static let between = "The days between lie between these; --json has all 28."
        static let legend = "0 to 10: ● the middle, ─ where nine of ten ratings are meant to lie"
        static let onlyJournal = "A series of days has no dates."
        static let withoutFile = "this option without FILE, for the journal"
        static let dayForm = "a day such as 2026-11-01"
        static func notADay(_ text: String) -> String { "“\(text.prefix(60))” is not a day." }
        static func future(_ day: String) -> String { "\(day) is still to come." }
        static func upTo(_ day: String) -> String { "a day up to \(day)" }
        static func day(_ count: Int) -> String { count == 1 ? "in 1 day" : "in \(count) days" }
        static func day(_ count: Int, _ date: String) -> String { "\(date)  \(day(count))" }
        static func range(_ point: ForecastPoint) -> String {
            "\(number(point.low)) to \(number(point.high)), around \(number(point.expected))"
        }
        private static func number(_ value: Double) -> String {
            value == value.rounded() ? "\(Int(value))" : String(format: "%.1f", value)
        }

        // MARK: Evaluating

        static let simulating = "Simulating forecasts"
        static let stopped = "Stopped: no figures, since they would be of fewer people than asked for.\n"

        /// The figures of a simulation.
        static func report(_ results: [ForecastResult], runs: Int, seed: UInt64) -> String {
            var lines = [
                "Forecasts for \(runs) simulated people of each kind (seed \(seed)). Held: share of the 90 % intervals that",
                "held what came, pain and tenderness. Off: mean distance between what was expected and what came, in points:",
                "of the forecast, of the last logged day (persistence), of the mean of the last seven, and of an exponential",
                "recovery fitted to the days. Worse: where one of these was closer.",
                "",
                pad("days ahead", 12) + pad("held", 9) + pad("tender", 9) + pad("off", 7) + pad("last day", 10)
                    + pad("mean of 7", 11) + pad("recovery", 10) + pad("width", 7) + "worse than",
            ]
            var title = ""
            for result in results {
                if result.title != title { lines += ["", result.title] }
                title = result.title
                lines.append(line(result))
            }
            return lines.joined(separator: "\n") + "\n"
        }

        private static func line(_ result: ForecastResult) -> String {
            let others = [
                ("last day", result.persistence), ("mean of 7", result.weekMean), ("recovery", result.recovery),
            ]
            let worse = others.filter { $0.1 < result.meanError - 0.005 }.map(\.0).joined(separator: ", ")
            let line =
                pad("  \(result.horizon)", 12) + pad(share(result.coverage), 9)
                + pad(share(result.tendernessCoverage), 9) + pad(points(result.meanError), 7)
                + pad(points(result.persistence), 10) + pad(points(result.weekMean), 11)
                + pad(points(result.recovery), 10) + pad(points(result.meanWidth), 7) + worse
            return String(line.reversed().drop { $0 == " " }.reversed())
        }

        private static func share(_ value: Double) -> String { String(format: "%.1f %%", value * 100) }
        private static func points(_ value: Double) -> String { String(format: "%.2f", value) }
        private static func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
    }
}
