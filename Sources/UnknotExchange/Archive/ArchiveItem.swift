public import UnknotJournal
public import UnknotRecord

/// What one line of an archive holds.
public enum ArchiveItem: Hashable, Sendable {
    /// Someone; stands before all of their entries. The version is that of the archive.
    case person(Person, version: Int)
    /// An entry.
    case entry(EntryDraft)
    /// The end.
    case end(ArchiveEnd)

    /// The newest version of the lines that tell of persons, which is the version of the archive. From 2 on it has an end
    /// line.
    static let version = 2
    /// The `kind` of a line that tells of a person.
    static let personKind = "person"

    /// Reads one line.
    ///
    /// - Parameter takesPersons: Whether a line may tell of a person.
    /// - Throws: ``IntakeProblem`` with the path, what is wrong and what is allowed; its `id` is that of the line.
    public init(json: [UInt8], takesPersons: Bool = true) throws(IntakeProblem) {
        let fields = LineFields(try ObjectScanner(json))
        let allowed = (takesPersons ? "\(Self.personKind), \(ArchiveEnd.kind), " : "") + EntryDraft.kinds
        do throws(IntakeProblem) {
            guard let word = try fields.text("kind", allowed: allowed) else {
                throw IntakeProblem(path: "kind", message: "This field is missing.", allowed: allowed)
            }
            if takesPersons, word == Self.personKind {
                let (person, version) = try Person.read(fields)
                self = .person(person, version: version)
            } else if takesPersons, word == ArchiveEnd.kind {
                self = .end(try ArchiveEnd(fields))
            } else if let kind = EntryKind(rawValue: word) {
                self = .entry(try EntryDraft(fields, kind: kind))
            } else {
                throw IntakeProblem(
                    path: "kind", message: "“\(word.prefix(60))” is not a choice here.", allowed: allowed)
            }
        } catch {
            var problem = error
            problem.id = try? fields.text("id", allowed: "")
            throw problem
        }
    }
}

extension Person {
    fileprivate static func read(_ fields: LineFields) throws(IntakeProblem) -> (Person, version: Int) {
        try fields.checkKeys(["person", "id", "kind", "at", "recorded_at", "payload"])
        guard let id: PersonID = try fields.uniqueID("person") else {
            throw IntakeProblem(path: "person", message: "This field is missing.", allowed: "a UUID")
        }
        guard let since = try fields.moment("recorded_at") else {
            throw IntakeProblem(path: "recorded_at", message: "This field is missing.", allowed: LineFields.momentForm)
        }
        let payload = try fields.object("payload", known: ["name", "version"])
        // Without a version it was written by hand, and has no end line.
        let written = payload.written("version").map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 } ?? 1
        guard (1...ArchiveItem.version).contains(written) else {
            throw IntakeProblem(
                path: "payload.version",
                message: "This archive was written by a newer version of Unknot.",
                allowed: "1 to \(ArchiveItem.version); update Unknot to read it"
            )
        }
        let allowed = "a text of 1 to 1000 characters"
        let name: String?
        do throws(IntakeProblem) {
            name = try payload.text("name", allowed: allowed)
        } catch {
            throw IntakeProblem(path: "payload.name", message: error.message, allowed: error.allowed)
        }
        guard let name, (1...1_000).contains(name.unicodeScalars.count), !name.utf8.contains(0) else {
            throw IntakeProblem(path: "payload.name", message: "This is no name for a person.", allowed: allowed)
        }
        return (Person(id: id, name: name, createdAt: since.moment), written)
    }
}
