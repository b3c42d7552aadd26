import Foundation

/// How long the simulated interviews were, and what they did to triage.
public struct InterviewReport: Sendable {
    /// Lists of warning signs, for each case.
    public let warningScreens: [Int]
    /// Questions, for each case.
    public let questions: [Int]
    /// Presses, for each case and seed.
    public let presses: [Int]
    /// How triage did after the interview.
    public let triage: TriageMetrics

    /// The middle of sorted numbers, the mean of the two middle ones if their count is even; `nil` of none.
    static func median(_ values: [Int]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    /// The lines of the report.
    var lines: [String] {
        let screens = zip(warningScreens, questions).map { $0 + $1 }
        return [
            "", "The interview: drawing, age and sex first, then what the locator asks; median (range)",
            Self.line("lists of warning signs", warningScreens), Self.line("questions", questions),
            Self.line("both", screens), Self.line("presses after it", presses),
            "  hard signs at their minimum or above   \(EvaluationReport.text(triage.hard))",
            "  soft signs at their minimum or above   \(EvaluationReport.text(triage.soft))",
            "  muscle cases above their maximum       \(EvaluationReport.text(triage.overTriage))",
        ] + triage.notes.map { "    \($0)" }
    }

    private static func line(_ name: String, _ values: [Int]) -> String {
        guard let median = median(values), let least = values.min(), let most = values.max() else {
            return "  \(name): –"
        }
        return "  \(name): \(String(format: "%g", median)) (\(least)–\(most))"
    }
}
