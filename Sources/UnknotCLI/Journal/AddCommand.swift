import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal add`
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Keep something: pain, a press, sleep, a note …",
        discussion: """
            Examples:
              unknot journal add pain --now 4 --at "2026-11-01 08:00"
              unknot journal add press --point gluteus_medius_tp1 --side left \\
                --tenderness 6 --familiar yes
              unknot journal add drawing \\
                '{"marks": [{"region": "sacrum", "side": "midline"}]}'
              unknot journal add \\
                '{"kind": "pain", "at": "2026-11-01T08:00:00Z", "payload": {"now": 4}}'
              unknot journal add --lines < entries.jsonl

            Kinds and their values:
            \(EntryFields.table)

            --lines reads one entry as in the last example but one from each line and answers each line in order: with its \
            id once it is on the disk, or with {"error": …} if it cannot be kept. With an id of its own ("id": a UUID) an \
            entry may be sent again; it is kept once.
            """
    )

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp(
            "A kind with its values, a kind with its payload as JSON, or an entry as JSON.", valueName: "WHAT"))
    var words: [String] = []

    @Option(help: ArgumentHelp("When it happened; now if not given.", valueName: "WHEN"))
    var at: String?

    @Option(help: ArgumentHelp("Where it happened: Europe/Berlin, +01:00; here if not given.", valueName: "ZONE"))
    var zone: String?

    @Flag(help: "Read one entry a line from standard input and answer each.")
    var lines = false

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run { session in
            if lines {
                guard words.isEmpty, at == nil, zone == nil else {
                    throw IntakeProblem(
                        path: words.first ?? (at == nil ? "--zone" : "--at"), message: CLIText.Journal.linesAlone,
                        allowed: CLIText.Journal.fields([]))
                }
                let status = try await AddLines(session: session).run()
                if status != 0 { throw ExitCode(status) }
            } else {
                try await addOne(session)
            }
        }
    }

    private func addOne(_ session: JournalSession) async throws {
        guard let word = words.first else {
            throw IntakeProblem(
                path: "WHAT", message: CLIText.Journal.nothingToAdd, allowed: CLIText.Journal.kinds)
        }
        let entry =
            word.hasPrefix("{") ? try await addWhole(word, session) : try await addKind(word, session)
        session.print(json: ArchiveLine.json(of: entry)) { page in
            let noted = Noted(entry)
            page.add(
                StyledText(
                    CLIText.Journal.added(
                        "\(CLIText.Journal.kind(entry.kind)) \(EntryView.what(noted))", EntryView.when(noted))))
            page.add(StyledText("\(entry.id)", .quiet))
        }
    }

    /// An entry as it stands in an archive.
    private func addWhole(_ json: String, _ session: JournalSession) async throws -> Entry {
        guard words.count == 1, at == nil, zone == nil else {
            throw IntakeProblem(
                path: words.dropFirst().first ?? (at == nil ? "--zone" : "--at"),
                message: CLIText.Journal.linesAlone.replacing("--lines", with: "JSON"), allowed: "one entry as JSON")
        }
        let draft = try EntryDraft(json: Array(json.utf8))
        let intake = EntryIntake(session.store, of: try await session.person().id)
        let entry = try await intake.entry(draft)
        try await intake.keep([entry])
        return entry
    }

    private func addKind(_ word: String, _ session: JournalSession) async throws -> Entry {
        guard let kind = EntryKind(rawValue: word), kind != .retraction else {
            throw IntakeProblem(
                path: "WHAT", message: CLIText.Journal.notAKind(word), allowed: CLIText.Journal.kinds)
        }
        let value = try EntryFields.value(Array(words.dropFirst()), of: kind)
        let when = try WhenText(zone: zone)
        let (moment, place) =
            try at.map { text throws(IntakeProblem) in try when.moment(text) } ?? (when.now, when.zone)
        return try await session.journal().add(value, at: moment, zone: place.description)
    }
}
