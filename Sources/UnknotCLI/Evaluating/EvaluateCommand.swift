import ArgumentParser
import Foundation
import Unknot
import UnknotEvaluation

/// `unknot evaluate`: how well cases are located, beside two baselines, and how often fair tests are right.
struct EvaluateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Runs cases with known outcomes through the locator and two baselines.",
        discussion: """
            A case is an intake as for `locate` with "expected", "source" and "tier", one JSON object a line \
            (Tests/Cases/README.md says what each field means). Example:

              unknot evaluate Tests/Cases/development.jsonl
              unknot evaluate --calibration 10000
              unknot evaluate --fair-tests --runs 2000
              unknot evaluate --forecasts --runs 200

            --fair-tests judges simulated people of whom the truth is known by the rules of fair tests, and prints each \
            figure beside that of the evidence file. --forecasts makes forecasts for simulated people and waits for what \
            comes.
            """
    )

    @Argument(help: ArgumentHelp("Files with one case a line.", valueName: "file"))
    var files: [String] = []

    @Option(help: "Simulated press sessions for each muscle case.")
    var seeds = 20

    @Option(help: "Also check calibration on this many people of a world that differs from the model.")
    var calibration: Int?

    @Flag(help: "Check the verdicts of fair tests on simulated people.")
    var fairTests = false

    @Flag(help: "Check forecasts on simulated people and on published courses of recovery.")
    var forecasts = false

    @Option(help: "Simulated people for each figure of --fair-tests (1000 if not given) or kind of --forecasts (200).")
    var runs: Int?

    @Option(help: "Seed of the simulated people.")
    var seed: UInt64 = 1

    func validate() throws {
        guard !files.isEmpty || calibration != nil || fairTests || forecasts else {
            throw ValidationError(CLIText.evaluateNeedsInput)
        }
        guard (0...1_000).contains(seeds) else { throw ValidationError(CLIText.seedsRange) }
        guard calibration.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError(CLIText.peopleRange)
        }
        guard runs.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError(CLIText.outOfRange("--runs", CLIText.FairTest.runsRange))
        }
    }

    func run() async throws {
        if !files.isEmpty || calibration != nil { try await evaluateLocator() }
        if fairTests { try await evaluateFairTests() }
        if forecasts { try await evaluateForecasts() }
    }

    private func evaluateForecasts() async throws {
        Interruption.watch()
        let progress = ProgressLine(CLIText.Forecast.simulating)
        let runs = runs ?? 200
        do {
            let results = try await ForecastSimulation().run(
                runs: runs, seed: seed, progress: progress.show, while: { !Interruption.happened })
            progress.finish()
            OutputStream.write(CLIText.Forecast.report(results, runs: runs, seed: seed))
        } catch is CancellationError {
            progress.finish()
            OutputStream.complain(CLIText.Forecast.stopped)
            throw ExitCode(ExitStatus.interrupted)
        }
    }

    private func evaluateFairTests() async throws {
        Interruption.watch()
        let progress = ProgressLine(CLIText.FairTest.simulating)
        let runs = runs ?? 1_000
        do {
            let results = try await FairTestSimulation().run(
                runs: runs, seed: seed, progress: progress.show, while: { !Interruption.happened })
            progress.finish()
            OutputStream.write(CLIText.FairTest.report(results, runs: runs, seed: seed))
        } catch is CancellationError {
            progress.finish()
            OutputStream.complain(CLIText.FairTest.stopped)
            throw ExitCode(ExitStatus.interrupted)
        }
    }

    private func evaluateLocator() async throws {
        let engine = try EngineLoading.engine()
        if !files.isEmpty {
            let cases = try files.flatMap(Self.cases)
            let progress = ProgressLine(CLIText.evaluatingCases)
            let report = try await Evaluator(engine).evaluate(cases, seeds: seeds, progress: progress.show)
            progress.finish()
            OutputStream.write(report.text + "\n")
        }
        if let people = calibration {
            let progress = ProgressLine(CLIText.simulatingPeople)
            let world = MisspecifiedWorld(engine)
            let result = try await world.calibration(people: people, seed: seed, progress: progress.show)
            progress.finish()
            OutputStream.write(CLIText.calibration(result, seed: seed) + "\n")
        }
    }

    private static func cases(in path: String) throws -> [EvaluationCase] {
        do {
            return try EvaluationCase.read(Data(contentsOf: URL(filePath: path)), file: path)
        } catch let problem as CaseProblem {
            OutputStream.complain("\(problem)\n")
        } catch {
            OutputStream.complain(CLIText.fileMissing(path) + "\n")
        }
        throw ExitCode(ExitStatus.badInput)
    }
}
