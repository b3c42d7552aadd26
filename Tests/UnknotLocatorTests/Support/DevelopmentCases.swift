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
        let minimumTriage: String?
        let maximumTriage: String?
        let warningStrength: String?
        let triageCodable: Bool?
        let undetectableFromText: Bool?
    }

    struct Muscle: Decodable, Sendable {
        let anyOf: [String]
        let side: String
        let role: String
    }

    private struct Line: Decodable {
        let id: String
        let expected: Expected
    }

    var minimum: TriageLevel? { expected.minimumTriage.flatMap(TriageLevel.init(rawValue:)) }
    var maximum: TriageLevel? { expected.maximumTriage.flatMap(TriageLevel.init(rawValue:)) }
    var isMuscleCase: Bool { expected.kind == "myofascial" }

    /// Whether a ranked muscle is one that was held responsible.
    func isRight(_ ranked: RankedMuscle) -> Bool {
        (expected.muscles ?? []).contains { muscle in
            muscle.role == "primary" && muscle.anyOf.contains(ranked.muscle.rawValue)
                && (intake.sideUnknown || muscle.side == "unknown" || muscle.side == "both"
                    || muscle.side == ranked.side.rawValue)
        }
    }

    /// `Tests/Cases/development.jsonl`; empty when it cannot be read, which a test of its own reports.
    static let all: [DevelopmentCase] = {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        guard let text = try? Data(contentsOf: tests.appending(path: "Cases/development.jsonl")) else { return [] }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let head = try? decoder.decode(Line.self, from: Data(line)),
                let intake = try? IntakeDocument.parse(Array(line), extraKeys: ["expected", "source", "tier"])
            else { return nil }
            return DevelopmentCase(id: head.id, intake: intake, expected: head.expected)
        }
    }()
}
