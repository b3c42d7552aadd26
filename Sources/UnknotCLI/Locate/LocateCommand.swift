import ArgumentParser
import Unknot

/// `unknot locate`
struct LocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Say which knots are likely behind a pain, and why.",
        discussion: """
            FILE (or standard input) holds one JSON object: where it hurts, answers, presses. Ids are those of \
            `unknot atlas`. Without a file at hand, `unknot locate -i` asks.

            Examples:
              unknot locate -i --save me.json
              unknot locate me.json
              echo '{"drawing": [{"region": "sacrum", "side": "midline"}]}' \\
                | unknot locate --json
              unknot locate --lines < many.jsonl > answers.jsonl

            It ends with 0 when there is an answer and with 2 when the input is wrong.
            """
    )

    @Argument(help: "The intake as JSON; - or nothing for standard input.", completion: .file(extensions: ["json"]))
    var file: String?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    @Flag(help: "Read one JSON object a line and write one answer a line.")
    var lines = false

    @Flag(name: [.short, .long], help: "Ask question by question.")
    var interactive = false

    @Option(help: ArgumentHelp("With -i: write what you said to this file.", valueName: "FILE"))
    var save: String?

    @Flag(name: [.short, .long], help: "Show every reason, knot and open warning question.")
    var verbose = false

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if lines && interactive { throw ValidationError(CLIText.notTogether("--lines", "-i")) }
        if interactive && file != nil { throw ValidationError(CLIText.notTogether("FILE", "-i")) }
        if save != nil && !interactive { throw ValidationError(CLIText.needs("--save", "-i")) }
    }

    func run() throws {
        let engine = try EngineLoading.engine()
        let status =
            if interactive {
                try InterviewShell(engine: engine, terminal: display.terminal, isJSON: json, isVerbose: verbose)
                    .run(savingTo: save)
            } else if lines {
                try answerLines(engine)
            } else {
                try answerOne(engine)
            }
        if status != 0 { throw ExitCode(status) }
    }

    private func answerLines(_ engine: Engine) throws -> Int32 {
        do {
            return try LineAnswering(engine: engine).run(IntakeInput(file))
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: true)
            return ExitStatus.badInput
        }
    }

    private func answerOne(_ engine: Engine) throws -> Int32 {
        do {
            let intake = try IntakeDocument.parse(IntakeInput(file).wholeDocument())
            let answer = try engine.locate(intake)
            if json {
                let data = try engine.json(for: answer, pretty: display.terminal.isTerminal)
                OutputStream.write(Array(data) + [UInt8(ascii: "\n")])
            } else {
                var view = AnswerView(engine: engine, terminal: display.terminal, isVerbose: verbose)
                OutputStream.write(view.text(for: answer, intake: intake))
            }
            return 0
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: json)
            return ExitStatus.badInput
        }
    }
}
