import Hummingbird
import UnknotExchange
import UnknotJournal
import UnknotRecord

/// A part of a journal as a program asks for it: newest first, with a mark where the next part begins.
struct EntryPage {
    /// The entries and where to go on; nothing when these were the last.
    struct Part: Sendable {
        var entries: [Entry]
        var next: String?
    }

    private var kinds: Set<EntryKind>?
    private var from: Moment?
    private var to: Moment?
    private var limit = EntryPage.usualLimit
    private var mark: EntryMark?

    /// How many entries are given without a wish.
    static let usualLimit = 50
    /// The most that may be wished.
    static let mostEntries = 1_000

    /// Reads the query.
    init(_ request: Request) throws(IntakeProblem) {
        var seen: Set<String> = []
        for (key, value) in request.uri.queryParameters {
            let name = String(key)
            // A plus that was not escaped comes as a blank.
            let text = String(value).replacing(" ", with: "+")
            guard seen.insert(name).inserted else {
                throw IntakeProblem(path: name, message: "This option was sent twice.", allowed: "one value")
            }
            switch name {
            case "kinds": kinds = try Self.kinds(text)
            case "from": from = try Self.moment(text, name)
            case "to": to = try Self.moment(text, name)
            case "limit": limit = try Self.limit(text)
            case "before": mark = try Self.mark(text)
            default:
                throw IntakeProblem(
                    path: String(name.prefix(60)), message: "This option is not known.",
                    allowed: "kinds, from, to, limit, before")
            }
        }
    }

    /// Reads the part.
    func read(of person: PersonID, in store: any JournalStore) async throws -> Part {
        // One more shows whether there is another part. Those that happened in the same millisecond as the last of the
        // part before come again and are dropped; a second look is needed only when they are very many.
        var wanted = limit + 1
        while true {
            let end = mark.map { Moment(milliseconds: $0.happenedAt.milliseconds + 1) }
            let before = [to, end].compactMap(\.self).min()
            let found = try await store.entries(
                of: person, EntryQuery(kinds: kinds, from: from, before: before, limit: wanted))
            let new = mark.map { mark in found.filter(mark.isBefore) } ?? found
            if new.count > limit || found.count < wanted {
                let part = Array(new.prefix(limit))
                return Part(entries: part, next: new.count > limit ? part.last.map { EntryMark($0).text } : nil)
            }
            wanted *= 2
        }
    }

    private static func kinds(_ text: String) throws(IntakeProblem) -> Set<EntryKind> {
        var kinds: Set<EntryKind> = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let kind = EntryKind(rawValue: String(word)) else {
                throw IntakeProblem(
                    path: "kinds", message: "Found “\(word.prefix(40))”.",
                    allowed: EntryKind.allCases.map(\.rawValue).joined(separator: ","))
            }
            kinds.insert(kind)
        }
        return kinds
    }

    private static func moment(_ text: String, _ path: String) throws(IntakeProblem) -> Moment {
        guard let read = try? MomentText(text) else {
            throw IntakeProblem(
                path: path, message: "Found “\(text.prefix(40))”.",
                allowed: "a date, a time and an offset, such as 2026-11-01T08:00:00+01:00")
        }
        return read.moment
    }

    private static func limit(_ text: String) throws(IntakeProblem) -> Int {
        guard let limit = Int(text), (1...mostEntries).contains(limit) else {
            throw IntakeProblem(
                path: "limit", message: "Found “\(text.prefix(40))”.",
                allowed: "a whole number from 1 to \(mostEntries)")
        }
        return limit
    }

    private static func mark(_ text: String) throws(IntakeProblem) -> EntryMark {
        guard let mark = EntryMark(text) else {
            throw IntakeProblem(
                path: "before", message: "Found “\(text.prefix(80))”.", allowed: "the `next` of an answer, as it is")
        }
        return mark
    }
}

/// Where a part of a journal ended.
struct EntryMark: Hashable, Sendable {
    let happenedAt: Moment
    let id: EntryID

    init(_ entry: Entry) {
        (happenedAt, id) = (entry.happenedAt, entry.id)
    }

    init?(_ text: String) {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let milliseconds = Int64(parts[0]), let id = EntryID(parts[1]) else { return nil }
        let moment = Moment(milliseconds: milliseconds)
        guard Moment.allowed.contains(moment) else { return nil }
        (happenedAt, self.id) = (moment, id)
    }

    var text: String { "\(happenedAt.milliseconds)_\(id)" }

    /// Whether an entry comes after the mark, newest first.
    func isBefore(_ entry: Entry) -> Bool {
        (entry.happenedAt, entry.id) < (happenedAt, id)
    }
}
