import ArgumentParser

/// Options that every command with something to show takes.
struct DisplayOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Colour: auto, always or never. NO_COLOR is respected.", valueName: "when"))
    var color: ColorChoice = .auto

    /// The terminal with these options.
    var terminal: Terminal { Terminal(color) }
}
