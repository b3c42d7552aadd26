import UnknotRecord

/// The last line of an archive: what stands before it. Without it, nobody could tell that a file was cut off between two
/// lines.
public struct ArchiveEnd: Hashable, Sendable {
    /// Lines of persons before it.
    public var persons = 0
    /// Lines of entries before it.
    public var entries = 0
    /// SHA-256 of all bytes before it, line breaks included: 64 digits in lower case.
    public var digest = ""

    /// The `kind` of the line.
    static let kind = "end"

    /// The line, without its line break.
    public var json: String {
        #"{"kind":"\#(Self.kind)","persons":\#(persons),"entries":\#(entries),"sha256":"\#(digest)"}"#
    }
}

extension ArchiveEnd {
    init(_ fields: LineFields) throws(IntakeProblem) {
        try fields.checkKeys(["kind", "persons", "entries", "sha256"])
        persons = try Self.count("persons", fields)
        entries = try Self.count("entries", fields)
        let form = "64 digits from 0 to f"
        guard let text = try fields.text("sha256", allowed: form), text.utf8.count == 64 else {
            throw IntakeProblem(path: "sha256", message: "This is no digest.", allowed: form)
        }
        digest = text
    }

    private static func count(_ key: String, _ fields: LineFields) throws(IntakeProblem) -> Int {
        guard let count = fields.written(key).flatMap({ Int(String(decoding: $0, as: UTF8.self)) }), count >= 0 else {
            throw IntakeProblem(path: key, message: "This is no count.", allowed: "a whole number")
        }
        return count
    }
}
