import Foundation
import Unknot

/// What an evaluation found, ready to be printed.
public struct EvaluationReport: Sendable {
    /// One ranker with one view of the cases.
    public struct Row: Sendable {
        /// The ranker.
        public let ranker: String
        /// What it got to see.
        public let view: String
        let results: [CaseResult]

        /// The rate at which a true muscle stands among the first, for cases of some tiers.
        func rate(_ value: (CaseResult) -> Double, tiers: Set<String>) -> Rate {
            let chosen = results.filter { tiers.contains($0.tier) }
            return Rate(hits: chosen.reduce(0) { $0 + value($1) }, count: chosen.count)
        }

        var secondaryRecall: Rate {
            let known = results.compactMap(\.secondary)
            return Rate(hits: known.reduce(0, +), count: known.count)
        }

        var logScore: LogScore {
            let count = Double(max(results.count, 1))
            return LogScore(
                culprit: results.reduce(0) { $0 + $1.logScore.culprit } / count,
                muscles: results.reduce(0) { $0 + $1.logScore.muscles } / count)
        }

        var calibration: Calibration { Calibration(results.flatMap(\.predictions)) }
    }

    /// The version of the knowledge base.
    public let knowledge: String
    /// How many cases, muscle and other.
    public let caseCount: Int
    /// All rankers and views.
    public let rows: [Row]
    /// How triage did.
    public let triage: TriageMetrics
    /// How the simulated interviews went.
    public let interview: InterviewReport
    /// The muscle cases in which the locator was wrong from drawing and answers.
    public let misses: [String]
    /// The muscle cases in which presses did not always put a true muscle first.
    public let pressMisses: [String]

    /// The report as text for a terminal.
    public var text: String {
        var lines = ["\(caseCount) cases, knowledge \(knowledge). Shares in percent with 95 % intervals (Wilson)."]
        for (title, tiers) in [("all tiers", ["A", "B", "C"]), ("tiers A and B", ["A", "B"]), ("tier A", ["A"])] {
            lines += ["", heading(title, Set(tiers))]
            lines.append(Self.row("", "", ["first", "top 3", "top 5"]))
            lines += rows.map { row in
                let rates = [\CaseResult.top1, \.top3, \.top5].map { value in
                    row.rate({ $0[keyPath: value] }, tiers: Set(tiers))
                }
                return Self.row(row.ranker, row.view, rates.map(Self.text))
            }
        }
        lines += ["", "Log score in nats, 0 is perfect: of the culprit's share, and of all muscles one by one"]
        for row in rows where row.ranker == rows.first?.ranker {
            let score = row.logScore
            let cells = [score.culprit, score.muscles].map { String(format: "%.2f", $0) }
            lines.append(Self.row(row.ranker, row.view, ["culprit \(cells[0])", "muscles \(cells[1])"]))
        }
        lines += interview.lines
        lines += ["", "Secondary muscles among the first five"]
        lines += rows.map { Self.row($0.ranker, $0.view, [Self.text($0.secondaryRecall)]) }
        lines += [
            "", "Triage", "  hard signs at their minimum or above   \(Self.text(triage.hard))",
            "  soft signs at their minimum or above   \(Self.text(triage.soft))",
            "  muscle cases above their maximum       \(Self.text(triage.overTriage))",
        ]
        lines += triage.notes.map { "    \($0)" }
        lines += ["", "Probability of the leading muscle"]
        for row in rows where row.ranker == rows.first?.ranker {
            let calibration = row.calibration
            let brier = String(format: "%.3f", calibration.brierScore)
            let error = String(format: "%.3f", calibration.expectedError)
            lines.append(Self.row(row.ranker, row.view, ["Brier \(brier)", "error \(error)"]))
            lines += calibration.tableLines
        }
        lines += ["", "Wrong from drawing and answers"] + misses.map { "  \($0)" }
        lines += ["", "Not always first after presses"] + pressMisses.map { "  \($0)" }
        return lines.joined(separator: "\n")
    }

    private func heading(_ title: String, _ tiers: Set<String>) -> String {
        let count = rows.first?.results.count { tiers.contains($0.tier) } ?? 0
        return "A true muscle stands (\(count) muscle cases, \(title))"
    }

    private static func row(_ name: String, _ view: String, _ cells: [String]) -> String {
        let left = "  " + pad(name, 26) + pad(view, 42)
        return left + cells.map { pad($0, 18) }.joined()
    }

    private static func pad(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }

    static func text(_ rate: Rate) -> String {
        guard let value = rate.value, let interval = rate.interval else { return "–" }
        func percent(_ share: Double) -> String { String(format: "%.0f", share * 100) }
        return "\(percent(value)) (\(percent(interval.lowerBound))–\(percent(interval.upperBound))) of \(rate.count)"
    }
}

extension Calibration {
    /// The reliability table, without empty bins.
    public var tableLines: [String] {
        bins.filter { $0.count > 0 }.map { bin in
            String(
                format: "    said %.1f–%.1f: %6d predictions, mean %.3f, came true %.3f",
                bin.range.lowerBound, bin.range.upperBound, bin.count, bin.meanPredicted, bin.observed)
        }
    }
}
