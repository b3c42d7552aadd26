import UnknotPhysiology

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Results of the knot model as JSON, keys in alphabetical order; the same on the command line and on the server.
public enum SimulationDocument {
    /// What stands beside every result.
    public static let notice = "A model of a contested mechanism, not a measurement."

    /// Single runs.
    public static func json(_ runs: [KnotRun]) throws -> Data {
        try encode(Document(model: runs.first?.model.parameters.version ?? .one, runs: runs.map(Single.init)))
    }

    /// Runs of ensembles.
    public static func json(_ runs: [KnotEnsembleRun]) throws -> Data {
        try encode(Document(model: .one, runs: runs.map(Ensemble.init)))
    }

    /// A document as JSON.
    package static func encode(_ document: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return try encoder.encode(document)
    }

    private struct Document<Run: Encodable>: Encodable {
        let model: Int
        let notice = SimulationDocument.notice
        let runs: [Run]

        init(model: KnotModelVersion, runs: [Run]) {
            self.model = model.rawValue
            self.runs = runs
        }
    }

    private struct Single: Encodable {
        struct Sample: Encodable {
            let hours: Double
            let state: [Double]
            let pain: Double
            let evoked: Double
            let ppt: Double
            let stiffness: Double
            let rom: Double
            let label: String

            enum CodingKeys: String, CodingKey {
                case hours = "t_h"
                case ppt = "PPT"
                case rom = "ROM"
                case state, pain, evoked, stiffness, label
            }
        }

        struct Statistics: Encodable {
            let steps: Int
            let rejectedForError: Int
            let rejectedForBox: Int
            let evaluations: Int

            enum CodingKeys: String, CodingKey {
                case steps, evaluations
                case rejectedForError = "rejected_for_error"
                case rejectedForBox = "rejected_for_box"
            }
        }

        let name: String
        let states = KnotState.symbols.map { "\($0)" }
        let samples: [Sample]
        let statistics: Statistics

        init(_ run: KnotRun) {
            name = run.name
            samples = zip(run.trajectory.samples, run.outputs).map { sample, output in
                Sample(
                    hours: sample.hours, state: sample.state.values, pain: output.pain, evoked: output.evokedPain,
                    ppt: output.pressThreshold, stiffness: output.firmness, rom: output.range,
                    label: output.label.rawValue)
            }
            let counts = run.trajectory.statistics
            statistics = Statistics(
                steps: counts.steps, rejectedForError: counts.rejectedForError, rejectedForBox: counts.rejectedForBox,
                evaluations: counts.evaluations)
        }
    }

    private struct Ensemble: Encodable {
        struct Lines: Encodable {
            let low: [Double]
            let median: [Double]
            let high: [Double]
        }

        let name: String
        let members: Int
        let failed: Int
        let hours: [Double]
        let bands: [String: Lines]
        let labels: [String: [Double]]

        init(_ run: KnotEnsembleRun) {
            name = run.name
            members = run.bands.members
            failed = run.bands.failed
            hours = run.bands.hours
            var bands: [String: Lines] = [:]
            for (quantity, band) in run.bands.bands {
                bands[quantity.rawValue] = Lines(
                    low: band.map(\.low), median: band.map(\.median), high: band.map(\.high))
            }
            self.bands = bands
            var labels: [String: [Double]] = [:]
            for (label, shares) in run.bands.labels { labels[label.rawValue] = shares }
            self.labels = labels
        }

        enum CodingKeys: String, CodingKey {
            case name, members, failed, bands, labels
            case hours = "t_h"
        }
    }
}
