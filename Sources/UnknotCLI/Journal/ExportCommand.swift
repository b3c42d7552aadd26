import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal export`
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything to an archive: one JSON object a line.",
        discussion: """
            Examples:
              unknot journal export journal.jsonl
              unknot journal export - --person Ada | gzip > ada.jsonl.gz

            The archive holds everybody, or the person that is named, with every version of every entry. The same journal \
            gives the same bytes, whatever the machine and the database. A file that is there already is replaced only \
            with --replace.
            """
    )

    @Argument(help: ArgumentHelp("Where to; - for standard output.", valueName: "FILE"), completion: .file())
    var file: String

    @Flag(help: "Replace the file when it is there already.")
    var replace = false

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            Interruption.watch()
            let persons = try await session.who == nil ? nil : session.personIfAny().map { [$0] }
            let output = file == "-" ? nil : try OutputFile(file, mayReplace: replace)
            let summary = try await ArchiveExport(session.store).run(of: persons) { lines, _ in
                if Interruption.happened { throw CancellationError() }
                if let output { try output.write(lines) } else { OutputStream.write(lines) }
            }
            guard let output else { return }
            try output.finish()
            session.print(json: summary.json) { page in
                page.add(StyledText(CLIText.Journal.exported(summary.entries, summary.persons, file)))
                page.add(StyledText(CLIText.Journal.digest(summary.digest), .quiet))
            }
        }
    }
}

extension ArchiveSummary {
    /// For programs.
    var json: String { "{\"persons\":\(persons),\"entries\":\(entries),\"sha256\":\"\(digest)\"}" }
}
