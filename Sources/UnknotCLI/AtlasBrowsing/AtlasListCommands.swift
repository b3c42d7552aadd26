import ArgumentParser
import Unknot

/// A command that prints one list of the atlas.
protocol AtlasListCommand: ParsableCommand {
    static var list: AtlasList { get }
    var options: AtlasOptions { get }
}

extension AtlasListCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: list.rawValue,
            abstract: CLIText.Atlas.listAbstract(list.rawValue),
            discussion: "Example: unknot atlas \(list.rawValue) --json"
        )
    }

    func run() throws {
        let rows = Self.list.rows(try EngineLoading.atlas())
        try options.show(rows) { view in view.list(rows) }
    }
}

extension AtlasCommand {
    struct Muscles: AtlasListCommand {
        static let list = AtlasList.muscles
        @OptionGroup var options: AtlasOptions
    }

    struct Points: AtlasListCommand {
        static let list = AtlasList.points
        @OptionGroup var options: AtlasOptions
    }

    struct Regions: AtlasListCommand {
        static let list = AtlasList.regions
        @OptionGroup var options: AtlasOptions
    }

    struct Movements: AtlasListCommand {
        static let list = AtlasList.movements
        @OptionGroup var options: AtlasOptions
    }

    struct Causes: AtlasListCommand {
        static let list = AtlasList.causes
        @OptionGroup var options: AtlasOptions
    }

    struct Warnings: AtlasListCommand {
        static let list = AtlasList.warnings
        @OptionGroup var options: AtlasOptions
    }

    struct Findings: AtlasListCommand {
        static let list = AtlasList.findings
        @OptionGroup var options: AtlasOptions
    }

    struct Hypotheses: AtlasListCommand {
        static let list = AtlasList.hypotheses
        @OptionGroup var options: AtlasOptions
    }

    struct Sources: AtlasListCommand {
        static let list = AtlasList.sources
        @OptionGroup var options: AtlasOptions
    }
}
