import UnknotJournal
import UnknotRecord

/// Sees to it that no more than five names of a person's own are in effect, without reading the record for each entry.
///
/// What is read is remembered for a moment and kept up with what is taken meanwhile, so that a long run of entries costs
/// the same for each. What other programs write comes in with the next reading.
actor OwnNames {
    /// How long what was read is good for, in milliseconds.
    private static let goodFor: Int64 = 10_000
    /// Who follows something writes it down often: mostly the name is among the latest.
    private static let latest = 100

    /// What was read of the entries in effect.
    private struct Ledger {
        let readAt: Moment
        /// Whether all were read, or the latest only.
        let isWhole: Bool
        var names: [EntryID: String] = [:]
        var counts: [String: Int] = [:]

        mutating func apply(_ taken: Taken) {
            if let replaced = taken.replaces, let name = names.removeValue(forKey: replaced) {
                counts[name] = counts[name].flatMap { $0 > 1 ? $0 - 1 : nil }
            }
            guard let name = taken.name, names[taken.id] == nil else { return }
            names[taken.id] = name
            counts[name, default: 0] += 1
        }

        /// The names that stay in effect when an entry goes.
        func names(without replaced: EntryID?) -> Set<String> {
            var left = Set(counts.keys)
            if let replaced, let name = names[replaced], counts[name] == 1 { left.remove(name) }
            return left
        }

        /// Whether a name stays in effect when an entry goes.
        func holds(_ name: String, without replaced: EntryID?) -> Bool {
            guard let count = counts[name] else { return false }
            return count > 1 || replaced.flatMap { names[$0] } != name
        }
    }

    /// An entry on its way, as far as names are concerned.
    private struct Taken {
        let id: EntryID
        let name: String?
        let replaces: EntryID?
    }

    private let store: any JournalStore
    private let person: PersonID
    private let clock: @Sendable () -> Moment
    private var ledger: Ledger?
    /// Taken, but not in the store yet.
    private var pending: [Taken] = []

    init(_ store: any JournalStore, of person: PersonID, clock: @escaping @Sendable () -> Moment) {
        self.store = store
        self.person = person
        self.clock = clock
    }

    /// Takes an entry with a name of one's own.
    ///
    /// - Throws: ``JournalRefusal/tooManyNames(_:)``.
    func take(_ name: String, of entry: Entry) async throws {
        if try await !holds(name, without: entry.replaces) {
            let others = ledger?.names(without: entry.replaces) ?? []
            guard others.count < OwnRecord.mostNames else { throw JournalRefusal.tooManyNames(others.sorted()) }
        }
        note(Taken(id: entry.id, name: name, replaces: entry.replaces))
    }

    /// Whether a name is in effect apart from the entry that goes; if not, all names were read.
    private func holds(_ name: String, without replaced: EntryID?) async throws -> Bool {
        try await refresh(isWhole: false)
        if ledger?.holds(name, without: replaced) ?? false { return true }
        try await refresh(isWhole: true)
        return ledger?.holds(name, without: replaced) ?? false
    }

    /// Lets any other entry pass: it may take away one with a name.
    func pass(_ entry: Entry) {
        guard let replaces = entry.replaces else { return }
        note(Taken(id: entry.id, name: nil, replaces: replaces))
    }

    /// Says that what was taken is in the store now, or that some of it is not.
    func settle(areKept: Bool) {
        pending = []
        if !areKept { ledger = nil }
    }

    private func note(_ taken: Taken) {
        pending.append(taken)
        ledger?.apply(taken)
    }

    /// Reads what is there, unless it was read a moment ago.
    private func refresh(isWhole: Bool) async throws {
        let now = clock()
        // Looked at in place: a copy would be made whole with the next entry.
        if let isEnough = ledger.map({ $0.isWhole || !isWhole }), let readAt = ledger?.readAt, isEnough,
            now.milliseconds - readAt.milliseconds < Self.goodFor
        {
            return
        }
        var new = Ledger(readAt: now, isWhole: isWhole)
        let query = EntryQuery(kinds: [.own], limit: isWhole ? nil : Self.latest)
        for noted in try await Journal(store, of: person).values(query) {
            guard case .own(let record)? = noted.value else { continue }
            new.apply(Taken(id: noted.entry.id, name: record.name, replaces: nil))
        }
        for taken in pending { new.apply(taken) }
        ledger = new
    }
}
