public import UnknotJournal
public import UnknotRecord

/// Reads the lines of an archive and says what is wrong with which.
public struct ArchiveReader {
    /// What a line stands for once it is known whose it is.
    public enum Line: Hashable, Sendable {
        /// Someone.
        case person(Person)
        /// An entry, as it was kept.
        case entry(Entry)
    }

    /// Whose an entry is that does not say so itself.
    private let person: PersonID?
    /// What was read so far.
    public private(set) var summary = ArchiveSummary()
    private var digest = ArchiveDigest()

    /// - Parameter person: Whose those entries are that name nobody.
    public init(person: PersonID? = nil) {
        self.person = person
    }

    /// SHA-256 of what was read so far, each line ended by one line break.
    public var digestSoFar: String { digest.text }

    /// Reads a line.
    public mutating func read(_ line: NumberedLine) throws(ArchiveRefusal) -> Line {
        do throws(IntakeProblem) {
            guard let bytes = line.bytes else {
                throw IntakeProblem(
                    path: "", message: "This line is too long.", allowed: "at most \(LineCutter.longest) bytes")
            }
            let item = try ArchiveItem(json: bytes)
            let result: Line
            switch item {
            case .person(let person):
                summary.persons += 1
                result = .person(person)
            case .entry(let draft):
                summary.entries += 1
                result = .entry(try draft.kept(person: person))
            }
            digest.add(bytes)
            digest.add([UInt8(ascii: "\n")])
            return result
        } catch {
            throw ArchiveRefusal(line: line.number, problem: error)
        }
    }
}

extension EntryDraft {
    /// The entry as an archive keeps it, payload byte for byte. Nothing may be missing, or reading it twice would give two
    /// entries.
    fileprivate func kept(person other: PersonID?) throws(IntakeProblem) -> Entry {
        let hint = "an entry as `unknot journal export` writes it; `unknot journal add --lines` takes new ones"
        func missing(_ path: String) -> IntakeProblem {
            IntakeProblem(path: path, message: "This field is missing.", allowed: hint)
        }
        guard let person = person ?? other else { throw missing("person") }
        guard let id else { throw missing("id") }
        guard let recordedAt else { throw missing("recorded_at") }
        return Entry(
            person: person, id: id, kind: kind, happenedAt: happenedAt, zone: zone, recordedAt: recordedAt,
            replaces: replaces, payload: writtenPayload)
    }
}
