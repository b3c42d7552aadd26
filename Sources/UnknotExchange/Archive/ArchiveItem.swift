public import UnknotJournal
public import UnknotRecord

/// What one line of an archive holds.
public enum ArchiveItem: Hashable, Sendable {
    /// Someone; stands before all of their entries.
    case person(Person)
    /// An entry.
    case entry(EntryDraft)

    /// The newest version of the lines that tell of persons, which is the version of the archive.
    static let version = 1
    /// The `kind` of a line that tells of a person.
    static let personKind = "person"

    /// Reads one line.
    ///
    /// - Parameter takesPersons: Whether a line may tell of a person.
    /// - Throws: ``IntakeProblem`` with the path, what is wrong and what is allowed; its `id` is that of the line.
    public init(json: [UInt8], takesPersons: Bool = true) throws(IntakeProblem) {
        let fields = LineFields(try ObjectScanner(json))
        let allowed = (takesPersons ? "\(Self.personKind), " : "") + EntryDraft.kinds
        do throws(IntakeProblem) {
            guard let word = try fields.text("kind", allowed: allowed) else {
                throw IntakeProblem(path: "kind", message: "This field is missing.", allowed: allowed)
            }
            if takesPersons, word == Self.personKind {
                self = .person(try Person(fields))
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
    fileprivate init(_ fields: LineFields) throws(IntakeProblem) {
        try fields.checkKeys(["person", "id", "kind", "at", "recorded_at", "payload"])
        guard let id: PersonID = try fields.uniqueID("person") else {
            throw IntakeProblem(path: "person", message: "This field is missing.", allowed: "a UUID")
        }
        guard let since = try fields.moment("recorded_at") else {
            throw IntakeProblem(path: "recorded_at", message: "This field is missing.", allowed: LineFields.momentForm)
        }
        let payload = try fields.object("payload", known: ["name", "version"])
        if let version = payload.written("version"), !version.elementsEqual("\(ArchiveItem.version)".utf8) {
            throw IntakeProblem(
                path: "payload.version",
                message: "This archive was written by a newer version of Unknot.",
                allowed: "\(ArchiveItem.version); update Unknot to read it"
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
        self.init(id: id, name: name, createdAt: since.moment)
    }
}
