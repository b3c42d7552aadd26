import ArgumentParser

/// `unknot journal`
struct JournalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "journal",
        abstract: "Keep a journal of pain, knots and what you do about them.",
        discussion: """
            Examples:
              unknot journal add pain --now 4
              unknot journal add note --text "Slept badly" --at "yesterday 23:00"
              unknot journal list --kind pain --from 2026-11-01
              unknot journal undo
              unknot journal export journal.jsonl

            Nothing is ever overwritten: a change is a new entry that replaces an older one, and can be undone.

            \(CLIText.Settings.title)
            \(SettingKey.table([.store, .data, .person]))
            \(CLIText.Settings.file)

            It ends with 0 when all went well, with 2 when the input is wrong, and with 1 when the store is at fault.
            """,
        subcommands: [
            AddCommand.self, ListCommand.self, ShowCommand.self, EditCommand.self, UndoCommand.self, DeleteCommand.self,
            StatsCommand.self, PersonsCommand.self, PreferCommand.self, ExportCommand.self, ImportCommand.self,
            BackupCommand.self, RestoreCommand.self, MoveCommand.self,
        ]
    )
}
