import ArgumentParser
import Unknot
import UnknotExchange
import UnknotJournal

/// `unknot journal prefer`
struct PreferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prefer",
        abstract: "Show or choose units, the clock and the first day of the week.",
        discussion: "Example: unknot journal prefer --length inch --force lb --clock 12 --week-starts sunday"
    )

    @Option(help: "Lengths: \(Self.words(LengthUnit.self)).")
    var length: String?

    @Option(help: "Forces: \(Self.words(ForceUnit.self)).")
    var force: String?

    @Option(help: "Hours: \(Self.words(PreferencesRecord.Clock.self)).")
    var clock: String?

    @Option(help: "The week starts on: \(Self.words(PreferencesRecord.WeekStart.self)).")
    var weekStarts: String?

    @OptionGroup var options: JournalOptions

    func run() async throws {
        try await options.run { session in
            let chosen = try await chosen(session)
            let json = chosen?.json ?? RecordValue.preferences(.standard).json
            session.print(json: json) { page in
                page.add(StyledText(CLIText.Journal.chosen))
                guard case .object(let fields)? = try? JSONValue.parse(Array(json.utf8)) else { return }
                for key in PreferencesRecord.keys {
                    guard case .string(let word)? = fields[key] else { continue }
                    page.labelled(CLIText.Journal.word(key), [StyledText(word)], column: 14, indent: 2)
                }
            }
        }
    }

    /// What is chosen now, after this command's wishes.
    private func chosen(_ session: JournalSession) async throws -> RecordValue? {
        let wishes = [("length", length), ("force", force), ("clock", clock), ("week-starts", weekStarts)]
            .flatMap { name, value in value.map { ["--\(name)", $0] } ?? [] }
        let person = wishes.isEmpty ? try await session.personIfAny() : try await session.person()
        guard let person else { return nil }
        let journal = Journal(session.store, of: person.id)
        let former = try await journal.values(EntryQuery(kinds: [.preferences], limit: 1)).first?.value
        guard !wishes.isEmpty else { return former }
        let value = try EntryFields.value(wishes, of: .preferences, changing: former ?? .preferences(.standard))
        let when = try WhenText(zone: nil)
        _ = try await journal.add(value, at: when.now, zone: when.zone.description)
        return value
    }

    private static func words<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) -> String
    where Choice.RawValue == String {
        Choice.allCases.map(\.rawValue).joined(separator: ", ")
    }
}
