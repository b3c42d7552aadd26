import ArgumentParser
import Foundation
import Unknot

/// Where the journal is kept, for every command that needs one.
struct StoreOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Where the journal is kept: sqlite:PATH or postgres://…", valueName: "ADDRESS"))
    var store: String?

    @Option(
        help: ArgumentHelp("The folder for what is kept; the journal is DIR/unknot.sqlite.", valueName: "DIR"),
        completion: .directory)
    var data: String?

    @Option(help: ArgumentHelp("A file with settings, as JSON.", valueName: "FILE"), completion: .file())
    var config: String?

    /// Reads the settings together with other flags of the command.
    func settings(_ flags: [SettingKey: String?] = [:]) async throws -> SettingsReader {
        var given = flags.compactMapValues(\.self)
        given[.store] = store
        given[.data] = data
        return try await SettingsReader(flags: given, file: config)
    }

    /// The folder for what is kept.
    static func dataFolder(_ settings: SettingsReader) throws -> String {
        try settings.text(.data) ?? DataFolder.usual(ProcessInfo.processInfo.environment)
    }
}
