import ArgumentParser
import Foundation
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal import`
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read an archive; what is there already is passed over.",
        discussion: """
            Examples:
              unknot journal import journal.jsonl --dry-run
              unknot journal import journal.jsonl

            The whole file is checked before anything is written. It can be repeated, also after it was broken off.
            """
    )

    @Argument(help: ArgumentHelp("The archive; - for standard input.", valueName: "FILE"), completion: .file())
    var file: String

    @Flag(help: "Check the file and say what would be added, without writing anything.")
    var dryRun = false

    @Flag(help: "Take an archive whose end is missing or that was changed: what can be read of it.")
    var incomplete = false

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(dryRun ? .tried : .wanted) { session in
            Interruption.watch()
            let source = try ArchiveSource(file, takesUnfinished: incomplete)
            defer { source.remove() }
            // Whose those entries are that name nobody: the person that was wished, or the only one.
            let persons = try await session.store.persons()
            let usual =
                if let who = session.who {
                    try JournalSession.find(who, among: persons)
                } else {
                    persons.count == 1 ? persons.first : nil
                }
            let check = try await ArchiveCheck(source: source, person: usual?.id).run(isJSON: session.isJSON)
            let figures = try await (dryRun ? compare(source, usual, session) : load(source, usual, session, check))
            session.print(
                json: "{\"added\":\(figures.added),\"known\":\(figures.known),\"persons\":\(check.persons),"
                    + "\"sha256\":\"\(check.digest)\",\"dry_run\":\(dryRun)}"
            ) { page in
                let text = dryRun ? CLIText.Journal.wouldImport : CLIText.Journal.imported
                page.add(StyledText(text(figures.added, figures.known, check.persons)))
            }
        }
    }

    private func load(
        _ source: ArchiveSource, _ usual: Person?, _ session: JournalSession, _ check: ArchiveSummary
    ) async throws -> (added: Int, known: Int) {
        let before = try await Self.written(session.store)
        var loader = try await ArchiveLoader(into: session.store)
        let progress = ProgressLine(CLIText.Journal.importing)
        defer { progress.finish() }
        try await source.read(person: usual?.id) { line, number in
            switch line {
            case .person(let person): try await loader.load(person, line: number)
            case .entry(let entry): try await loader.load(entry, line: number)
            case .end: break
            }
            if check.entries > 0 { progress.show(Double(loader.handedOn) / Double(check.entries)) }
        }
        try await loader.finish()
        let added = try await Self.written(session.store) - before
        return (added, check.entries - added)
    }

    /// How many entries of the archive are not there yet; a conflict is a refusal as in a real import.
    private func compare(
        _ source: ArchiveSource, _ usual: Person?, _ session: JournalSession
    ) async throws -> (added: Int, known: Int) {
        var check = ArchiveComparison(with: session.store)
        try await source.read(person: usual?.id) { line, number in
            try await check.compare(line, number: number)
        }
        return (check.new, check.known)
    }

    private static func written(_ store: any JournalStore) async throws -> Int {
        var written = 0
        for person in try await store.persons() { written += try await store.statistics(of: person.id).written }
        return written
    }
}
