import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal persons`
struct PersonsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "persons",
        abstract: "List the persons whose journals are kept; add or rename one.",
        discussion: """
            Examples:
              unknot journal persons
              unknot journal persons add Ada
              unknot journal persons rename Me Ada

            `unknot journal delete --person NAME --yes` erases somebody.
            """,
        subcommands: [List.self, Add.self, Rename.self],
        defaultSubcommand: List.self
    )
}

extension PersonsCommand {
    /// `unknot journal persons list`
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List everybody, oldest first.")

        @OptionGroup var options: JournalOptions

        func run() async throws {
            try await options.run(.refused) { session in
                let persons = try await session.store.persons()
                let lines = persons.map(PersonText.json).joined(separator: ",\n ")
                session.print(json: "[\(lines)]") { page in
                    if persons.isEmpty { page.add(StyledText(CLIText.Journal.nobody)) }
                    let width = min(40, persons.map(\.name.count).max() ?? 0)
                    for person in persons {
                        let since = CLIText.Journal.since(String(person.createdAt.text(in: .utc).prefix(10)))
                        page.addUnbroken(
                            StyledText(EntryView.padded(person.name, width) + "  ")
                                + StyledText("\(since)  \(person.id)", .quiet))
                    }
                }
            }
        }
    }

    /// `unknot journal persons add`
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Begin a journal for somebody.")

        @Argument(help: "What they are called; need not be a real name.")
        var name: String

        @OptionGroup var options: JournalOptions

        func run() async throws {
            try await options.run { session in
                try PersonText.check(name, among: try await session.store.persons())
                var random = SystemRandomNumberGenerator()
                let now = SystemClock.now()
                let person = Person(id: PersonID(at: now, using: &random), name: name, createdAt: now)
                try await session.store.add(person)
                session.print(json: PersonText.json(person)) { page in
                    page.add(StyledText(CLIText.Journal.added(name)))
                }
            }
        }
    }

    /// `unknot journal persons rename`
    struct Rename: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Give somebody another name.")

        @Argument(help: "Their name or id.")
        var who: String

        @Argument(help: "The new name.")
        var name: String

        @OptionGroup var options: JournalOptions

        func run() async throws {
            try await options.run(.refused) { session in
                let persons = try await session.store.persons()
                let person = try JournalSession.find(who, among: persons, path: "WHO")
                try PersonText.check(name, among: persons.filter { $0.id != person.id })
                try await session.store.rename(person.id, to: name)
                var renamed = person
                renamed.name = name
                session.print(json: PersonText.json(renamed)) { page in
                    page.add(StyledText(CLIText.Journal.renamed(person.name, name)))
                }
            }
        }
    }
}

/// Names of persons.
enum PersonText {
    /// Refuses what cannot be a name, and one that somebody else has: `--person` would not know who is meant.
    static func check(_ name: String, among persons: [Person]) throws(IntakeProblem) {
        let isClean = name.unicodeScalars.allSatisfy { scalar in
            ![.control, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
        }
        guard isClean, (1...100).contains(name.unicodeScalars.count), !name.allSatisfy(\.isWhitespace) else {
            throw IntakeProblem(path: "NAME", message: CLIText.Journal.badName, allowed: CLIText.Journal.nameForm)
        }
        guard !persons.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw IntakeProblem(path: "NAME", message: CLIText.Journal.nameTaken, allowed: CLIText.Journal.anotherName)
        }
    }

    static func json(_ person: Person) -> String {
        "{\"id\":\"\(person.id)\",\"name\":\(ArchiveLine.literal(person.name)),"
            + "\"created_at\":\"\(person.createdAt.text(in: .utc))\"}"
    }
}
