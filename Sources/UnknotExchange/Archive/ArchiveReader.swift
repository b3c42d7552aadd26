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
        /// The end of an archive; another one may follow.
        case end
    }

    /// What stands between two ends.
    private struct Part {
        var counted = ArchiveEnd()
        var digest = ArchiveDigest()
        var version = 1
        var lastLine = 0
        /// Whether a line of it was refused.
        var isBroken = false
    }

    /// Whose an entry is that does not say so itself.
    private let person: PersonID?
    private let takesUnfinished: Bool
    private var part = Part()
    private var hasLines = false
    /// What was read so far.
    public private(set) var summary = ArchiveSummary()
    private var digest = ArchiveDigest()

    /// - Parameters:
    ///   - person: Whose those entries are that name nobody.
    ///   - takesUnfinished: Whether an end that is missing or does not fit is let pass, to save what can be saved.
    public init(person: PersonID? = nil, takesUnfinished: Bool = false) {
        (self.person, self.takesUnfinished) = (person, takesUnfinished)
    }

    /// Whether what was read last has no end line yet.
    public var isOpen: Bool { part.lastLine > 0 }

    /// Says whether everything was there, after the last line.
    ///
    /// Archives of the first version had no end line; whether they are whole cannot be told (``isOpen``).
    ///
    /// - Throws: ``ArchiveRefusal`` when the end is missing.
    public func finish() throws(ArchiveRefusal) {
        guard !takesUnfinished else { return }
        guard hasLines else {
            throw ArchiveRefusal(
                line: 0, problem: IntakeProblem(path: "FILE", message: "There is nothing in it.", allowed: Self.whole))
        }
        guard isOpen, part.version > 1 else { return }
        throw ArchiveRefusal(
            line: part.lastLine,
            problem: IntakeProblem(
                path: "", message: "The archive ends without its end line: it was cut off.", allowed: Self.whole))
    }

    private static let whole =
        "the whole file, copied again; with --incomplete what there is, as far as it can be read"

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
            case .person(let person, let version):
                summary.persons += 1
                part.counted.persons += 1
                part.version = max(part.version, version)
                result = .person(person)
            case .entry(let draft):
                result = .entry(try draft.kept(person: person))
                summary.entries += 1
                part.counted.entries += 1
            case .end(let end):
                try check(end)
                result = .end
            }
            let text = bytes + [UInt8(ascii: "\n")]
            digest.add(text)
            part.digest.add(text)
            part.lastLine = line.number
            hasLines = true
            if result == .end { part = Part() }
            return result
        } catch {
            part.isBroken = true
            throw ArchiveRefusal(line: line.number, problem: error)
        }
    }

    /// What the end line says is what stood before it. After a line that was refused it cannot be.
    private func check(_ end: ArchiveEnd) throws(IntakeProblem) {
        var counted = part.counted
        counted.digest = part.digest.text
        guard end != counted, !takesUnfinished, !part.isBroken else { return }
        throw IntakeProblem(
            path: "sha256",
            message: "The archive is not as it was written: lines before its end are missing or were changed "
                + "(\(counted.persons) of \(end.persons) persons and \(counted.entries) of \(end.entries) entries).",
            allowed: Self.whole)
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
