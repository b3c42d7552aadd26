import ArgumentParser
import Foundation
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal backup`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the whole store to a new file, while it is in use.",
        discussion: """
            Example: unknot journal backup ~/backups/unknot-2026-11-01.sqlite

            The file holds everything that the store holds. `unknot journal restore` brings it back. A PostgreSQL \
            database has tools of its own: see Documentation/Operations.md.
            """
    )

    @Argument(help: ArgumentHelp("The new file; one that is there is never overwritten.", valueName: "FILE"))
    var file: String

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            // What cannot be written is the copy, not the store.
            if FileManager.default.fileExists(atPath: file) {
                throw IntakeProblem(
                    path: "FILE", message: CLIText.Journal.fileIsThere(file), allowed: CLIText.Journal.newFile)
            }
            let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
            guard FileManager.default.isWritableFile(atPath: folder) else {
                throw IntakeProblem(
                    path: "FILE", message: CLIText.Journal.cannotWrite(file, CLIText.noSuchFolderToWrite),
                    allowed: CLIText.Journal.newFile)
            }
            try await session.store.backUp(to: file)
            session.print(json: "{\"file\":\(ArchiveLine.literal(file))}") { page in
                page.add(StyledText(CLIText.Journal.backedUp(file)))
            }
        }
    }
}

/// `unknot journal restore`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the store, after checking it.",
        discussion: """
            Examples:
              unknot journal restore ~/backups/unknot-2026-11-01.sqlite
              unknot journal restore ~/backups/unknot-2026-11-01.sqlite --replace

            Stop `unknot serve` first. What was there before is kept beside it under another name.
            """
    )

    @Argument(help: ArgumentHelp("The backup.", valueName: "FILE"), completion: .file())
    var file: String

    @Flag(help: "Also when there is a journal already, of which a copy is kept.")
    var replace = false

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await JournalTrouble.told(isJSON: options.json) {
            let settings = try await options.place.settings()
            let place = try StoreAddress(settings, dataFolder: StoreOptions.dataFolder(settings))
            guard case .sqlite(let path) = place else {
                throw IntakeProblem(
                    path: place.description, message: CLIText.Journal.onlySQLite,
                    allowed: CLIText.Journal.onlySQLiteAllowed)
            }
            let done = try await StoreRestoring(target: path, mayReplace: replace).run(from: file)
            let copy = done.former.map(ArchiveLine.literal) ?? "null"
            let json = "{\"entries\":\(done.entries),\"persons\":\(done.persons),\"former\":\(copy)}"
            JournalOutput.print(options.json ? json : nil, options.display.terminal) { page in
                page.add(StyledText(CLIText.Journal.restored(done.entries, done.persons)))
                if let former = done.former { page.add(StyledText(CLIText.Journal.formerKept(former))) }
            }
        }
    }
}
