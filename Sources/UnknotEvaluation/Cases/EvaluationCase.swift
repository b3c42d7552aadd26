public import Foundation
public import Unknot

/// A published case: what the person could have said, and what the clinicians concluded.
public struct EvaluationCase: Sendable {
    /// What the pain was traced to.
    public enum Kind: String, Decodable, CaseIterable, Sendable {
        /// A muscle.
        case myofascial
        /// A joint, disc, nerve root or tendon.
        case structural
        /// A serious disease.
        case serious
        /// An organ or another illness.
        case visceral
    }

    /// How strongly the stated facts call for the minimum triage.
    public enum WarningStrength: String, Decodable, Sendable {
        /// One answer alone calls for the same day or an emergency, or is past cancer.
        case hard
        /// Anything weaker.
        case soft
        /// No warning sign.
        case none
    }

    /// A muscle that counts as right.
    public struct ExpectedMuscle: Decodable, Sendable {
        let anyOf: [String]
        let side: String
        let role: String

        enum CodingKeys: String, CodingKey {
            case side, role
            case anyOf = "any_of"
        }

        var isPrimary: Bool { role == "primary" }

        /// Whether a ranked muscle is this one; an unknown side or both sides fit either.
        func fits(_ muscle: RankedMuscle, ignoringSide: Bool) -> Bool {
            guard anyOf.contains(muscle.muscle.rawValue) else { return false }
            return ignoringSide || side == "unknown" || side == "both" || side == muscle.side.rawValue
        }
    }

    struct Expectation: Decodable, Sendable {
        let kind: Kind
        let muscles: [ExpectedMuscle]?
        let condition: String?
        let minimumTriage: String?
        let maximumTriage: String?
        let warningStrength: WarningStrength?
        let triageCodable: Bool?
        let undetectableFromText: Bool?

        enum CodingKeys: String, CodingKey {
            case kind, muscles, condition
            case minimumTriage = "minimum_triage"
            case maximumTriage = "maximum_triage"
            case warningStrength = "warning_strength"
            case triageCodable = "triage_codable"
            case undetectableFromText = "undetectable_from_text"
        }
    }

    private struct Extras: Decodable {
        let id: String?
        let expected: Expectation
        let tier: String?
    }

    /// What the person could have said.
    public let intake: Intake
    /// The name of the case, for people.
    public let id: String
    /// A, B or C: how far to trust it.
    public let tier: String
    let expected: Expectation

    /// Muscles held responsible.
    var primary: [ExpectedMuscle] { expected.muscles?.filter(\.isPrimary) ?? [] }
    /// Muscles also involved.
    var secondary: [ExpectedMuscle] { expected.muscles?.filter { !$0.isPrimary } ?? [] }
    var minimumTriage: TriageLevel? { expected.minimumTriage.flatMap(TriageLevel.init(rawValue:)) }
    var maximumTriage: TriageLevel? { expected.maximumTriage.flatMap(TriageLevel.init(rawValue:)) }
    var isMuscleCase: Bool { expected.kind == .myofascial }

    /// Reads one case.
    ///
    /// - Throws: ``IntakeProblem`` for the intake, ``CaseProblem`` for the expectation.
    init(line: [UInt8], number: Int, file: String) throws {
        intake = try IntakeDocument.parse(line, extraKeys: ["expected", "source", "tier"])
        do {
            let extras = try JSONDecoder().decode(Extras.self, from: Data(line))
            id = extras.id ?? "\(file):\(number)"
            tier = extras.tier ?? "C"
            expected = extras.expected
        } catch {
            throw CaseProblem(file: file, line: number, reason: "the expectation cannot be read: \(error)")
        }
        for level in [expected.minimumTriage, expected.maximumTriage].compactMap({ $0 })
        where TriageLevel(rawValue: level) == nil {
            throw CaseProblem(file: file, line: number, reason: "“\(level)” is no triage level")
        }
    }

    /// Reads cases, one JSON object a line; blank lines are passed over.
    ///
    /// - Throws: ``CaseProblem`` with file and line for the first bad case.
    public static func read(_ data: Data, file: String) throws -> [EvaluationCase] {
        var cases: [EvaluationCase] = []
        for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where line.contains(where: { !" \t\r".utf8.contains($0) }) {
            do {
                cases.append(try EvaluationCase(line: Array(line), number: index + 1, file: file))
            } catch let problem as IntakeProblem {
                throw CaseProblem(
                    file: file,
                    line: index + 1,
                    reason: (problem.path.isEmpty ? "" : "\(problem.path): ")
                        + "\(problem.message) Allowed: \(problem.allowed)"
                )
            }
        }
        return cases
    }
}

/// A case that cannot be used.
public struct CaseProblem: Error, Sendable, CustomStringConvertible {
    let file: String
    let line: Int
    let reason: String

    /// `file:line: reason`.
    public var description: String { "\(file):\(line): \(reason)" }
}
