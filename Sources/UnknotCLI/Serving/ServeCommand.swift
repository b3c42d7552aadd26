import ArgumentParser
import Unknot
import UnknotWeb

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// `unknot serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show Unknot in the browser, on this machine only.",
        discussion: """
            Example: unknot serve --port 9000

            Without --data, what is kept goes to $XDG_DATA_HOME/unknot or ~/.local/share/unknot.
            """
    )

    @Option(help: "The address to listen on: 127.0.0.1, ::1 or localhost.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 takes any free one.")
    var port = 8080

    @Option(help: ArgumentHelp("The folder for what is kept.", valueName: "DIR"), completion: .directory)
    var data: String?

    @Flag(help: "Log one line a request, without anything that was said.")
    var logRequests = false

    func run() async throws {
        let engine = try EngineLoading.engine()
        let folder = data ?? DataFolder.usual(ProcessInfo.processInfo.environment)
        let settings = WebSettings(host: host, port: port, dataFolder: folder, logsRequests: logRequests)
        do {
            try await serve(settings: settings, engine: engine) { address in
                OutputStream.write(CLIText.listening(address, data: folder))
            }
        } catch let error as WebError {
            OutputStream.complain(CLIText.cannotServe(error.description))
            throw ExitCode(ExitStatus.badInput)
        }
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
