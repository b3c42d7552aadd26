import ArgumentParser
import Unknot

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `unknot atlas`
struct AtlasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "atlas",
        abstract: "Browse what is known, with its sources.",
        discussion: """
            Examples:
              unknot atlas search shoulder blade
              unknot atlas show infraspinatus
              unknot atlas regions --json
              unknot atlas --svg infraspinatus_medial --side left > point.svg
            """,
        subcommands: [Show.self, Search.self] + lists
    )

    private static let lists: [any ParsableCommand.Type] = [
        Muscles.self, Points.self, Regions.self, Movements.self, Causes.self, Warnings.self, Findings.self,
        Hypotheses.self, Sources.self,
    ]

    @Option(help: ArgumentHelp("Draw a point and where it sends pain, as an SVG picture.", valueName: "point"))
    var svg: String?

    @Option(help: "The side of the point that is drawn: left or right.")
    var side: SideArgument = .right

    func run() throws {
        guard let svg else { throw CleanExit.helpRequest(self) }
        let atlas = try EngineLoading.atlas()
        guard let picture = FigurePainter(atlas).referral(of: PointID(svg), side.bodySide, atlas: atlas) else {
            let near = AtlasCatalogue(atlas).pointSuggestions(for: svg)
            OutputStream.complain(CLIText.unknownPoint(StyledText(svg).plain, near))
            throw ExitCode(ExitStatus.badInput)
        }
        OutputStream.write(Array(picture.svg(atlas).utf8))
    }
}

/// A side on the command line.
enum SideArgument: String, CaseIterable, ExpressibleByArgument {
    case left
    case right

    var bodySide: BodySide {
        switch self {
        case .left: .left
        case .right: .right
        }
    }
}

/// Options that every atlas command takes.
struct AtlasOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var display: DisplayOptions

    /// Prints values as JSON, or lays them out for a person.
    func show(_ values: some Encodable, _ layOut: (inout AtlasView) -> Void) throws {
        let terminal = display.terminal
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            if terminal.isTerminal { encoder.outputFormatting.insert(.prettyPrinted) }
            OutputStream.write(Array(try encoder.encode(values)) + [UInt8(ascii: "\n")])
        } else {
            var view = AtlasView(terminal)
            layOut(&view)
            OutputStream.write(view.page.text)
        }
    }
}

extension AtlasCommand {
    /// `unknot atlas show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show everything known about one thing.",
            discussion: "Example: unknot atlas show quadratus_lumborum_deep_upper"
        )

        @Argument(help: "The id of a muscle, point, region, movement, cause, warning sign, hypothesis or source.")
        var id: String

        @OptionGroup var options: AtlasOptions

        func run() throws {
            let catalogue = AtlasCatalogue(try EngineLoading.atlas())
            let cards = catalogue.cards(id)
            guard !cards.isEmpty else {
                let near = catalogue.suggestions(for: id)
                if options.json {
                    let problem = IntakeProblem(
                        path: "ID", message: CLIText.unknownID(id), allowed: CLIText.knownID(near))
                    try ProblemView.report(problem, engine: EngineLoading.engine(), isJSON: true)
                } else {
                    OutputStream.complain(CLIText.unknownID(StyledText(id).plain, near))
                }
                throw ExitCode(ExitStatus.badInput)
            }
            try options.show(cards) { view in
                for card in cards { view.card(card) }
            }
        }
    }

    /// `unknot atlas search`
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find muscles, points and regions by plain words, best first.",
            discussion: "Example: unknot atlas search lowest back"
        )

        @Argument(help: "Words, or the beginnings of words.")
        var words: [String]

        @OptionGroup var options: AtlasOptions

        func run() throws {
            let catalogue = AtlasCatalogue(try EngineLoading.atlas())
            let rows = catalogue.search(words.joined(separator: " "))
            try options.show(rows) { view in view.list(rows) }
        }
    }
}
