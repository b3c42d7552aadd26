import ArgumentParser
import Foundation
import Unknot
import UnknotExchange
import UnknotJournal

/// Options that every journal command takes.
struct JournalOptions: ParsableArguments {
    @OptionGroup var place: StoreOptions

    @Option(help: ArgumentHelp("Whose journal: a name or an id; the only one if not given.", valueName: "WHO"))
    var person: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var display: DisplayOptions

    /// What becomes of a place where no journal was ever begun.
    enum Beginning {
        /// A journal is begun there.
        case wanted
        /// It is refused, so that a mistyped place does not look like an empty journal.
        case refused
        /// The work is done on an empty journal elsewhere, which is removed afterwards.
        case tried
    }

    /// Opens the journal, does the work, and closes the journal, whatever happens.
    ///
    /// - Parameter beginning: What becomes of a place where no journal was ever begun.
    func run(_ beginning: Beginning = .wanted, _ work: (JournalSession) async throws -> Void) async throws {
        try await JournalTrouble.told(isJSON: json) {
            let settings = try await place.settings([.person: person])
            let place = try StoreAddress(settings, dataFolder: StoreOptions.dataFolder(settings))
            let who = try settings.text(.person)
            if beginning == .refused { try place.requireThere() }
            let isTrial = beginning == .tried && !place.isThere
            let trial = FileManager.default.temporaryDirectory.appending(path: "unknot-\(UUID().uuidString)")
            defer { if isTrial { try? FileManager.default.removeItem(at: trial) } }
            try await (isTrial ? .sqlite(path: trial.appending(path: "unknot.sqlite").path) : place).using { store in
                try await work(
                    JournalSession(
                        store: store, place: place, who: who, isJSON: json, terminal: display.terminal))
            }
        }
    }
}

/// An open journal.
struct JournalSession: Sendable {
    let store: any JournalStore
    let place: StoreAddress
    /// Whose journal is wished: a name or an id.
    let who: String?
    let isJSON: Bool
    let terminal: Terminal

    /// The person that is meant, or nil when there is nobody at all and nobody was named.
    func personIfAny() async throws -> Person? {
        let persons = try await store.persons()
        if let who { return try Self.find(who, among: persons) }
        guard persons.count > 1 else { return persons.first }
        throw IntakeProblem(
            path: "--person", message: CLIText.Journal.severalPersons(persons.count),
            allowed: CLIText.Journal.names(persons))
    }

    /// The person that is meant; made when there is nobody at all.
    func person() async throws -> Person {
        if let person = try await personIfAny() { return person }
        return try await FirstPerson.made(in: store)
    }

    /// The journal of the person that is meant.
    func journal() async throws -> Journal {
        Journal(store, of: try await person().id)
    }

    /// Somebody by id or by name; names are compared without regard to capitals.
    static func find(_ who: String, among persons: [Person], path: String = "--person") throws(IntakeProblem) -> Person
    {
        if let id = PersonID(who), let person = persons.first(where: { $0.id == id }) { return person }
        let named = persons.filter { $0.name.lowercased() == who.lowercased() }
        guard let person = named.first else {
            throw IntakeProblem(
                path: path, message: CLIText.Journal.noSuchPerson(who), allowed: CLIText.Journal.names(persons))
        }
        guard named.count == 1 else {
            throw IntakeProblem(
                path: path, message: CLIText.Journal.sameName(who),
                allowed: named.map(\.id.description).joined(separator: ", "))
        }
        return person
    }

    /// Prints for programs or for people.
    func print(json: @autoclosure () -> String, _ layOut: (inout Page) -> Void) {
        JournalOutput.print(isJSON ? json() : nil, terminal, layOut)
    }
}

/// What commands print.
enum JournalOutput {
    /// Prints JSON, or lays something out for a person.
    static func print(_ json: String?, _ terminal: Terminal, _ layOut: (inout Page) -> Void) {
        if let json { return OutputStream.write(json + "\n") }
        var page = Page(terminal)
        layOut(&page)
        OutputStream.write(page.text)
    }
}

/// The person for whom a journal is kept when nobody was ever named.
enum FirstPerson {
    /// Makes them, unless somebody else did so at the same time.
    static func made(in store: any JournalStore) async throws -> Person {
        if let person = try await store.persons().first { return person }
        var random = SystemRandomNumberGenerator()
        let now = SystemClock.now()
        let person = Person(
            id: PersonID(at: now, using: &random), name: CLIText.Journal.firstPerson, createdAt: now)
        try await store.add(person)
        return person
    }
}
