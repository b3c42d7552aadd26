import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal edit`
struct EditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Change what an entry says; the former version stays in the record.",
        discussion: """
            Examples:
              unknot journal edit 0190b6a1-7c3e-7abc-8def-0123456789ab --now 3
              unknot journal edit 0190b6a1-7c3e-7abc-8def-0123456789ab \\
                --at "2026-11-01 07:30"

            Values that are not named stay as they are; an empty one (--worst "") is taken out.
            """
    )

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("The id of the entry and new values, or the whole payload as JSON.", valueName: "ID"))
    var words: [String] = []

    @Option(help: ArgumentHelp("When it happened.", valueName: "WHEN"))
    var at: String?

    @Option(help: ArgumentHelp("Where it happened: Europe/Berlin, +01:00.", valueName: "ZONE"))
    var zone: String?

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            let id = try EntryName.read(words.first ?? "")
            let rest = Array(words.dropFirst())
            guard !rest.isEmpty || at != nil || zone != nil else {
                throw IntakeProblem(
                    path: "ID", message: CLIText.Journal.nothingToChange, allowed: CLIText.Journal.changeForms)
            }
            let journal = try await session.journal()
            guard let old = try await session.store.entry(id, of: journal.person) else {
                throw JournalError.noSuchEntry(id)
            }
            let former = try Noted(old).reading.get()
            let value = rest.isEmpty ? former : try EntryFields.value(rest, of: old.kind, changing: former)
            let when = try WhenText(zone: zone ?? old.zone)
            let moved = try at.map { text throws(IntakeProblem) in try when.moment(text) }
            let entry = try await journal.correct(
                id, with: value, at: moved?.moment,
                zone: zone.map { _ in when.zone.description } ?? moved?.zone.description)
            session.print(json: ArchiveLine.json(of: entry)) { page in
                let noted = Noted(entry)
                page.add(StyledText(CLIText.Journal.corrected(EntryView.what(noted), EntryView.when(noted))))
                page.add(StyledText("\(entry.id)", .quiet))
            }
        }
    }
}

/// `unknot journal undo`
struct UndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back the last step, or one that is named; twice is redo.",
        discussion: "Example: unknot journal undo"
    )

    @Argument(help: "The id of the entry that the step wrote; the last one if not given.")
    var id: String?

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            let id = try id.map { text throws(IntakeProblem) in try EntryName.read(text) }
            let entry = try await session.journal().undo(id)
            session.print(json: ArchiveLine.json(of: entry)) { page in
                let what = entry.kind == .retraction ? CLIText.Journal.takenAway : CLIText.Journal.broughtBack
                page.add(StyledText(CLIText.Journal.undone(what)))
                page.add(StyledText("\(entry.id)", .quiet))
            }
        }
    }
}

/// `unknot journal delete`
struct DeleteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete",
        abstract: "Take an entry away, or erase a person with everything that is kept about them.",
        discussion: """
            Examples:
              unknot journal delete 0190b6a1-7c3e-7abc-8def-0123456789ab
              unknot journal delete --person Ada --yes

            An entry that is taken away stays in the record and can be brought back. A person who is erased is gone \
            for good, with every entry; only copies that you made still have them.
            """
    )

    @Argument(help: "The id of the entry.")
    var id: String?

    @Flag(help: "Erase the person without asking again.")
    var yes = false

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            if let id {
                let entry = try await session.journal().remove(EntryName.read(id))
                return session.print(json: ArchiveLine.json(of: entry)) { page in
                    page.add(StyledText(CLIText.Journal.removed("\(entry.id)")))
                }
            }
            guard session.who != nil, let person = try await session.personIfAny() else {
                throw IntakeProblem(
                    path: "ID", message: CLIText.Journal.needsID, allowed: CLIText.Journal.addYes)
            }
            try await erase(person, session)
        }
    }

    private func erase(_ person: Person, _ session: JournalSession) async throws {
        let written = try await session.store.statistics(of: person.id).written
        guard yes else {
            throw IntakeProblem(
                path: "--yes", message: CLIText.Journal.sure(person.name, written), allowed: CLIText.Journal.addYes)
        }
        let count = try await session.store.erase(person.id)
        // What is said to be gone is looked for.
        let left = try await session.store.statistics(of: person.id).written
        let isThere = try await session.store.persons().contains { $0.id == person.id }
        guard left == 0, !isThere else { throw JournalError.damaged("something of the person is left") }
        session.print(json: "{\"person\":\"\(person.id)\",\"erased\":\(count)}") { page in
            page.add(StyledText(CLIText.Journal.erased(person.name, count)))
        }
    }
}
