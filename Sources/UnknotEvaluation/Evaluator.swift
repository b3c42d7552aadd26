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
        let triage = try TriageMetrics(cases.map { ($0, try level($0.intake)) })
        let simulated = try await simulate(cases, seeds: seeds, progress)
        let locator = LocatorRanker(engine: engine).name
        rows.insert(
            contentsOf: [
                .init(ranker: locator, view: "and presses", results: simulated.pressed),
                .init(ranker: locator, view: "after the interview", results: simulated.interviewed),
                .init(ranker: locator, view: "after it and presses", results: simulated.both),
            ], at: View.allCases.count)
        return EvaluationReport(
            knowledge: engine.atlas.version, caseCount: cases.count, rows: rows, triage: triage,
            interview: simulated.report,
            misses: rows[View.allCases.count - 1].results.filter { $0.top1 < 1 }.map(\.summary),
            pressMisses: simulated.pressed.filter { $0.top1 < 1 }.map { result in
                "\(result.id): first in \(String(format: "%.0f", result.top1 * 100)) % of the runs"
            })
    }

    private func level(_ intake: Intake) throws -> TriageLevel {
        try engine.locator.triage(intake).level
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

    /// What the simulated interviews and presses led to, for the muscle cases.
    private struct Simulated {
        /// Everything that the case says, then presses.
        let pressed: [CaseResult]
        /// What the interview asked for.
        let interviewed: [CaseResult]
        /// The same, then presses.
        let both: [CaseResult]
        let report: InterviewReport
    }

    private struct Run: Sendable {
        let item: EvaluationCase
        let course: InterviewOracle.Course
        let level: TriageLevel
        var interviewed: CaseResult?
        var pressed: [CaseResult] = []
        var both: [CaseResult] = []
        var presses: [Int] = []
    }

    /// Every case with every seed; the results of one case are averaged over its seeds.
    private func simulate(
        _ cases: [EvaluationCase],
        seeds: Int,
        _ progress: @Sendable (Double) -> Void
    ) async throws -> Simulated {
        let runs = try await Parallel.map(cases, progress: progress) { _, item in try run(item, seeds: seeds) }
        let muscleRuns = runs.filter(\.item.isMuscleCase)
        return Simulated(
            pressed: muscleRuns.filter { !$0.pressed.isEmpty }.map { CaseResult(mean: $0.pressed) },
            interviewed: muscleRuns.compactMap(\.interviewed),
            both: muscleRuns.filter { !$0.both.isEmpty }.map { CaseResult(mean: $0.both) },
            report: InterviewReport(
                warningScreens: runs.map(\.course.warningScreens),
                questions: runs.map(\.course.questions),
                presses: muscleRuns.flatMap(\.presses),
                triage: TriageMetrics(runs.map { ($0.item, $0.level) })
            )
        )
    }

    private func run(_ item: EvaluationCase, seeds: Int) throws -> Run {
        let oracle = InterviewOracle(engine: engine)
        let ranker = LocatorRanker(engine: engine)
        let course = try oracle.answer(item)
        var run = Run(item: item, course: course, level: try level(course.intake))
        guard item.isMuscleCase else { return run }
        run.interviewed = CaseResult(item, try ranker.rank(course.intake))
        for seed in 0..<seeds {
            let pressed = try oracle.press(item, from: .init(intake: item.intake), seed: UInt64(seed))
            run.pressed.append(CaseResult(item, try ranker.rank(pressed.intake)))
            let both = try oracle.press(item, from: course, seed: UInt64(seed))
            run.both.append(CaseResult(item, try ranker.rank(both.intake)))
            run.presses.append(both.presses)
        }
        return run
    }
}
