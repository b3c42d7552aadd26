import ArgumentParser

/// The program `unknot`.
@main
struct UnknotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unknot",
        abstract: "Finds the muscle knots behind back, neck, shoulder and buttock pain.",
        discussion: """
            Start with `unknot locate -i`, which asks where it hurts and what makes it worse, and then says which \
            knots are likely, why, what speaks against them, and whether a clinician should look instead.
            """,
        version: "0.1.0",
        subcommands: [
            LocateCommand.self, PlanCommand.self, TechniquesCommand.self, CausesCommand.self, FairTestCommand.self,
            ForecastCommand.self, LearnCommand.self, AtlasCommand.self,
            SimulateCommand.self, EvaluateCommand.self, JournalCommand.self, ServeCommand.self, AccountsCommand.self,
        ]
    )

    /// Runs the program; whatever is wrong with the input ends it with the same status.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            let isMisuse = exitCode(for: error) == .validationFailure
            guard isMisuse else { exit(withError: error) }
            OutputStream.complain(fullMessage(for: error) + "\n")
            exit(withError: ExitCode(ExitStatus.badInput))
        }
    }
}
