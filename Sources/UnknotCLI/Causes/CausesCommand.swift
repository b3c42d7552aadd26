import ArgumentParser
import Unknot
import UnknotJournal
import UnknotRecord
import UnknotWeb

/// `unknot causes`
struct CausesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "causes",
        abstract: "Say what may drive somebody's knots, how sure that is, and which small habit fits.",
        discussion: """
            Without FILE it reads the journal. FILE (or - for standard input) holds one JSON object instead, every key of \
            which may be missing: "muscles" with the knots, "applies" and "denied" (causes), "onsets" (a list of \
            {"before": [...], "not_before": [...]}: what happened in the hours before it began), "days" (lists of \
            "sitting_hours", "longest_minutes", "sleep_hours", "sleep_quality", "stress", "load", "exercise_minutes", \
            "water_litres", one number or null for each of the last days), "days_covered", "episodes", "age" and "health".

            Examples:
              unknot causes
              unknot causes --person Ada --json
              echo '{"muscles": ["trapezius_upper"], "applies": ["stress", "phone_cradling"]}' | unknot causes -

            These are links that studies and tradition describe, with their strength; they prove no cause. It ends with 0 \
            when there is an answer, an empty one included, and with 2 when the input is wrong.
            """
    )

    @Argument(
        help: "What is known of a person as JSON; - for standard input; the journal if not given.",
        completion: .file(extensions: ["json"]))
    var file: String?

    @OptionGroup var options: JournalOptions

    @Flag(name: [.short, .long], help: "Show every study behind each driver.")
    var verbose = false

    func run() async throws {
        let engine = try EngineLoading.engine()
        guard let file else {
            return try await options.run(.tried) { session in
                let journal = try await session.personIfAny().map { Journal(session.store, of: $0.id) }
                let when = try WhenText(zone: nil)
                let shelf = try await CausesShelf(
                    journal, engine: engine, today: LocalDay(of: when.now, in: when.zone), zone: when.zone)
                try print(shelf.inquiry, id: nil, engine)
            }
        }
        do {
            let asked = try engine.driverInquiry(json: IntakeInput(file).wholeDocument())
            try print(asked.inquiry, id: asked.id, engine)
        } catch let problem as IntakeProblem {
            try ProblemView.report(problem, engine: engine, isJSON: options.json)
            throw ExitCode(ExitStatus.badInput)
        }
    }

    private func print(_ inquiry: DriverInquiry, id: String?, _ engine: Engine) throws {
        let answer = engine.driverDesk.drivers(inquiry)
        let terminal = options.display.terminal
        guard options.json else {
            var view = DriverView(engine: engine, terminal: terminal, isVerbose: verbose)
            return OutputStream.write(view.text(for: answer, inquiry))
        }
        let data = try engine.json(for: answer, of: inquiry, id: id, pretty: terminal.isTerminal)
        OutputStream.write(Array(data) + [UInt8(ascii: "\n")])
    }
}
