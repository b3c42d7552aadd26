import ArgumentParser
import Unknot

/// `unknot techniques`
struct TechniquesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "techniques",
        abstract: "Browse the ways to let a knot go, with what studies found.",
        discussion: """
            Examples:
              unknot techniques
              unknot techniques --area buttock --tool ball
              unknot techniques --who partner --json
              unknot techniques show ball_wall_press
            """,
        subcommands: [List.self, Show.self],
        defaultSubcommand: List.self
    )
}

extension TechniquesCommand {
    /// `unknot techniques list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List techniques, all or those that fit.")

        @Option(help: "Only for this part of the body, such as buttock or upper_trapezius.")
        var area: String?

        @Option(help: "Only with this tool.")
        var tool: String?

        @Option(help: "Only what this one does.")
        var who: String?

        @OptionGroup var options: AtlasOptions

        func run() throws {
            let catalogue = TechniqueCatalogue(try EngineLoading.atlas())
            if let area, !catalogue.areas.contains(area) {
                throw Self.unknown("--area", area, catalogue.areas)
            }
            let tool: CareTool? = try Self.choice("--tool", tool)
            let who: Technique.Performer? = try Self.choice("--who", who)
            let rows = catalogue.rows(area: area.map { CarePlaceID($0) }, tool: tool, who: who)
            try options.show(rows) { view in view.list(rows) }
        }

        /// One of the words of an enumeration.
        private static func choice<Choice: RawRepresentable & CaseIterable>(
            _ option: String, _ word: String?
        ) throws -> Choice? where Choice.RawValue == String {
            guard let word else { return nil }
            guard let choice = Choice(rawValue: word) else {
                throw unknown(option, word, Choice.allCases.map(\.rawValue))
            }
            return choice
        }

        private static func unknown(_ option: String, _ word: String, _ allowed: [String]) -> ValidationError {
            ValidationError(CLIText.Techniques.unknownWord(option, StyledText(word).plain, allowed))
        }
    }

    /// `unknot techniques show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show everything known about one technique.",
            discussion: "Example: unknot techniques show ball_wall_press"
        )

        @Argument(help: "The id of a technique.")
        var id: String

        @OptionGroup var options: AtlasOptions

        func run() throws {
            let catalogue = TechniqueCatalogue(try EngineLoading.atlas())
            guard let card = catalogue.card(id) else {
                throw ValidationError(CLIText.Techniques.unknown(StyledText(id).plain, catalogue.suggestions(for: id)))
            }
            try options.show([card]) { view in view.card(card) }
        }
    }
}
