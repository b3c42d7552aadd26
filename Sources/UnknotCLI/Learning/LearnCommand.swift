import ArgumentParser
import Unknot

/// `unknot learn`
struct LearnCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Read short pages about knots, each sentence with its source and how sure it is.",
        discussion: """
            Examples:
              unknot learn
              unknot learn not_a_knot
              unknot learn --search water
              unknot learn helps --json
            """
    )

    @Argument(help: "The id of a page; without one the pages are listed.")
    var page: String?

    @Option(help: ArgumentHelp("Find pages and sentences by words or their beginnings.", valueName: "words"))
    var search: String?

    @OptionGroup var options: AtlasOptions

    func validate() throws {
        if page != nil, search != nil { throw ValidationError(CLIText.notTogether("a page", "--search")) }
    }

    func run() throws {
        let atlas = try EngineLoading.atlas()
        let library = LearnLibrary(atlas)
        if let search {
            let found = library.found(search)
            try options.show(found) { view in LearnView.found(found, on: &view.page) }
        } else if let page {
            guard let shown = library.page(page) else {
                throw ValidationError(CLIText.Learn.unknown(StyledText(page).plain, library.suggestions(for: page)))
            }
            try options.show(shown) { view in LearnView.page(shown, on: &view.page) }
        } else {
            let rows = library.rows
            try options.show(rows) { view in view.list(rows) }
        }
    }
}
