import Unknot
import UnknotExchange
import UnknotJournal

/// Shows entries to people, and to programs as they stand in an archive.
enum EntryView {
    /// When it happened, by the clock where the person was: `2026-11-01 08:00`.
    static func when(_ noted: Noted) -> String {
        let text = noted.entry.happenedAt.text(in: noted.zone)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
    }

    /// What it says, on one line.
    static func what(_ noted: Noted) -> String {
        if let problem = noted.problem { return CLIText.Journal.unreadable(problem.message) }
        return fields(of: noted.entry).map(\.text).joined(separator: " · ")
    }

    /// The values of a payload in words.
    static func fields(of entry: Entry) -> [(key: String, text: String)] {
        guard case .object(let object)? = try? JSONValue.parse(Array(entry.payload.utf8)) else { return [] }
        let order = EntryFields.keys(entry.kind)
        let keys = object.keys.filter { $0 != "version" }
            .sorted { (order.firstIndex(of: $0) ?? .max, $0) < (order.firstIndex(of: $1) ?? .max, $1) }
        return keys.compactMap { key in
            object[key].map { (key, text(key, $0, isAlone: keys.count == 1 && key == "text")) }
        }
    }

    private static func text(_ key: String, _ value: JSONValue, isAlone: Bool) -> String {
        let word = CLIText.Journal.word(key)
        switch value {
        case .string(let text): return isAlone ? text : "\(word) \(text.replacing("_", with: " "))"
        case .array(let list):
            let words = list.compactMap { if case .string(let text) = $0 { text } else { nil } }
            return words.isEmpty
                ? CLIText.Journal.things(list.count, key)
                : "\(word) \(words.map { $0.replacing("_", with: " ") }.joined(separator: ", "))"
        case .object(let object):
            let parts = object.sorted { $0.key < $1.key }.map { text($0.key, $0.value, isAlone: false) }
            return "\(word) (\(parts.joined(separator: ", ")))"
        case .bool(let flag): return "\(word) \(flag ? CLIText.Journal.yes : CLIText.Journal.no)"
        case .number(let number): return "\(word) \(plain(number))"
        case .null: return word
        }
    }

    private static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    /// A list of entries for programs.
    static func json(_ entries: [Entry]) -> String {
        "[" + entries.map(ArchiveLine.json).joined(separator: ",\n ") + "]"
    }

    /// A table of entries.
    static func table(_ entries: [Noted], on page: inout Page) {
        let rows = entries.map { [when($0), CLIText.Journal.kind($0.entry.kind), what($0), "\($0.entry.id)"] }
        let kinds = max(rows.map(\.[1].count).max() ?? 0, CLIText.Journal.columns[1].count)
        let left = 16 + 2 + kinds + 2
        let middle = max(20, page.width - left - 38)
        for row in rows {
            let what = StyledText(row[2].replacing("\n", with: " ")).plain
            let cut = what.count > middle ? what.prefix(middle - 1) + "…" : what
            page.addUnbroken(
                StyledText(row[0], .quiet) + StyledText("  " + padded(row[1], kinds) + "  " + padded(cut, middle))
                    + StyledText("  " + row[3], .quiet))
        }
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
