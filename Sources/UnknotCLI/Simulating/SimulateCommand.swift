import ArgumentParser
import Unknot

/// `unknot simulate`
struct SimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract: "Run the model of what happens inside a knot.",
        discussion: """
            WHAT is a scenario file (JSON, - for standard input) or names of programmes, done one after the other; \
            `desk-week*3` repeats one, `--list` shows them all.

            Examples:
              unknot simulate --start latent press-session ordinary-week
              unknot simulate desk-week*3 --compare desk-week-breaks*3
              unknot simulate --start active release-week*4 --ensemble 200
              unknot simulate scenario.json --csv --rtol 1e-9 > trajectory.csv
              unknot simulate --calibration

            This is a model of a contested mechanism, not a measurement: look at bands (--ensemble), not at one line.
            It ends with 0 when the run is done and with 2 when the input is wrong.
            """
    )

    @Argument(help: "A scenario file, or names of programmes.", completion: .file(extensions: ["json"]))
    var what: [String] = []

    @Option(help: ArgumentHelp("Programmes start from: healthy, latent or active.", valueName: "state"))
    var start = "healthy"

    @Option(help: ArgumentHelp("Run another file or programmes (joined by commas) beside it.", valueName: "what"))
    var compare: String?

    @Option(help: ArgumentHelp("Run so many members with constants drawn at random.", valueName: "N"))
    var ensemble: Int?

    @Option(help: ArgumentHelp("Where the draws begin.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How far the draws spread; 1 is the specification's range.", valueName: "factor"))
    var spread = 1.0

    @Option(
        help: ArgumentHelp("Which version of the model: 1, or 2 (see Documentation/KnotModel.md).", valueName: "1|2"))
    var model = 1

    @Option(help: ArgumentHelp("Relative error allowed in a step (default 1e-6, ensembles 1e-4).", valueName: "error"))
    var rtol: Double?

    @Option(help: ArgumentHelp("Absolute error allowed in a step (default rtol/1000).", valueName: "error"))
    var atol: Double?

    @Flag(help: "Print every sample as a table, with all digits.")
    var csv = false

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(help: "Print a plot as an SVG document.")
    var svg = false

    @Flag(help: "List the programmes.")
    var list = false

    @Flag(help: "Repeat the published observations on the model and say which it meets (with --json for programs).")
    var calibration = false

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if calibration { try validateCalibration() }
        if KnotModelVersion(rawValue: model) == nil { throw ValidationError(CLIText.outOfRange("--model", "1 to 2")) }
        if ensemble != nil, version != .one { throw ValidationError(CLIText.notTogether("--model 2", "--ensemble")) }
        if !list, !calibration, what.isEmpty { throw ValidationError(CLIText.nothingToSimulate) }
        let shapes = [(csv, "--csv"), (json, "--json"), (svg, "--svg")].filter { $0.0 }
        if shapes.count > 1 { throw ValidationError(CLIText.notTogether(shapes[0].1, shapes[1].1)) }
        if ScenarioDocument.start(named: start) == nil { throw ValidationError(CLIText.unknownStart(start)) }
        if let ensemble, !(2...Self.mostMembers).contains(ensemble) {
            throw ValidationError(CLIText.outOfRange("--ensemble", "2 to \(Self.mostMembers)"))
        }
        if !(0...2).contains(spread) { throw ValidationError(CLIText.outOfRange("--spread", "0 to 2")) }
        if let rtol, !Self.tolerances.contains(rtol) {
            throw ValidationError(CLIText.outOfRange("--rtol", "1e-12 to 0.1"))
        }
        if let atol, !(atol >= 1e-18 && atol <= 0.1) {
            throw ValidationError(CLIText.outOfRange("--atol", "1e-18 to 0.1"))
        }
        if compare != nil, csv { throw ValidationError(CLIText.notTogether("--compare", "--csv")) }
    }

    func run() async throws {
        if list {
            OutputStream.write(ProgrammeList.text(display.terminal))
            return
        }
        do {
            guard !calibration else { return try calibrate() }
            var runs = [try SimulationRequest.read(what, start: start)]
            if let compare {
                runs.append(try SimulationRequest.read(compare.split(separator: ",").map(String.init), start: start))
            }
            if let ensemble {
                try await runEnsembles(runs, members: ensemble)
            } else {
                try await runSingles(runs)
            }
        } catch let problem as IntakeProblem {
            OutputStream.complain(ProblemView.text(for: problem))
            throw ExitCode(ExitStatus.badInput)
        } catch let failure as SolverFailure {
            OutputStream.complain(CLIText.solverFailed(failure) + "\n")
            throw ExitCode(failure == .cancelled ? ExitStatus.interrupted : ExitStatus.fault)
        }
    }

    private var version: KnotModelVersion { KnotModelVersion(rawValue: model) ?? .one }

    private func validateCalibration() throws {
        let others = [
            (!what.isEmpty, "WHAT"), (compare != nil, "--compare"), (ensemble != nil, "--ensemble"), (csv, "--csv"),
            (svg, "--svg"), (list, "--list"),
        ]
        if let other = others.first(where: { $0.0 }) {
            throw ValidationError(CLIText.notTogether("--calibration", other.1))
        }
    }

    private func calibrate() throws {
        Interruption.watch()
        let line = ProgressLine(CLIText.calibration)
        let settings = SolverSettings(relative: rtol ?? 1e-8, absolute: atol ?? 1e-10)
        let results = try KnotModel(version: version).calibration(settings) { share in
            line.show(share)
            return !Interruption.happened
        }
        line.finish()
        let text = json ? try CalibrationView.json(results, version) : CalibrationView.text(results, display.terminal)
        OutputStream.write(text)
    }

    private static let mostMembers = 100_000
    private static let tolerances = 1e-12...0.1

    private func runSingles(_ requests: [SimulationRequest]) async throws {
        Interruption.watch()
        let settings = SolverSettings(relative: rtol ?? 1e-6, absolute: atol)
        let model = KnotModel(version: version)
        var runs: [KnotRun] = []
        for var request in requests {
            request.scenario.initial = model.start(from: request.scenario.initial)
            let line = ProgressLine(request.name)
            let trajectory = try model.simulate(request.scenario, settings) { share in
                line.show(share)
                return !Interruption.happened
            }
            line.finish()
            runs.append(
                KnotRun(
                    name: request.name, scenario: request.scenario, trajectory: trajectory, model: model))
        }
        if csv {
            for run in runs {
                KnotCSV.write(run.trajectory, of: run.scenario, model) { OutputStream.write($0) }
            }
        } else if json {
            OutputStream.write(String(decoding: try SimulationDocument.json(runs), as: UTF8.self) + "\n")
        } else if svg {
            OutputStream.write(SimulationPlot.svg(runs.map(\.curves)))
        } else {
            OutputStream.write(SimulationView(display.terminal).text(runs))
        }
    }

    private func runEnsembles(_ requests: [SimulationRequest], members: Int) async throws {
        Interruption.watch()
        let settings = SolverSettings(relative: rtol ?? 1e-4, absolute: atol)
        var runs: [KnotEnsembleRun] = []
        for request in requests {
            let bands = try await EnsembleRunner(settings: settings, seed: seed, spread: spread)
                .run(request, members: members)
            runs.append(KnotEnsembleRun(name: request.name, scenario: request.scenario, bands: bands))
        }
        if csv {
            for run in runs { OutputStream.write(EnsembleCSV.text(run.bands)) }
        } else if json {
            OutputStream.write(String(decoding: try SimulationDocument.json(runs), as: UTF8.self) + "\n")
        } else if svg {
            OutputStream.write(SimulationPlot.svg(runs.map(\.curves)))
        } else {
            OutputStream.write(SimulationView(display.terminal).text(runs))
        }
    }
}
