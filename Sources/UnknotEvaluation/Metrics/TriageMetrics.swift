import Unknot

/// Whether triage is careful enough and not too careful.
public struct TriageMetrics: Sendable {
    /// Cases with a hard sign that reached their minimum.
    public let hard: Rate
    /// Cases with a codable soft sign that reached their minimum.
    public let soft: Rate
    /// Muscle cases above their maximum.
    public let overTriage: Rate
    /// Which cases fell short or went too far.
    public let notes: [String]

    init(_ results: [(item: EvaluationCase, level: TriageLevel)]) {
        var notes: [String] = []
        func rate(_ strength: EvaluationCase.WarningStrength) -> Rate {
            let chosen = results.filter { item, _ in
                item.expected.warningStrength == strength && item.expected.undetectableFromText != true
                    && item.expected.triageCodable != false
            }
            let met = chosen.filter { item, level in
                let isMet = item.minimumTriage.map { level >= $0 } ?? true
                if !isMet {
                    notes.append(
                        "\(item.id): \(level.rawValue), at least \(item.expected.minimumTriage ?? "") is called for")
                }
                return isMet
            }
            return Rate(hits: Double(met.count), count: chosen.count)
        }
        hard = rate(.hard)
        soft = rate(.soft)
        let muscles = results.filter(\.item.isMuscleCase)
        let over = muscles.filter { item, level in
            let isOver = item.maximumTriage.map { level > $0 } ?? false
            if isOver {
                notes.append("\(item.id): \(level.rawValue), above \(item.expected.maximumTriage ?? "")")
            }
            return isOver
        }
        overTriage = Rate(hits: Double(over.count), count: muscles.count)
        self.notes = notes
    }
}
