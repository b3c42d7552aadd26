import Foundation
import Unknot
import UnknotInference

/// Heckerman's quickscore in NumPy on the same network and the same evidence, in a process of its own.
struct QuickscorePeer {
    let python: String
    let script: String

    /// A problem in the peer's terms: evidence on single hypotheses folded into the priors, soft evidence left out.
    struct Problem {
        let network: NoisyOrNetwork
        let evidence: Evidence
        let absent: [Int]
        let present: [Int]

        init(_ network: NoisyOrNetwork, _ full: Evidence) throws {
            let priors = network.priors.enumerated().map { index, prior -> Double in
                let weights = full.weights(ofHypothesis: index)
                let active = prior * weights.ifActive
                return active / (active + (1 - prior) * weights.ifInactive)
            }
            self.network = try NoisyOrNetwork(
                priors: priors, findings: network.findings, groups: network.groups)
            absent = network.findings.indices.filter { full[finding: $0] == .absent }
            present = network.findings.indices.filter { full[finding: $0] == .present }
            var evidence = Evidence(for: self.network)
            for finding in absent { evidence[finding: finding] = .absent }
            for finding in present { evidence[finding: finding] = .present }
            self.evidence = evidence
        }
    }

    /// The peer's own median times in milliseconds, and its marginals.
    func run(_ problem: Problem, repeats: Int) throws -> (plain: Double, tuned: Double, marginals: [Double]) {
        let file = FileManager.default.temporaryDirectory.appending(path: "unknot-quickscore-\(UUID()).json")
        defer { try? FileManager.default.removeItem(at: file) }
        let input = Input(
            priors: problem.network.priors,
            findings: problem.network.findings.map { finding in
                Input.Finding(
                    leak: finding.leak, links: finding.links.map { [Double($0.hypothesis), $0.strength] })
            },
            absent: problem.absent,
            present: problem.present
        )
        try JSONEncoder().encode(input).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [script, file.path, "\(repeats)"]
        // One thread each: the comparison is of algorithms, not of cores.
        process.environment = ProcessInfo.processInfo.environment.merging(
            ["OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"]) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let result = try JSONDecoder().decode(Output.self, from: output)
        return (result.plainSeconds * 1_000, result.tunedSeconds * 1_000, result.marginals)
    }

    private struct Input: Encodable {
        let priors: [Double]
        let findings: [Finding]
        let absent: [Int]
        let present: [Int]

        struct Finding: Encodable {
            let leak: Double
            let links: [[Double]]
        }
    }

    private struct Output: Decodable {
        let plainSeconds: Double
        let tunedSeconds: Double
        let marginals: [Double]

        enum CodingKeys: String, CodingKey {
            case marginals
            case plainSeconds = "plain_seconds"
            case tunedSeconds = "tuned_seconds"
        }
    }
}
