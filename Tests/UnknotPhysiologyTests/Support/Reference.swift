import Foundation
import UnknotPhysiology

/// The reference data beside the tests.
enum Reference {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Reference")

    /// One state with its derivative and outputs.
    struct Vector: Decodable, Sendable {
        struct Outputs: Decodable, Sendable {
            let pain, evoked, threshold, stiffness, range, pH, flow, pim, ischaemia, nociception, uptake, v, dPk: Double
            let label: String

            enum CodingKeys: String, CodingKey {
                case pain, evoked, stiffness, pH, pim, v, dPk, label
                case threshold = "PPT"
                case range = "ROM"
                case flow = "Qrel"
                case ischaemia = "I"
                case nociception = "N"
                case uptake = "VO2"
            }
        }
        let y: [Double]
        let u: [String: Double]
        let dy: [Double]
        let out: Outputs
    }

    private struct Scenario: Decodable {
        struct Segment: Decodable {
            let seconds: Double
            let inputs: [String: Double]
        }
        let initial: [Double]
        let segments: [Segment]
    }

    /// A row of a trajectory.
    struct Row: Sendable {
        let hours: Double
        let state: [Double]
        let pressThreshold: Double
        let label: String
    }

    /// An equilibrium.
    struct Equilibrium: Sendable {
        let inputs: String
        let stability: String
        let label: String
        let state: [Double]
        let leading: Double
    }

    static func inputs(_ named: [String: Double]) -> KnotInputs {
        KnotInputs { inputs in
            for input in KnotInput.allCases { inputs[input] = named["\(input.name)"] ?? input.usual }
        }
    }

    static func vectors() throws -> [Vector] {
        try JSONDecoder().decode([Vector].self, from: Data(contentsOf: folder.appending(path: "rhs_vectors.json")))
    }

    static func scenario(_ name: String) throws -> KnotScenario {
        let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
        let scenario = try JSONDecoder().decode(Scenario.self, from: data)
        guard let initial = KnotState(scenario.initial) else { throw CocoaError(.fileReadCorruptFile) }
        return KnotScenario(
            initial: initial,
            segments: scenario.segments.map { KnotSegment(seconds: $0.seconds, inputs($0.inputs)) })
    }

    static func rows(_ name: String) throws -> [Row] {
        try table("\(name).csv").map { fields in
            Row(
                hours: Double(fields[0]) ?? .nan, state: fields[1...14].map { Double($0) ?? .nan },
                pressThreshold: Double(fields[17]) ?? .nan, label: fields[22])
        }
    }

    static func equilibria() throws -> [Equilibrium] {
        try table("steady_states.csv").map { fields in
            Equilibrium(
                inputs: fields[0], stability: fields[1], label: fields[2],
                state: fields[3...16].map { Double($0) ?? .nan }, leading: Double(fields[24]) ?? .nan)
        }
    }

    private static func table(_ name: String) throws -> [[String]] {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
