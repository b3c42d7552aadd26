import Unknot

/// One thing to simulate, with a name for headings.
struct SimulationRequest: Sendable {
    let name: String
    var scenario: KnotScenario

    /// Reads a file, or puts programmes together. A word with a dot or a slash, and `-`, is a file.
    static func read(_ words: [String], start: String) throws(IntakeProblem) -> SimulationRequest {
        if words.count == 1, let word = words.first, isFile(word) {
            let bytes = try IntakeInput(word).wholeDocument(limit: ScenarioDocument.maximumBytes)
            let document = try ScenarioDocument.parse(bytes)
            return SimulationRequest(name: document.name ?? word, scenario: document.scenario)
        }
        var segments: [KnotSegment] = []
        for word in words { segments += try programme(word) }
        guard !segments.isEmpty, let initial = ScenarioDocument.start(named: start) else {
            throw IntakeProblem(path: "WHAT", message: CLIText.nothingToSimulate, allowed: CLIText.programmeNames)
        }
        return SimulationRequest(
            name: words.joined(separator: " "), scenario: KnotScenario(initial: initial, segments: segments))
    }

    private static func isFile(_ word: String) -> Bool { word == "-" || word.contains("/") || word.contains(".") }

    /// `name` or `name*count`.
    private static func programme(_ word: String) throws(IntakeProblem) -> [KnotSegment] {
        let parts = word.split(separator: "*", omittingEmptySubsequences: false)
        guard let name = parts.first, let programme = KnotProgramme.named(String(name)) else {
            throw IntakeProblem(
                path: "WHAT", message: CLIText.unknownProgramme(word), allowed: CLIText.programmeNames)
        }
        guard parts.count > 1 else { return programme.segments }
        guard parts.count == 2, let count = Int(parts[1]), (1...mostRepeats).contains(count) else {
            throw IntakeProblem(
                path: "WHAT", message: CLIText.badRepeat(word), allowed: "\(name)*1 to \(name)*\(mostRepeats)")
        }
        return (0..<count).flatMap { _ in programme.segments }
    }

    private static let mostRepeats = 400
}

extension KnotRun {
    /// The curves of a plot.
    var curves: SimulationCurves {
        let outputs = outputs
        let lines = KnotQuantity.allCases.map { quantity in
            (
                quantity,
                outputs.map { output in
                    let value = quantity.value(in: output)
                    return KnotBands.Band(low: value, median: value, high: value)
                }
            )
        }
        return SimulationCurves(
            name: name, hours: trajectory.samples.map(\.hours), bands: Dictionary(uniqueKeysWithValues: lines))
    }
}

extension KnotEnsembleRun {
    /// The curves of a plot.
    var curves: SimulationCurves {
        SimulationCurves(name: name, hours: bands.hours, bands: bands.bands)
    }
}

/// Curves over time, each with a band that may have no width.
struct SimulationCurves: Sendable {
    let name: String
    let hours: [Double]
    let bands: [KnotQuantity: [KnotBands.Band]]
}
