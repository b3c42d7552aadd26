import Unknot
import UnknotJournal

/// What stood out in the past, or why nothing is said.
struct PatternsPage: Sendable {
    /// One thing that stood out.
    struct Card: Sendable {
        let patternTitle: String
        let patternLines: [Line]
        /// Said where a card has two lines about the same thing.
        let patternIsOne: String?
        let patternCanTest: Bool
    }

    /// One pattern.
    struct Line: Sendable {
        let patternWords: String
        let patternFigures: String
        let patternIsOwn: String?
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
        let groups = Self.grouped(report.patterns)
        // The surest that a person can change is what a fair test could settle.
        let first = groups.firstIndex { $0.contains { $0.exposure.isChangeable } }
        patternCards = groups.enumerated().map { index, patterns in
            Card(
                patternTitle: words.title(patterns),
                patternLines: patterns.map { pattern in
                    Line(
                        patternWords: words.sentence(pattern), patternFigures: words.figures(pattern),
                        patternIsOwn: words.threshold(pattern))
                },
                patternIsOne: patterns.count > 1 ? kit.texts("pattern_nights_one") : nil, patternCanTest: index == first
            )
        }
        hasPatterns = !report.patterns.isEmpty
        noPatterns = hasPatterns ? [] : words.nothing(report)
        basis = report.shortfall == nil ? words.basis(report, history) : nil
        errorWords = kit.texts(
            "patterns_errors", ["percent": String(Int((PatternModel.falseShare * 100).rounded()))])
    }

    private static let nights: Set<PatternExposure> = [.shortSleep, .poorSleep]

    /// The patterns in their order, those about nights together: how long and how well somebody slept hang together.
    private static func grouped(_ patterns: [DayPattern]) -> [[DayPattern]] {
        patterns.reduce(into: []) { groups, pattern in
            let isNight = nights.contains(pattern.exposure)
            let place = groups.firstIndex { isNight && $0.contains { nights.contains($0.exposure) } }
            if let place { groups[place].append(pattern) } else { groups.append([pattern]) }
        }
    }
}

/// Puts patterns into words that never claim more than that things went together.
private struct PatternWords {
    let kit: RecordKit

    init(_ kit: RecordKit) {
        self.kit = kit
    }

    private var texts: PageTexts { kit.texts }

    func title(_ patterns: [DayPattern]) -> String {
        guard patterns.count == 1, let only = patterns.first else { return texts("pattern_nights") }
        return texts("pattern_\(only.exposure.rawValue)")
    }

    /// "After days with more stress than usual for you, pain the next day was about 0.8 points higher."
    func sentence(_ pattern: DayPattern) -> String {
        texts(
            pattern.difference > 0 ? "patterns_more" : "patterns_less",
            [
                "when": texts("pattern_\(pattern.exposure.rawValue)_\(pattern.lag)"),
                "points": points(pattern.difference.magnitude),
            ])
    }

    /// Below this chance of nothing, by the model, something is said to be seldom by chance alone. A judgement.
    private static let seldom = 0.05

    func figures(_ pattern: DayPattern) -> String {
        let (low, high) = (pattern.interval.lowerBound, pattern.interval.upperBound)
        return texts(
            "patterns_figures",
            [
                "low": signed(low), "high": signed(high), "present": String(pattern.presentDays),
                "absent": String(pattern.absentDays),
                "chance": texts(
                    pattern.chanceOfNothing < Self.seldom
                        ? "patterns_chance_seldom" : "patterns_chance_now_and_then"),
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
                texts("patterns_few", ["logged": String(logged), "needed": String(needed)]),
                texts("patterns_few_why", ["needed": String(needed)]),
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
            view: PatternsPage(report, history: history, kit: kit), modules: ["today.js"])
    }
}
