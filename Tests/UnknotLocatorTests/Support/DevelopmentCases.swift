import Foundation
import Testing
import Unknot

/// One published case with what its clinicians concluded.
struct DevelopmentCase: Sendable, CustomTestStringConvertible {
    let id: String
    let intake: Intake
    let expected: Expected

    var testDescription: String { id }

    struct Expected: Decodable, Sendable {
        let kind: String
        let muscles: [Muscle]?
        let minimum_triage: String?
        let maximum_triage: String?
        let warning_strength: String?
        let triage_codable: Bool?
        let undetectable_from_text: Bool?
    }

    struct Muscle: Decodable, Sendable {
        let any_of: [String]
        let side: String
        let role: String
    }

    private struct Line: Decodable {
        let id: String
        let expected: Expected
    }

    var minimum: TriageLevel? { expected.minimum_triage.flatMap(TriageLevel.init(rawValue:)) }
    var maximum: TriageLevel? { expected.maximum_triage.flatMap(TriageLevel.init(rawValue:)) }
    var isMuscleCase: Bool { expected.kind == "myofascial" }

    /// Whether a ranked muscle is one that was held responsible.
    func isRight(_ ranked: RankedMuscle) -> Bool {
        (expected.muscles ?? []).contains { muscle in
            muscle.role == "primary" && muscle.any_of.contains(ranked.muscle.rawValue)
                && (intake.sideUnknown || muscle.side == "unknown" || muscle.side == "both"
                    || muscle.side == ranked.side.rawValue)
        }
    }

    /// `Tests/Cases/development.jsonl`; empty when it cannot be read, which a test of its own reports.
    static let all: [DevelopmentCase] = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let text = try? Data(contentsOf: tests.appending(path: "Cases/development.jsonl")) else { return [] }
        return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let head = try? JSONDecoder().decode(Line.self, from: Data(line)),
                let intake = try? IntakeDocument.parse(Array(line), extraKeys: ["expected", "source", "tier"])
            else { return nil }
            return DevelopmentCase(id: head.id, intake: intake, expected: head.expected)
        }
    }()
}
