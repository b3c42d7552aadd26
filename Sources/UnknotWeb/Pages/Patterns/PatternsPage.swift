import Unknot
import UnknotJournal

/// What stood out in the past, or why nothing is said.
struct PatternsPage: Sendable {
    /// One pattern.
    struct Card: Sendable {
        let patternTitle: String
        let patternWords: String
        let patternFigures: String
        let patternIsOwn: String?
        let patternCanTest: Bool
    }

    let patternCards: [Card]
    let hasPatterns: Bool
    /// What stands there instead of patterns.
    let noPatterns: [String]
    /// From how many days, and how many things were looked at.
    let basis: String?
    let errorWords: String

    init(_ report: PatternReport, history: PatternHistory, kit: RecordKit) {
        let words = PatternWords(kit)
        patternCards = report.patterns.enumerated().map { index, pattern in
            // The surest that a person can change is what a fair test could settle.
            let first = report.patterns.firstIndex { $0.exposure.isChangeable }
            return Card(
                patternTitle: words.title(pattern), patternWords: words.sentence(pattern),
                patternFigures: words.figures(pattern), patternIsOwn: words.threshold(pattern),
                patternCanTest: index == first)
        }
        hasPatterns = !report.patterns.isEmpty
        noPatterns = hasPatterns ? [] : words.nothing(report)
        basis = report.shortfall == nil ? words.basis(report, history) : nil
        errorWords = kit.texts(
            "patterns_errors", ["percent": String(Int((PatternModel.falseShare * 100).rounded()))])
    }
}

/// Puts patterns into words that never claim more than that things went together.
private struct PatternWords {
    let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    private var texts: PageTexts { kit.texts }

    func title(_ pattern: DayPattern) -> String { texts("pattern_\(pattern.exposure.rawValue)") }

    /// "After days with more stress than usual for you, pain the next day was about 0.8 points higher."
    func sentence(_ pattern: DayPattern) -> String {
        texts(
            pattern.difference > 0 ? "patterns_more" : "patterns_less",
            [
                "when": texts("pattern_\(pattern.exposure.rawValue)_\(pattern.lag)"),
                "points": points(pattern.difference.magnitude),
            ])
    }

    func figures(_ pattern: DayPattern) -> String {
        let (low, high) = (pattern.interval.lowerBound, pattern.interval.upperBound)
        return texts(
            "patterns_figures",
            [
                "low": signed(low), "high": signed(high), "present": String(pattern.presentDays),
                "absent": String(pattern.absentDays),
                "chance": LikelihoodView.percent(pattern.chanceOfNothing, kit: kit.kit),
            ])
    }

    func threshold(_ pattern: DayPattern) -> String? {
        pattern.threshold.flatMap { threshold in
            let key = "pattern_\(pattern.exposure.rawValue)_own"
            return texts.has(key) ? texts(key, ["value": kit.number(threshold)]) : nil
        }
    }

    func nothing(_ report: PatternReport) -> [String] {
        switch report.shortfall {
        case .tooFewDays(let logged, let needed):
            [
                texts(
                    logged == 1 ? "patterns_few_one" : "patterns_few",
                    ["logged": String(logged), "needed": String(needed)]), texts("patterns_few_why"),
            ]
        case .endsOfTheScale(let share):
            [texts("patterns_ends", ["percent": String(Int((share * 100).rounded()))])]
        case .nothingToCompare:
            [texts("patterns_nothing_to_compare", ["days": String(PatternModel.fewestOfAKind)])]
        case nil: [texts("patterns_none"), texts("patterns_none_why")]
        }
    }

    func basis(_ report: PatternReport, _ history: PatternHistory) -> String {
        texts(
            "patterns_basis",
            [
                "days": String(report.days), "looked": String(report.looked),
                "from": history.range.map { kit.dates.medium($0.lowerBound) } ?? "",
                "to": history.range.map { kit.dates.medium($0.upperBound) } ?? "",
                "measure": history.measure.title(texts).lowercased(),
            ])
    }

    private func points(_ value: Double) -> String { NumberText.short(value) }

    private func signed(_ value: Double) -> String {
        (value < 0 ? "−" : "+") + NumberText.short(value.magnitude)
    }
}

extension Page<PatternsPage> {
    static func patterns(_ report: PatternReport, history: PatternHistory, kit: RecordKit) -> Self {
        Page(
            template: "patterns", title: kit.texts("patterns_title"),
            view: PatternsPage(report, history: history, kit: kit))
    }
}
