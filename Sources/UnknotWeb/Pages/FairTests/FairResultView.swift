import Unknot
import UnknotJournal

/// What a look says: the verdict or why there is none, always with interval and days.
struct FairResultView: Sendable {
    /// One technique of a session screen.
    struct Line: Sendable {
        let lineName: String
        let lineWords: String
    }

    let resultHeading: String
    let verdict: String
    let effects: [String]
    let interval: FairIntervalView?
    let shortfalls: [String]
    let hasShortfalls: Bool
    let lines: [Line]
    let asides: [String]
    let look: String?

    /// A look at a day trial; nil while none is due.
    init?(_ diary: DayTrialDiary, _ kit: RecordKit) {
        guard let analysis = diary.analysis else { return nil }
        let text = FairTestText(kit.atlas)
        let isOver = diary.phase == .over
        resultHeading =
            isOver
            ? kit.texts("fair_result") : kit.texts("fair_look_after", ["pairs": "\(diary.completePairs)"])
        verdict = text.verdict(analysis)
        let others = text.verdicts(analysis).dropFirst()
        effects = others.map { kit.texts("fair_also", ["verdict": $0]) } + [text.effect(analysis)]
        interval = analysis.shortfalls.isEmpty ? FairIntervalView(analysis.posterior.effect, kit) : nil
        shortfalls = analysis.shortfalls.map(text.shortfall)
        hasShortfalls = !shortfalls.isEmpty
        lines = []
        asides = text.warnings(analysis) + text.limits
        look = isOver ? nil : text.look(analysis.look)
    }

    /// What the last look at the sessions says; nil while none is due.
    init?(_ test: FairTestShelf.Kept, _ screen: SessionScreenDiary, _ kit: RecordKit) {
        guard case .sessions(let sessions) = test.record.course, !screen.held.isEmpty, let found = screen.look
        else { return nil }
        let analysis = found.analysis
        let text = FairTestText(kit.atlas)
        let words = FairTestWords(kit)
        resultHeading =
            found.each.map { kit.texts("fair_look_sessions", ["each": "\($0)"]) } ?? kit.texts("fair_result")
        verdict = text.best(analysis) { words.name(sessions.techniques[$0]) }
        let isShort = found.each == nil && analysis.best == nil && !screen.isEnded
        effects =
            [kit.texts("fair_sessions_held", ["count": "\(analysis.sessions.reduce(0, +))"])]
            + (isShort ? [kit.texts("fair_spares_used")] : [])
        interval = nil
        (shortfalls, hasShortfalls) = ([], false)
        lines = zip(analysis.verdicts, analysis.posterior.differences).enumerated().map { index, found in
            Line(
                lineName: words.name(sessions.techniques[index + 1]),
                lineWords: "\(text.verdict(found.0)): \(text.difference(found.1))")
        }
        asides = text.sessionLimits
        look = found.each == nil ? nil : kit.texts("fair_rank_only")
    }

    /// A test that was changed after its lots were drawn.
    init(notIntact texts: PageTexts) {
        resultHeading = texts("fair_result")
        verdict = texts("fair_not_intact")
        (effects, interval, shortfalls, hasShortfalls) = ([texts("fair_not_intact_words")], nil, [], false)
        (lines, asides, look) = ([], [], nil)
    }
}

/// Where the effect may lie, on a line from much better to much worse.
struct FairIntervalView: Sendable {
    let intervalLine: String
    let intervalBar: String
    let intervalDot: String
    let intervalTicks: String
    let intervalLabels: [DayChart.Label]
    let intervalWords: String

    /// Points to either side of none.
    private static let reach = 4.0
    private static let (width, left, middle) = (340.0, 20.0, 26.0)

    init(_ effect: NormalMixture, _ kit: RecordKit) {
        let range = effect.interval()
        func x(_ points: Double) -> Double {
            Self.left + (min(max(points, -Self.reach), Self.reach) + Self.reach) / (2 * Self.reach) * Self.width
        }
        func text(_ number: Double) -> String { DayChart.text(number) }
        let ticks = stride(from: -Self.reach, through: Self.reach, by: 1)
        intervalLine = "M\(text(Self.left)) \(text(Self.middle))h\(text(Self.width))"
        intervalTicks = ticks.map { "M\(text(x($0))) \(text($0 == 0 ? 8 : 21))V\(text($0 == 0 ? 44 : 31))" }.joined()
        let bar = x(range.upperBound) - x(range.lowerBound)
        intervalBar =
            "M\(text(x(range.lowerBound))) \(text(Self.middle - 6))h\(text(max(bar, 1)))v12h\(text(-max(bar, 1)))Z"
        intervalDot = DayChart.dot(x(effect.mean), Self.middle, 5)
        intervalLabels = [-4.0, -2, 0, 2, 4].map { points in
            DayChart.Label(
                labelX: text(x(points)), labelY: "60",
                labelText: (points < 0 ? "−" : points > 0 ? "+" : "") + kit.number(abs(points)))
        }
        intervalWords = kit.texts("fair_interval_words")
    }
}
