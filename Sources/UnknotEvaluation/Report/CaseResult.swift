import Foundation
import Unknot

/// How a ranking did on one muscle case.
struct CaseResult: Sendable {
    let id: String
    let tier: String
    let top1: Double
    let top3: Double
    let top5: Double
    /// Share of the secondary muscles among the first five, `nil` without any.
    let secondary: Double?
    let logScore: LogScore
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
        logScore = LogScore(
            ranking, primary: item.primary, secondary: item.secondary, ignoringSide: ignoringSide)
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
        logScore = LogScore(culprit: mean(\.logScore.culprit), muscles: mean(\.logScore.muscles))
        predictions = runs.flatMap(\.predictions)
        summary = runs.first?.summary ?? ""
    }
}
