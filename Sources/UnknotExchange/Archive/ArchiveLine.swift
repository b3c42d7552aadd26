public import UnknotJournal
import UnknotRecord

/// Writes the lines of an archive.
///
/// The text depends on what is kept and on nothing else, neither on the time nor on the machine, so that an archive that
/// went through another database comes out with the same bytes. `Documentation/Journal.md` describes the format.
public enum ArchiveLine {
    /// The line of a person, without its line break.
    public static func json(of person: Person) -> String {
        let since = ArchiveTime.sortable(person.createdAt)
        return #"{"person":"\#(person.id)","id":"\#(person.id)","kind":"person","at":"\#(since)","#
            + #""recorded_at":"\#(since)","payload":{"name":\#(literal(person.name)),"version":\#(ArchiveItem.version)}}"#
    }

    /// The line of an entry, without its line break.
    ///
    /// `at` stands in UTC beside the name of a zone, whose rules may change with the machine; beside an offset it stands as
    /// clocks showed it, and the zone is left out.
    public static func json(of entry: Entry) -> String {
        var line = #"{"person":"\#(entry.person)","id":"\#(entry.id)","kind":"\#(entry.kind.rawValue)","at":""#
        if let local = ArchiveTime.local(entry.happenedAt, zone: entry.zone) {
            line += local + "\""
        } else {
            line += ArchiveTime.utc(entry.happenedAt) + #"","zone":"# + literal(entry.zone)
        }
        line += #","recorded_at":""# + ArchiveTime.sortable(entry.recordedAt) + "\""
        if let replaces = entry.replaces { line += #","replaces":"\#(replaces)""# }
        return line + #","payload":"# + entry.payload + "}"
    }

    /// A text as JSON, with as few escapes as the standard allows.
    public static func literal(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return "\"\(text)\""
        }
        var escaped = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": escaped += "\\\(scalar)"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped + "\""
    }
}
