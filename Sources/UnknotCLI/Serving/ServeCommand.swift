import ArgumentParser
import Foundation
import Unknot
import UnknotJournal
import UnknotWeb

/// `unknot serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show Unknot in the browser; without accounts, on this machine only.",
        discussion: """
            Example: unknot serve --port 9000

            Without --data and --store, what is kept goes to $XDG_DATA_HOME/unknot or ~/.local/share/unknot.

            \(CLIText.Settings.title)
            \(SettingKey.table([
                .store, .data, .host, .port, .logRequests, .logFormat, .accounts, .registration, .publicURL,
            ]))
            \(CLIText.Settings.file)
            """
    )

    @Option(help: "The address to listen on: 127.0.0.1, ::1 or localhost; any other only with --accounts.")
    var host: String?

    @Option(help: "The port; 0 takes any free one.")
    var port: String?

    @OptionGroup var place: StoreOptions

    @OptionGroup var accounts: AccountFlags

    @Flag(inversion: .prefixedNo, help: "Log one line a request, without anything that was said.")
    var logRequests: Bool?

    @Option(help: ArgumentHelp("How the log is written: text, or json for one object a line.", valueName: "FORMAT"))
    var logFormat: String?

    func run() async throws {
        do {
            let settings = try await place.settings(
                accounts.settings.merging([
                    .host: host, .port: port, .logRequests: logRequests.map { "\($0)" }, .logFormat: logFormat,
                ]) { first, _ in first })
            let folder = try StoreOptions.dataFolder(settings)
            let store = try StoreAddress(settings, dataFolder: folder)
            let web = WebSettings(
                host: try settings.text(.host) ?? "127.0.0.1", port: try settings.number(.port) ?? 8080,
                dataFolder: folder, logsRequests: try settings.flag(.logRequests) ?? false,
                publicURL: try settings.text(.publicURL), logsJSON: try Self.logsJSON(settings),
                clockFile: ProcessInfo.processInfo.environment[FileClock.variable].flatMap { $0.isEmpty ? nil : $0 })
            let accountSettings = try AccountFlags.accountSettings(settings)
            let engine = try EngineLoading.engine()
            // Closed once the last request is answered.
            try await store.using { journal in
                let accounts = accountSettings.map { AccountDesk.open(journal, $0) }
                // With accounts every person belongs to one.
                if accounts == nil { _ = try await FirstPerson.made(in: journal) }
                try await serve(settings: web, engine: engine, store: journal, accounts: accounts) { address in
                    OutputStream.write(CLIText.listening(address, data: store.description))
                }
            }
        } catch let error as WebError {
            OutputStream.complain(CLIText.cannotServe(error.description))
            throw ExitCode(ExitStatus.badInput)
        } catch {
            throw try JournalTrouble.report(error, isJSON: false)
        }
    }
}

extension ServeCommand {
    /// Whether the log is to be JSON.
    private static func logsJSON(_ settings: SettingsReader) throws(IntakeProblem) -> Bool {
        let format = try settings.named(.logFormat)
        guard [nil, "text", "json"].contains(format?.text) else {
            throw IntakeProblem(
                path: format?.source ?? "", message: CLIText.Settings.malformed, allowed: CLIText.Settings.logFormats)
        }
        return format?.text == "json"
    }
}

/// Where a person's data is kept unless told otherwise.
enum DataFolder {
    /// The folder by the XDG rules, in which a relative path counts as not set.
    static func usual(_ environment: [String: String]) -> String {
        if let base = environment["XDG_DATA_HOME"], base.hasPrefix("/") { return "\(base)/unknot" }
        return "\(environment["HOME"] ?? ".")/.local/share/unknot"
    }
}
