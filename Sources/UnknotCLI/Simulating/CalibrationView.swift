import Foundation
import Unknot

/// The calibration table for people and for programs.
enum CalibrationView {
    static func text(_ results: [CalibrationResult], _ terminal: Terminal) -> String {
        var page = Page(terminal)
        page.heading(CLIText.calibration)
        for result in results {
            let target = result.target
            let band = "\(number(target.band.lowerBound)) to \(number(target.band.upperBound)) \(target.unit)"
            let verdict = result.isInside ? CLIText.inside : CLIText.outside
            page.labelled(
                "\(target.id)",
                [
                    StyledText("\(target.what): ") + StyledText(number(result.value), .strong)
                        + StyledText(" (\(band.trimmingCharacters(in: .whitespaces))) ")
                        + StyledText(verdict, result.isInside ? .quiet : .warning)
                ],
                column: 6)
        }
        page.blank()
        page.add(StyledText(CLIText.calibrated(results.count { $0.isInside }, of: results.count)))
        page.add(StyledText(CLIText.modelNotice, .warning))
        return page.text
    }

    static func json(_ results: [CalibrationResult], _ version: KnotModelVersion) throws -> String {
        String(decoding: try SimulationDocument.encode(CalibrationDocument(results, version)), as: UTF8.self) + "\n"
    }

    /// Four digits that count.
    static func number(_ value: Double) -> String { String(format: "%.4g", value) }
}

/// The calibration table as JSON.
struct CalibrationDocument: Encodable {
    struct Target: Encodable {
        let id: String
        let status: String
        let what: String
        let published: String
        let unit: String
        let low: Double
        let high: Double
        let value: Double
        let inside: Bool
        let sources: [String]
        let note: String
    }

    let model: Int
    let notice = CLIText.modelNotice
    let inside: Int
    let targets: [Target]

    init(_ results: [CalibrationResult], _ version: KnotModelVersion) {
        model = version.rawValue
        inside = results.count { $0.isInside }
        targets = results.map { result in
            let target = result.target
            return Target(
                id: "\(target.id)", status: target.status == .fitted ? "fitted" : "checked", what: "\(target.what)",
                published: "\(target.published)", unit: "\(target.unit)", low: target.band.lowerBound,
                high: target.band.upperBound, value: result.value, inside: result.isInside,
                sources: "\(target.source)".split(separator: ";").map(String.init), note: "\(target.note)")
        }
    }
}
