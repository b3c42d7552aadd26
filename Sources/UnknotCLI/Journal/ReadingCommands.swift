import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal list`
struct ListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List entries, newest first.",
        discussion: "Example: unknot journal list --kind pain,press --from 2026-11-01 --to 2026-11-30"
    )

    @Option(help: ArgumentHelp("Only these kinds, with commas between them.", valueName: "KINDS"))
    var kind: String?

    @Option(help: ArgumentHelp("From this day or time on.", valueName: "WHEN"))
    var from: String?

    @Option(help: ArgumentHelp("Up to this day, the day included, or before this time.", valueName: "WHEN"))
    var to: String?

    @Option(help: ArgumentHelp("Where days begin: Europe/Berlin, +01:00; here if not given.", valueName: "ZONE"))
    var zone: String?

    @Option(help: ArgumentHelp("The most entries.", valueName: "COUNT"))
    var limit = 50

    @Flag(help: "Also what was changed or taken away since.")
    var all = false

    @OptionGroup var options: JournalOptions

    private static let limits = 1...1_000_000

    func run() async throws {
        try await options.run(.refused) { session in
            guard Self.limits.contains(limit) else {
                throw IntakeProblem(
                    path: "--limit", message: CLIText.Journal.outOfLimits(limit),
                    allowed: CLIText.Journal.limits(Self.limits))
            }
            let when = try WhenText(zone: zone)
            let query = EntryQuery(
                kinds: try kinds(),
                from: try from.map { text throws(IntakeProblem) in
                    try when.bound(text, isEnd: false, path: "--from")
                },
                before: try to.map { text throws(IntakeProblem) in try when.bound(text, isEnd: true, path: "--to") },
                includesReplaced: all, limit: limit)
            let person = try await session.personIfAny()
            let entries = if let person { try await session.store.entries(of: person.id, query) } else { [Entry]() }
            session.print(json: EntryView.json(entries)) { page in
                if entries.isEmpty { return page.add(StyledText(CLIText.Journal.noEntries)) }
                EntryView.table(entries.map(Noted.init), on: &page)
                if entries.count == limit { page.add(StyledText(CLIText.Journal.more(limit), .quiet)) }
            }
        }
    }

    private func kinds() throws(IntakeProblem) -> Set<EntryKind>? {
        guard let kind else { return nil }
        var kinds: Set<EntryKind> = []
        for word in kind.split(separator: ",") {
            guard let known = EntryKind(rawValue: String(word)) else {
                throw IntakeProblem(
                    path: "--kind", message: CLIText.Journal.notAKind(String(word)),
                    allowed: EntryKind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            kinds.insert(known)
        }
        return kinds
    }
}

/// `unknot journal show`
struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry with its history.",
        discussion: "Example: unknot journal show 0190b6a1-7c3e-7abc-8def-0123456789ab"
    )

    @Argument(help: "The id of the entry.")
    var id: String

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            let id = try EntryName.read(self.id)
            guard let person = try await session.personIfAny(),
                let entry = try await session.store.entry(id, of: person.id)
            else { throw JournalError.noSuchEntry(id) }
            let history = try await Self.history(of: entry, in: session.store)
            session.print(json: Self.json(entry, history)) { page in Self.show(entry, history, on: &page) }
        }
    }

    /// Every version of what an entry says, oldest first.
    private static func history(of entry: Entry, in store: any JournalStore) async throws -> [Entry] {
        var history = [entry]
        while let former = history.first?.replaces, let older = try await store.entry(former, of: entry.person) {
            history.insert(older, at: 0)
        }
        while let last = history.last, let newer = try await store.replacement(of: last.id, of: entry.person) {
            history.append(newer)
        }
        return history
    }

    private static func json(_ entry: Entry, _ history: [Entry]) -> String {
        let isCurrent = history.last?.id == entry.id && entry.kind != .retraction
        return "{\"entry\":\(ArchiveLine.json(of: entry)),\"in_effect\":\(isCurrent),"
            + "\"history\":\(EntryView.json(history))}"
    }

    private static func show(_ entry: Entry, _ history: [Entry], on page: inout Page) {
        let noted = Noted(entry)
        page.heading("\(CLIText.Journal.kind(entry.kind)), \(EntryView.when(noted)) \(entry.zone)")
        if noted.problem != nil { page.add(StyledText(EntryView.what(noted), .warning)) }
        for field in EntryView.fields(of: entry) { page.add(StyledText(field.text), indent: 2) }
        page.add(
            StyledText("\(CLIText.Journal.recorded) \(entry.recordedAt.text(in: noted.zone))", .quiet), indent: 2)
        guard history.count > 1 else { return }
        page.heading(CLIText.Journal.historyTitle)
        EntryView.table(history.map(Noted.init), on: &page)
    }
}

/// `unknot journal stats`
struct StatsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Say how many entries there are of each kind.")

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run(.refused) { session in
            guard let person = try await session.personIfAny() else {
                return session.print(json: "{\"person\":null,\"written\":0,\"counts\":{}}") { page in
                    page.add(StyledText(CLIText.Journal.nobody))
                }
            }
            let figures = try await session.store.statistics(of: person.id)
            let counts = EntryKind.allCases.compactMap { kind in figures.counts[kind].map { (kind, $0) } }
            session.print(json: Self.json(person, figures, counts)) { page in
                page.heading(person.name)
                for (kind, count) in counts {
                    page.labelled(CLIText.Journal.kind(kind), [StyledText("\(count)")], column: 18, indent: 2)
                }
                page.labelled(CLIText.Journal.written, [StyledText("\(figures.written)")], column: 18, indent: 2)
                for (word, moment) in [(CLIText.Journal.first, figures.first), (CLIText.Journal.last, figures.last)] {
                    guard let moment else { continue }
                    page.labelled(word, [StyledText(moment.text(in: .utc))], column: 18, indent: 2)
                }
            }
        }
    }

    private static func json(
        _ person: Person, _ figures: JournalStatistics, _ counts: [(EntryKind, Int)]
    ) -> String {
        func moment(_ moment: Moment?) -> String { moment.map { "\"\($0.text(in: .utc))\"" } ?? "null" }
        let kinds = counts.map { "\"\($0.rawValue)\":\($1)" }.joined(separator: ",")
        return "{\"person\":\"\(person.id)\",\"name\":\(ArchiveLine.literal(person.name)),"
            + "\"written\":\(figures.written),\"counts\":{\(kinds)},"
            + "\"first\":\(moment(figures.first)),\"last\":\(moment(figures.last))}"
    }
}

/// The id of an entry on the command line.
enum EntryName {
    static func read(_ text: String) throws(IntakeProblem) -> EntryID {
        guard let id = EntryID(text) else {
            throw IntakeProblem(
                path: "ID", message: "“\(text.prefix(60))” is not the id of an entry.",
                allowed: "an id that `unknot journal list` shows")
        }
        return id
    }
}
