import Unknot
import UnknotJournal

/// A fair test for a clinician: the items of CENT 2015 (Vohra and others 2015) in short, on paper too. Nothing is on it
/// that the person may not see yet.
struct FairSheetPage: Sendable {
    /// One item.
    struct Item: Sendable {
        let itemName: String
        let itemLines: [String]
    }

    let sheetHeading: String
    let sheetStanding: String
    let items: [Item]
    let figure: FairFigureView?
    let testAddress: String

    /// - Parameter safety: Whether something keeps back what was drawn for today.
    init(_ test: FairTestShelf.Kept, safety: FairTestSafety = .clear, kit: RecordKit) {
        let texts = kit.texts
        let words = FairTestWords(kit)
        sheetHeading = texts("fair_sheet_title")
        sheetStanding = words.standing(test)
        testAddress = FairTestController.address(test.id)
        let diary = test.diary(kit, isHeld: safety.isHeld)
        figure = diary.flatMap { FairFigureView(test, $0, kit) }
        let writer = FairSheetWriter(test, diary, kit)
        let screened = LocalDay(test.record.screenedOn.description).map(kit.dates.dated) ?? ""
        var items: [(String, [String])] = [
            ("question", [test.record.question]), ("screened", [texts("fair_sheet_screened_words", ["day": screened])]),
            ("arms", writer.arms), ("outcome", writer.outcome), ("schedule", writer.schedule),
            ("kept", writer.kept), ("model", [texts("fair_sheet_model_\(test.record.stage.rawValue)")]),
            ("result", writer.result),
        ]
        items.append(("harms", writer.harms))
        items.append(("deviations", writer.deviations))
        items.append(("decided", [texts("fair_sheet_decided_words")]))
        self.items = items.map { key, lines in
            Item(itemName: texts("fair_sheet_\(key)"), itemLines: lines.map(\.escapable))
        }
    }
}

/// Puts the sheet into words.
private struct FairSheetWriter {
    let test: FairTestShelf.Kept
    let kit: RecordKit
    let diary: DayTrialDiary?
    let screen: SessionScreenDiary?

    init(_ test: FairTestShelf.Kept, _ diary: DayTrialDiary?, _ kit: RecordKit) {
        (self.test, self.kit, self.diary, screen) = (test, kit, diary, test.screen(kit))
    }

    private var texts: PageTexts { kit.texts }
    private var words: FairTestWords { FairTestWords(kit) }
    private var isOver: Bool { !test.isOpen(kit) }

    var arms: [String] {
        var lines: [String] = []
        switch test.record.course {
        case .days(let days):
            lines = [
                texts("fair_sheet_with", ["words": days.routine]), texts("fair_sheet_without", ["words": days.versus]),
            ]
            if let technique = days.technique.flatMap(kit.atlas.care.technique) {
                lines.append(
                    texts(
                        "fair_sheet_dose",
                        [
                            "seconds": "\(technique.seconds)", "times": "\(technique.repetitions)",
                            "id": "\(technique.id)",
                        ]))
            }
        case .sessions(let sessions): lines = sessions.techniques.map(words.name)
        }
        if let point = test.record.point, let side = test.record.side { lines.append(kit.name(of: point, side)) }
        return lines
    }

    var outcome: [String] {
        guard case .days(let days) = test.record.course else { return [texts("fair_fact_outcome_sessions")] }
        let covariates = days.covariates.map { texts("fair_covariate_\($0.rawValue)") }
        return [texts("fair_fact_outcome_days", ["time": words.time(days.askedAt)])]
            + (covariates.isEmpty ? [] : [texts("fair_sheet_beside", ["words": covariates.joined(separator: ", ")])])
    }

    /// The lots: when they were drawn, and, once nothing is left to hide, what they were.
    var schedule: [String] {
        let time = kit.dates.time(test.drawnAt.entry.happenedAt, in: test.drawnAt.zone)
        let drawn = texts("fair_sheet_drawn", ["time": "\(kit.dates.dated(test.laidOut)), \(time)"])
        var lines = [drawn]
        switch test.record.course {
        case .days(let days): lines.append(words.design(days))
        case .sessions(let sessions): lines.append(words.design(sessions))
        }
        guard isOver else { return lines + [texts("fair_sheet_hidden")] }
        let letters: [String]
        switch test.record.course {
        case .days(let days):
            letters = stride(from: 0, to: test.record.schedule.count, by: days.period).map {
                test.record.schedule[$0] == 1 ? "A" : "B"
            }
        case .sessions:
            let order = test.record.schedule.map { "\($0)" }
            let planned = screen?.planned ?? order.count
            letters = order.prefix(planned) + (planned < order.count ? ["|"] : []) + order.dropFirst(planned)
        }
        return lines + [
            texts("fair_sheet_order_\(test.record.stage.rawValue)", ["order": letters.joined(separator: " ")]),
            texts("fair_sheet_bytes", ["bytes": test.record.randomText]),
        ]
    }

    /// Days logged, followed, with medicine and with something else, of each kind.
    var kept: [String] {
        if let screen {
            let spares = screen.held.count(where: screen.isSpare)
            return [
                texts(
                    "fair_sheet_sessions",
                    ["held": "\(screen.held.count)", "all": "\(screen.planned)", "spares": "\(spares)"])
            ]
        }
        guard let diary, let start = diary.start else { return [texts("fair_sheet_not_begun")] }
        let planned = texts(
            "fair_sheet_periods",
            [
                "planned": "\(2 * diary.design.pairs)", "pairs": "\(diary.completePairs)",
                "start": kit.dates.dated(LocalDay(number: start)),
                "runin": "\(test.history.days.count { $0.key.number <= start && $0.value.rating != nil })",
            ])
        return [planned]
            + DayTrial.Arm.allCases.map { arm in
                let tally = diary.tally(arm)
                return texts(
                    "fair_sheet_tally",
                    [
                        "arm": words.arm(arm), "days": "\(tally.days)", "logged": "\(tally.logged)",
                        "left": "\(tally.leftOut)", "done": "\(tally.done)", "known": "\(tally.known)",
                        "rescue": "\(tally.rescue)", "medicine": "\(tally.medicine)",
                    ])
            }
    }

    var result: [String] {
        guard test.isIntact else { return [texts("fair_not_intact"), texts("fair_not_intact_words")] }
        if let screen {
            return FairResultView(test, screen, kit).map { view in
                [view.verdict] + view.effects + view.lines.map { "\($0.lineName): \($0.lineWords)" }
                    + [view.look].compactMap { $0 } + view.asides
            } ?? [texts("fair_sheet_no_result")]
        }
        guard let diary, let analysis = diary.analysis, let view = FairResultView(diary, kit) else {
            return [texts("fair_sheet_no_result")]
        }
        let lines = [view.verdict] + view.effects + view.shortfalls + view.asides
        guard analysis.shortfalls.isEmpty else { return lines }
        let posterior = analysis.posterior
        func percent(_ share: Double) -> String { "\(kit.number((share * 1_000).rounded() / 10)) %" }
        func points(_ value: Double) -> String {
            kit.number((value * 100).rounded() / 100 + 0).replacing("-", with: "−")
        }
        return lines + [
            texts(
                "fair_sheet_numbers",
                [
                    "mean": points(posterior.effect.mean), "below0": percent(posterior.effect.probability(below: 0)),
                    "below1": percent(posterior.effect.probability(below: -1)),
                    "above0": percent(posterior.effect.probability(above: 0)),
                ]),
            texts(
                "fair_sheet_nuisance",
                [
                    "half": points(posterior.halfLife), "phi": points(posterior.autocorrelation),
                    "sigma": points(posterior.noise), "trend": points(posterior.trend),
                ]),
        ]
    }

    var harms: [String] {
        let days = test.history.days.map { ($0.key, $0.value.harms) }
        let sessions = test.history.sessions.values.compactMap { said in said.harmedOn.map { ($0, said.harms) } }
        let found = (days + sessions).sorted { $0.0 < $1.0 }.flatMap { day, harms in
            harms.map { "\(kit.dates.dated(day)): \(texts("fair_harm_\($0.rawValue)"))" }
        }
        return found.isEmpty ? [texts("fair_sheet_no_harms")] : found
    }

    /// How far from the time of asking a number may be given and is still at one fixed time, minutes.
    private static let fixedTime = 120

    var deviations: [String] {
        var found: [String] = []
        if let ending = test.record.ended {
            let day = LocalDay(ending.day.description).map(kit.dates.dated) ?? ""
            found.append(texts("fair_ended_\(ending.reason.rawValue)", ["day": day]))
        }
        if test.wasTakenBack { found.append(texts("fair_sheet_taken_back")) }
        let days = test.history.days.values
        func count(_ key: String, _ isOne: (FairTestHistory.Day) -> Bool) {
            let number = days.count(where: isOne)
            if number > 0 { found.append(texts("fair_sheet_\(key)", ["count": "\(number)"])) }
        }
        count("late") { $0.isLate && !$0.isChanged }
        count("changed") { $0.isChanged }
        count("soon") { $0.isTooSoon }
        count("held") { $0.isHeld }
        count("away") { $0.counts && abs($0.minutesOff ?? 0) > Self.fixedTime }
        if let screen {
            let skipped = screen.entries.values.count { $0.isSkipped }
            if skipped > 0 { found.append(texts("fair_sheet_skipped", ["count": "\(skipped)"])) }
            let untimely = screen.untimely.count
            if untimely > 0 { found.append(texts("fair_sheet_untimely", ["count": "\(untimely)"])) }
        }
        return found.isEmpty ? [texts("fair_sheet_no_deviations")] : found
    }
}

extension Page<FairSheetPage> {
    static func fairSheet(_ test: FairTestShelf.Kept, safety: FairTestSafety = .clear, kit: RecordKit) -> Self {
        let view = FairSheetPage(test, safety: safety, kit: kit)
        return Page(template: "fairsheet", title: view.sheetHeading, view: view)
    }
}
