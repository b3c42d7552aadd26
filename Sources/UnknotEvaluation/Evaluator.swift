import Foundation
public import Unknot

/// Runs cases through the locator and the baselines.
public struct Evaluator: Sendable {
    private let engine: Engine
    private let rankers: [any MuscleRanker]

    /// How much of a case a ranker gets to see.
    enum View: String, CaseIterable, Sendable {
        case drawing = "drawing alone"
        case answers = "drawing and answers"
    }

    /// Prepares the rankers.
    public init(_ engine: Engine) {
        self.engine = engine
        rankers = [
            LocatorRanker(engine: engine), RegionVotes(atlas: engine.atlas), NaiveBayes(atlas: engine.atlas),
        ]
    }

    /// Evaluates cases.
    ///
    /// - Parameters:
    ///   - cases: Muscle cases and others.
    ///   - seeds: How many simulated press sessions each muscle case gets.
    ///   - progress: Called with the share done, 0 to 1.
    public func evaluate(
        _ cases: [EvaluationCase],
        seeds: Int = 20,
        progress: @Sendable (Double) -> Void = { _ in }
    ) async throws -> EvaluationReport {
        let muscleCases = cases.filter(\.isMuscleCase)
        var rows: [EvaluationReport.Row] = []
        for ranker in rankers {
            for view in View.allCases {
                let results = try muscleCases.map { item in
                    CaseResult(item, try ranker.rank(Self.seen(item.intake, view)))
                }
                rows.append(.init(ranker: ranker.name, view: view.rawValue, results: results))
            }
        }
        let pressed = try await presses(muscleCases, seeds: seeds, progress)
        rows.insert(
            .init(
                ranker: LocatorRanker(engine: engine).name,
                view: "and up to 6 presses (\(String(format: "%.1f", pressed.meanPresses)) on average)",
                results: pressed.results), at: View.allCases.count)
        let triage = try TriageMetrics(cases.map { ($0, try level($0)) })
        return EvaluationReport(
            knowledge: engine.atlas.version, caseCount: cases.count, rows: rows, triage: triage,
            misses: rows[View.allCases.count - 1].results.filter { $0.top1 < 1 }.map(\.summary),
            pressMisses: pressed.results.filter { $0.top1 < 1 }.map { result in
                "\(result.id): first in \(String(format: "%.0f", result.top1 * 100)) % of the runs"
            })
    }

    private func level(_ item: EvaluationCase) throws -> TriageLevel {
        try engine.locator.triage(item.intake).level
    }

    private static func seen(_ intake: Intake, _ view: View) -> Intake {
        switch view {
        case .answers:
            return intake
        case .drawing:
            return Intake(
                sideUnknown: intake.sideUnknown, drawing: intake.drawing, drawingComplete: intake.drawingComplete)
        }
    }

    /// Every case with every seed; the results of one case are averaged over its seeds.
    private func presses(
        _ cases: [EvaluationCase],
        seeds: Int,
        _ progress: @Sendable (Double) -> Void
    ) async throws -> (results: [CaseResult], meanPresses: Double) {
        guard seeds > 0 else { return ([], 0) }
        let oracle = PressOracle(engine: engine)
        let ranker = LocatorRanker(engine: engine)
        let runs = try await Parallel.map(cases, progress: progress) { _, item in
            try (0..<seeds).map { seed in
                let pressed = try oracle.press(item, seed: UInt64(seed))
                return (result: CaseResult(item, try ranker.rank(pressed.intake)), presses: pressed.presses)
            }
        }
        let presses = runs.reduce(0) { $0 + $1.reduce(0) { $0 + $1.presses } }
        return (runs.map { CaseResult(mean: $0.map(\.result)) }, Double(presses) / Double(max(cases.count * seeds, 1)))
    }
}

/// How a ranking did on one muscle case.
struct CaseResult: Sendable {
    let id: String
    let tier: String
    let top1: Double
    let top3: Double
    let top5: Double
    /// Share of the secondary muscles among the first five, `nil` without any.
    let secondary: Double?
    /// The probability of the leading muscle, and whether it was right, for each run.
    let predictions: [(probability: Double, cameTrue: Bool)]
    let summary: String

    init(_ item: EvaluationCase, _ ranking: [RankedMuscle]) {
        let ignoringSide = item.intake.sideUnknown
        func chance(_ expected: [EvaluationCase.ExpectedMuscle], _ top: Int) -> Double {
            Hits.chance(ranking, of: expected, top: top, ignoringSide: ignoringSide)
        }
        let isFirst = chance(item.primary, 1)
        id = item.id
        tier = item.tier
        top1 = isFirst
        top3 = chance(item.primary, 3)
        top5 = chance(item.primary, 5)
        let others = item.secondary.map { chance([$0], 5) }
        secondary = others.isEmpty ? nil : others.reduce(0, +) / Double(others.count)
        predictions = ranking.first.map { [(min(1, $0.probability), isFirst > 0.5)] } ?? []
        let first = ranking.prefix(5).map {
            "\($0.muscle) \($0.side.rawValue) \(String(format: "%.2f", $0.probability))"
        }
        let place = ranking.firstIndex { muscle in item.primary.contains { $0.fits(muscle, ignoringSide: ignoringSide) }
        }
        let wanted = item.primary.map { $0.anyOf.joined(separator: "/") }.joined(separator: " or ")
        summary =
            "\(item.id): \(wanted) stands \(place.map { "at \($0 + 1)" } ?? "nowhere"); first \(first.joined(separator: ", "))"
    }

    /// The mean of several runs of one case.
    init(mean runs: [CaseResult]) {
        func mean(_ value: (CaseResult) -> Double) -> Double {
            runs.reduce(0) { $0 + value($1) } / Double(max(runs.count, 1))
        }
        id = runs.first?.id ?? ""
        tier = runs.first?.tier ?? ""
        top1 = mean(\.top1)
        top3 = mean(\.top3)
        top5 = mean(\.top5)
        secondary = runs.first?.secondary == nil ? nil : mean { $0.secondary ?? 0 }
        predictions = runs.flatMap(\.predictions)
        summary = runs.first?.summary ?? ""
    }
}
