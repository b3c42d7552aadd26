import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal move`
struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Copy all journals from one store to another and compare them.",
        discussion: """
            Example:
              unknot journal move --from sqlite:unknot.sqlite \\
                --to postgres://unknot@localhost/unknot

            The source is only read. What has arrived already is passed over, so that it can be repeated.
            """
    )

    @Option(help: ArgumentHelp("The store to read: sqlite:PATH or postgres://…", valueName: "ADDRESS"))
    var from: String

    @Option(help: ArgumentHelp("The store to fill: sqlite:PATH or postgres://…", valueName: "ADDRESS"))
    var to: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var display: DisplayOptions

    func run() async throws {
        try await JournalTrouble.told(isJSON: json) {
            let source = try StoreAddress(from, from: "--from")
            let target = try StoreAddress(to, from: "--to")
            guard source != target else {
                throw IntakeProblem(
                    path: "--to", message: CLIText.Journal.sameStore, allowed: CLIText.Journal.twoStores)
            }
            // Opening a store makes one where there is none: a wrong source must not become an empty one.
            if case .sqlite(let path) = source { _ = try IntakeInput.file(path).open() }
            let summary = try await source.using { former in
                try await target.using { try await move(former, $0) }
            }
            JournalOutput.print(json ? summary.json : nil, display.terminal) { page in
                page.add(
                    StyledText(
                        CLIText.Journal.moved(summary.entries, summary.persons, source.description, target.description))
                )
                page.add(StyledText(CLIText.Journal.digest(summary.digest), .quiet))
            }
        }
    }

    private func move(_ former: any JournalStore, _ new: any JournalStore) async throws -> ArchiveSummary {
        Interruption.watch()
        var all = 0
        for person in try await former.persons() { all += try await former.statistics(of: person.id).written }
        let progress = ProgressLine(CLIText.Journal.moving)
        defer { progress.finish() }
        do {
            return try await RecordCopy(from: former, to: new).run { soFar in
                if Interruption.happened { throw CancellationError() }
                if all > 0 { progress.show(Double(soFar.entries) / Double(all)) }
            }
        } catch let difference as RecordCopy.Difference {
            throw IntakeProblem(
                path: "--to", message: CLIText.Journal.differs(difference.source.entries, difference.target.entries),
                allowed: CLIText.Journal.differsAllowed)
        }
    }
}
