import Unknot
import UnknotJournal

extension CLIText {
    /// Sentences about journals.
    enum Journal {
        // MARK: Persons

        static let firstPerson = "Me"
        static func names(_ persons: [Person]) -> String {
            persons.isEmpty
                ? "nobody yet; `unknot journal persons add NAME` adds somebody"
                : persons.prefix(20).map(\.name).joined(separator: ", ")
        }
        static func severalPersons(_ count: Int) -> String { "This store keeps the journals of \(count) persons." }
        static func noSuchPerson(_ who: String) -> String { "There is nobody called “\(who.prefix(100))”." }
        static func sameName(_ who: String) -> String { "Several persons are called “\(who.prefix(100))”." }
        static let nameForm = "1 to 100 characters on one line"
        static let badName = "This is no name for a person."
        static let nameTaken = "There is somebody with this name already."
        static let anotherName = "another name"
        static let nobody = "There is nobody yet. `unknot journal add` begins a journal."
        static func since(_ date: String) -> String { "since \(date)" }
        static func added(_ name: String) -> String { "\(name) has a journal now." }
        static func renamed(_ old: String, _ new: String) -> String { "\(old) is called \(new) now." }

        // MARK: Trouble

        static let interrupted =
            "Stopped. What was acknowledged is kept; the same command can be repeated and goes on from there.\n"
        static func line(_ number: Int) -> String { "line \(number)" }
        static func trouble(_ error: JournalError) -> (message: String, allowed: String) {
            switch error {
            case .noSuchPerson: ("There is nobody with this id.", "`unknot journal persons` lists everybody")
            case .noSuchEntry(let id):
                ("There is no entry \(id).", "an id that `unknot journal list` shows")
            case .alreadyKept: ("Another entry has this id already.", "an id that is not there yet, or none")
            case .alreadyReplaced(let id, let other):
                ("The entry \(id) was changed or taken away before.", "a change of \(other), which took its place")
            case .diskFull:
                ("The disk is full. Nothing was written.", "free some space, then do it again")
            case .unreachable(let reason):
                (
                    "The store cannot be reached: \(oneLine(reason)).",
                    "check that the database runs and that the address is right, then do it again"
                )
            case .damaged(let reason):
                (
                    "The store cannot be used: \(reason).",
                    "do not write to it; restore a backup (`unknot journal restore FILE --replace`)"
                )
            case .tooNew(let found, let known):
                (
                    "The store was made by a newer version of Unknot (\(found), this one knows \(known)).",
                    "update Unknot, or use another store"
                )
            case .cannotOpen(let reason):
                ("The store cannot be opened: \(reason).", "another place with --store or --data")
            case .notPossible(let reason): ("This cannot be done: \(reason).", "see `unknot journal --help`")
            }
        }

        /// What a database says may have several lines and an end of its own.
        private static func oneLine(_ reason: String) -> String {
            let text = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return String(text.reversed().drop { ".?!".contains($0) }.reversed())
        }

        // MARK: Entries

        static let noEntries = "No entries."
        static let columns = ["when", "what", "", "id"]
        static func more(_ count: Int) -> String { "These are the newest \(count); --limit shows more." }
        static func added(_ what: String, _ when: String) -> String { "Kept: \(what), \(when)." }
        static func corrected(_ what: String, _ when: String) -> String { "Changed: \(what), \(when)." }
        static func removed(_ id: String) -> String { "Taken away. `unknot journal undo \(id)` brings it back." }
        static func undone(_ what: String) -> String { "Undone: \(what). `unknot journal undo` again takes that back." }
        static let takenAway = "an entry was taken away"
        static let broughtBack = "an entry is as it was before"
        static func unreadable(_ message: String) -> String { "cannot be read: \(message)" }
        static func kind(_ kind: EntryKind) -> String {
            switch kind {
            case .drawing: "pain drawing"
            case .own: "own"
            case .retraction: "taken away"
            default: kind.rawValue
            }
        }
        static func word(_ key: String) -> String { key.replacing("_", with: " ") }
        static func things(_ count: Int, _ key: String) -> String { "\(count) \(word(key))" }
        static let yes = "yes"
        static let no = "no"
        static let historyTitle = "History"
        static let current = "in effect"
        static let replaced = "replaced"
        static let recorded = "written down"

        static let nothingToAdd =
            "Say what to keep: a kind and its values, an entry as JSON, or --lines for many of them."
        static var kinds: String {
            EntryKind.allCases.filter { $0 != .retraction }.map(\.rawValue).joined(separator: ", ")
        }
        static func notAKind(_ word: String) -> String { "“\(word.prefix(60))” is no kind of entry." }
        static func notAField(_ word: String, _ kind: EntryKind) -> String {
            "“\(word.prefix(60))” does not belong to \(kind.rawValue)."
        }
        static func fields(_ options: [String]) -> String {
            options.isEmpty ? "nothing" : options.joined(separator: ", ")
        }
        static func noValue(_ option: String) -> String { "\(option) needs a value." }
        static func twice(_ option: String) -> String { "\(option) was given twice." }
        static let someValue = "a value after a blank or ="
        static let nothingToChange = "Say what to change: values, --at, --zone, or a payload as JSON."
        static let changeForms = "for example --now 3, --at \"2026-11-01 08:00\""
        static func notANumber(_ text: String) -> String { "“\(text.prefix(40))” is not a number." }
        static let aNumber = "a number such as 4 or 6.5"
        static func notYesNo(_ text: String) -> String { "“\(text.prefix(40))” is neither yes nor no." }
        static let gaugeForm = "a number with its unit: 4.5kg (per cm²) or 44n"
        static func notATime(_ text: String) -> String { "“\(text.prefix(60))” is not a time." }
        static let timeForms =
            "2026-11-01T08:00:00+01:00, \"2026-11-01 08:00\", 08:00 (today), \"yesterday 21:30\", or now"
        static let dayForms = "2026-11-01, \"2026-11-01 08:00\" or 2026-11-01T08:00:00+01:00"
        static func timeSkipped(_ text: String) -> String { "Clocks went forward then: “\(text)” did not happen." }
        static let timeBeside = "a time before or after the change of the clocks"
        static func limits(_ range: ClosedRange<Int>) -> String {
            "a whole number from \(range.lowerBound) to \(range.upperBound)"
        }
        static func outOfLimits(_ number: Int) -> String { "Found the number \(number)." }
        static let linesAlone = "--lines takes everything from the lines."
        static let waitingForLines = "Reading one entry a line from the keyboard; Ctrl-D ends it.\n"
        static func keptSoFar(_ count: Int) -> String {
            "\(count) entr\(count == 1 ? "y was" : "ies were") acknowledged; those without an answer may be sent again.\n"
        }

        // MARK: The whole journal

        static let written = "written in all"
        static let first = "first"
        static let last = "last"
        static func erased(_ name: String, _ count: Int) -> String {
            "\(name) and \(count) entr\(count == 1 ? "y" : "ies") are gone for good. Backups and archives are yours to delete."
        }
        static func sure(_ name: String, _ count: Int) -> String {
            "This would erase \(name) and \(count) entr\(count == 1 ? "y" : "ies") for good."
        }
        static let addYes = "add --yes to do it; `unknot journal export` keeps a copy first"
        static let needsID = "Say which entry, by its id, or whose journal with --person NAME --yes."
        static func backedUp(_ path: String) -> String { "A copy of everything is in \(path)." }
        static func restored(_ entries: Int, _ persons: Int) -> String {
            "Restored: \(count(entries, "entry", "entries")) of \(count(persons, "person", "persons"))."
        }
        static func formerKept(_ path: String) -> String { "What was there before is in \(path)." }
        static let notEmpty = "There is a journal already."
        static let addReplace = "an empty store, or --replace, which keeps a copy of what is there"
        static let inUse = "Another program has the journal open."
        static let stopIt = "stop `unknot serve` first"
        static let notABackup = "This is a store that is in use, not a backup."
        static let backupAllowed = "a file that `unknot journal backup` wrote"
        static let onlySQLite = "A server's database is restored with its own tools."
        static let onlySQLiteAllowed = "pg_restore; or `unknot journal import` for an archive"
        static func cannotWrite(_ path: String, _ reason: String) -> String {
            "“\(path)” cannot be written: \(reason)."
        }
        static func fileIsThere(_ path: String) -> String { "There is a file “\(path)” already." }
        static let orReplace = "another name, or --replace"
        static let newFile = "the name of a new file in a folder that is there and may be written"
        static let noJournal = "There is no journal here."
        static let beginOne =
            "the place of a journal, by --data or --store; `unknot journal add` or `unknot serve` begins one"
        static let anotherFile = "a file in a folder that is there and may be written"
        static func exported(_ entries: Int, _ persons: Int, _ path: String) -> String {
            "\(count(entries, "entry", "entries")) of \(count(persons, "person", "persons")) are in \(path)."
        }
        static func imported(_ added: Int, _ known: Int, _ persons: Int) -> String {
            "\(count(added, "entry", "entries")) added, \(known) there already; "
                + "\(count(persons, "person", "persons")) in the archive."
        }
        static func wouldImport(_ added: Int, _ known: Int, _ persons: Int) -> String {
            "Nothing was written. It would add \(count(added, "entry", "entries")), \(known) are there already; "
                + "\(count(persons, "person", "persons")) in the archive."
        }
        static func digest(_ digest: String) -> String { "SHA-256 \(digest)" }
        static let checking = "Checking"
        static let importing = "Importing"
        static let moving = "Moving"
        static func badLines(_ count: Int, more: Bool) -> String {
            "\(count)\(more ? " or more" : "") bad line\(count == 1 && !more ? "" : "s"). Nothing was written.\n"
        }
        static let cutOff = "The last line has no end: the file was cut off."
        static let noEnd = "This archive has no end line, so nobody can tell whether it is whole.\n"
        static let wholeFile = "a whole file; copy it again"
        static func moved(_ entries: Int, _ persons: Int, _ from: String, _ to: String) -> String {
            "\(count(entries, "entry", "entries")) of \(count(persons, "person", "persons")) are in \(to) and compared; "
                + "\(from) is as it was."
        }
        static let sameStore = "Both addresses are the same."
        static let twoStores = "two different stores"
        static func differs(_ source: Int, _ target: Int) -> String {
            "The two journals differ afterwards: \(source) entries in the one, \(target) in the other."
        }
        static let differsAllowed =
            "a target that is empty or holds nothing else of these persons, and nobody who writes meanwhile"
        static func count(_ count: Int, _ one: String, _ many: String) -> String {
            "\(count) \(count == 1 ? one : many)"
        }
        static let chosen = "How things are shown:"
    }
}
