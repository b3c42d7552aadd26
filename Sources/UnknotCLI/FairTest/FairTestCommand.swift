import ArgumentParser
import Unknot

/// `unknot fair-test`
struct FairTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fair-test",
        abstract: "Say what a fair test shows: does a routine help this person?",
        discussion: """
            FILE (or standard input) holds one JSON object.

            A trial over days has one entry a calendar day, in order: "x" is 1 on days for which the routine was drawn, \
            else 0; "y" is the average pain of the day, 0 to 10, or null when it was not logged. It may have "z" (at most \
            two lists of 0 and 1, chosen beforehand, such as workdays), "done" (0, 1 or null: whether the routine was \
            really done), "period" (days of a period) and "prior" ({"mean", "sd"}: for ranking, without a verdict).

            A screen over sessions has one entry a session: "technique" (0 is quiet rest), and tenderness "before" and \
            "after", 0 to 10.

            Examples:
              unknot fair-test trial.json
              echo '{"x": [1, 1, 0, 0], "y": [4, null, 5, 6]}' \\
                | unknot fair-test --json
              echo '{"technique": [0, 1], "before": [6, 5], "after": [6, 3]}' \\
                | unknot fair-test
              unknot fair-test --lines < many.jsonl > results.jsonl

            The days must have been drawn by lot: what was done when it hurt cannot show whether it helps. \
            Documentation/FairTests.md has the model. It ends with 0 when there is a result, "not sure yet" included, \
            and with 2 when the input is wrong.
            """
    )

    @Argument(help: "The test as JSON; - or nothing for standard input.", completion: .file(extensions: ["json"]))
    var file: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(help: "Read one JSON object a line and write one result a line.")
    var lines = false

    @OptionGroup var display: DisplayOptions

    func run() throws {
        let engine = try EngineLoading.engine()
        let status = lines ? try answerLines(engine) : try answerOne(engine)
        if status != 0 { throw ExitCode(status) }
    }

    private func answerLines(_ engine: Engine) throws -> Int32 {
        do {
            let answering = LineAnswering(engine: engine) { try $0.fairTest(json: $1) }
            return try answering.run(IntakeInput(file))
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: true)
            return ExitStatus.badInput
        }
    }

    private func answerOne(_ engine: Engine) throws -> Int32 {
        do {
            let asked = try FairTestDocument.parse(IntakeInput(file).wholeDocument())
            if json {
                let data = try engine.fairTestJSON(asked, pretty: display.terminal.isTerminal)
                OutputStream.write(Array(data) + [UInt8(ascii: "\n")])
            } else {
                var view = FairTestView(text: engine.fairTestText, terminal: display.terminal)
                OutputStream.write(view.page(for: asked.request))
            }
            return 0
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: json)
            return ExitStatus.badInput
        }
    }
}
