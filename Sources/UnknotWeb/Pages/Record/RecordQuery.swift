import Hummingbird
import Unknot
import UnknotJournal

/// Which entries of the record are shown.
struct RecordQuery: Hashable, Sendable {
    /// Of one kind only.
    var kind: EntryKind?
    /// Up to the end of this day.
    var until: LocalDay?
    /// Before this instant: where the page before ended.
    var before: Moment?

    /// The kinds that are listed; settings and retractions are none of them.
    static let kinds = EntryKind.allCases.filter { $0 != .preferences && $0 != .retraction }
    /// How many entries stand on a page.
    static let pageLength = 60

    init() {}

    /// Reads an address; what does not fit is as if it were not there.
    init(_ request: Request) {
        let parameters = request.uri.queryParameters
        kind = parameters["kind"].flatMap { EntryKind(rawValue: String($0)) }.flatMap {
            Self.kinds.contains($0) ? $0 : nil
        }
        until = parameters["until"].flatMap { LocalDay(String($0)) }
        before = parameters["before"].flatMap { Int64($0) }.flatMap { number in
            let moment = Moment(milliseconds: number)
            return Moment.allowed.contains(moment) ? moment : nil
        }
    }

    /// The query of an address.
    func text(before: Moment?) -> String {
        let parts = [
            kind.map { "kind=\($0.rawValue)" }, until.map { "until=\($0)" },
            before.map { "before=\($0.milliseconds)" },
        ].compactMap { $0 }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// The entries of a page, and where the next one begins. Entries of one instant are never torn apart.
    func page(of journal: Journal, in zone: LocalZone) async throws -> (noted: [Noted], older: Moment?) {
        let kinds = kind.map { [$0] } ?? Set(Self.kinds)
        let end = [before, until?.span(in: zone).upperBound].compactMap { $0 }.min()
        let found = try await journal.values(EntryQuery(kinds: kinds, before: end, limit: Self.pageLength + 1))
        guard found.count > Self.pageLength, let rest = found.last?.entry.happenedAt else { return (found, nil) }
        let whole = found.filter { $0.entry.happenedAt > rest }
        if let last = whole.last { return (whole, last.entry.happenedAt) }
        // All of them, and perhaps more, happened in the same millisecond, as after an import.
        let instant = EntryQuery(
            kinds: kinds, from: rest, before: Moment(milliseconds: rest.milliseconds + 1))
        return (try await journal.values(instant), rest)
    }
}
