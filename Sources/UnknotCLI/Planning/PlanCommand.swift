import ArgumentParser
import Unknot

/// `unknot plan`
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Say what to do about the knots behind a pain, and how.",
        discussion: """
            FILE (or standard input) holds one JSON object: the intake as for `unknot locate`, what applies of the \
            health check, the tools at hand, whether somebody helps, where you are, and how many minutes there are. \
            Up to three minutes give the short plan for a flare.

            Examples:
              unknot locate -i --save me.json; unknot plan me.json
              unknot plan request.json --json
              unknot plan --lines < many.jsonl > plans.jsonl

            A request is {"intake": {…}, "health": [], "tools": ["ball"], "helper": false, "place": "office", "minutes": 5}; \
            an intake alone stands for a request with nothing else in it. Documentation/Planning.md has all keys.

            It ends with 0 when there is an answer and with 2 when the input is wrong.
            """
    )

    @Argument(help: "The request as JSON; - or nothing for standard input.", completion: .file(extensions: ["json"]))
    var file: String?

    @Flag(help: "Print the plan as JSON.")
    var json = false

    @Flag(help: "Read one JSON object a line and write one plan a line.")
    var lines = false

    @Flag(help: "Make the three-minute plan for a flare, whatever the minutes.")
    var flare = false

    @Flag(
        name: [.short, .long], help: "Show all that was left out, what studies found, and the sheet for a therapist.")
    var verbose = false

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if lines && flare { throw ValidationError(CLIText.notTogether("--lines", "--flare")) }
    }

    func run() throws {
        let engine = try EngineLoading.engine()
        let status = lines ? try answerLines(engine) : try answerOne(engine)
        if status != 0 { throw ExitCode(status) }
    }

    private func answerLines(_ engine: Engine) throws -> Int32 {
        do {
            let answering = LineAnswering(engine: engine) { try $0.plan(json: $1) }
            return try answering.run(IntakeInput(file))
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: true)
            return ExitStatus.badInput
        }
    }

    private func answerOne(_ engine: Engine) throws -> Int32 {
        do {
            var request = try PlanRequestDocument.parse(IntakeInput(file).wholeDocument())
            if flare { request.minutes = 3 }
            let plan = try engine.plan(request)
            if json {
                let data = try engine.json(for: plan, pretty: display.terminal.isTerminal)
                OutputStream.write(Array(data) + [UInt8(ascii: "\n")])
            } else {
                var view = PlanView(engine: engine, terminal: display.terminal, isVerbose: verbose)
                OutputStream.write(view.text(for: plan))
            }
            return 0
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: json)
            return ExitStatus.badInput
        }
    }
}
