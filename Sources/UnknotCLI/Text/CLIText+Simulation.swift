import Foundation
import Unknot

extension CLIText {
    static let modelNotice = SimulationDocument.notice
    static let nothingToSimulate = "Say what to simulate: a scenario file, or names of programmes (--list shows them)."
    static let programmes = "Programmes"
    static let calibration = "Published observations, repeated on the model"
    static let inside = "inside"
    static let outside = "outside"
    static func calibrated(_ inside: Int, of all: Int) -> String {
        "\(inside) of \(all) are inside their bands. Half of them were used to choose the constants: this shows that the "
            + "model can repeat them, not that it is right."
    }
    static var programmeNames: String {
        KnotProgramme.all.map { "\($0.name)" }.joined(separator: ", ") + "; or a file that ends in .json"
    }
    static func unknownProgramme(_ word: String) -> String { "“\(word.prefix(80))” is no programme." }
    static func badRepeat(_ word: String) -> String { "“\(word.prefix(80))” has no count that can be used." }
    static func unknownStart(_ word: String) -> String { "--start is healthy, latent or active, not “\(word)”." }
    static func outOfRange(_ option: String, _ range: String) -> String { "\(option) takes a number from \(range)." }

    static let simulationColumns = ["time", "pain", "threshold", "firmness", "range", "knot"]
    static let ensembleColumns = [
        "time", "pain (80 %)", "threshold (80 %)", "firmness (80 %)", "range (80 %)", "% none/latent/active",
    ]
    static func quantity(_ quantity: KnotQuantity) -> String {
        switch quantity {
        case .pain: "pain 0-10"
        case .pressThreshold: "press threshold, kg/cm2"
        case .firmness: "firmness, kPa"
        case .range: "range, degrees"
        }
    }
    static func label(_ label: KnotLabel) -> String { label.rawValue }
    static func becomes(_ label: KnotLabel, _ time: String) -> String {
        switch label {
        case .none: "no knot from \(time)"
        case .latent: "a latent knot from \(time)"
        case .active: "an active knot from \(time)"
        }
    }
    static func moreChanges(_ count: Int) -> String { "\(count) more change\(count == 1 ? "" : "s")." }
    static func simulated(_ hours: Double, _ segments: Int) -> String {
        "\(SimulationView.time(hours)) in \(segments) segment\(segments == 1 ? "" : "s")."
    }
    static func ensemble(_ members: Int, failed: Int) -> String {
        let all = "\(members) members with constants drawn at random; middle and where 8 of 10 lie."
        return failed == 0 ? all : all + " \(failed) could not be computed and are left out."
    }
    static func solverEffort(_ counts: RunStatistics) -> String {
        "\(counts.steps) steps, \(counts.rejectedForError) rejected for their error, \(counts.rejectedForBox) for leaving "
            + "the box."
    }
    static func solverFailed(_ failure: SolverFailure) -> String {
        switch failure {
        case .stepTooSmall(let segment, let time):
            "Error in segments[\(segment)]: the equations could not be solved after \(time) hours of it."
        case .tooManySteps(let segment, let time):
            "Error in segments[\(segment)]: too many steps after \(time) hours of it; try a larger --rtol."
        case .notFinite(let segment):
            "Error in segments[\(segment)]: the equations have no value there."
        case .cancelled: "Stopped."
        }
    }
}
