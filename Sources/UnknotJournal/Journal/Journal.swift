public import UnknotRecord

/// What one person records: added, corrected, taken away, undone, and never lost.
///
/// Nothing is ever changed. A correction is a new entry that replaces an older one; taking away is a retraction that
/// replaces it. So every entry has one history, a chain, and what is in effect is the end of it, unless that is a
/// retraction.
public struct Journal: Sendable {
    /// How far ahead of now something may be recorded, in milliseconds: a day, for clocks and zones that are wrong.
    public static let furthestAhead: Int64 = 86_400_000

    /// Where it is kept.
    public let store: any JournalStore
    /// Whose it is.
    public let person: PersonID
    private let stamps: Stamps

    /// Opens the journal of a person, who need not be known yet.
    ///
    /// - Parameter stamps: Gives ids and times; shared by all journals of a process.
    public init(_ store: any JournalStore, of person: PersonID, stamps: Stamps = .process) {
        self.store = store
        self.person = person
        self.stamps = stamps
    }

    /// Opens the journal of a person with a clock and random numbers of one's own.
    public init(
        _ store: any JournalStore, of person: PersonID, clock: @escaping @Sendable () -> Moment,
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.init(store, of: person, stamps: Stamps(clock: clock, random: random))
    }

    /// Writes something down; returns once it is durable.
    ///
    /// - Parameters:
    ///   - value: What; not a retraction.
    ///   - at: When it happened: from 1900 on, up to a day after now.
    ///   - zone: Where the person was then: `Europe/Berlin`, `UTC` or `+01:00`.
    ///   - id: A name given by the sender, so that it can send again what was not answered: the entry is kept once.
    /// - Throws: ``JournalRefusal``, ``JournalError``.
    public func add(_ value: RecordValue, at moment: Moment, zone: String, id: EntryID? = nil) async throws -> Entry {
        guard value != .retraction else { throw JournalRefusal.retraction }
        let zone = try checked(zone: zone)
        if let id, let kept = try await repeated(value, at: moment, zone: zone, id: id) { return kept }
        try checkTime(moment)
        try await checkNames(value, without: nil)
        do {
            return try await keep(value, at: moment, zone: zone, replaces: nil, id: id)
        } catch JournalError.alreadyKept(let text) {
            // Sent twice at the same time: the other one was faster.
            if let id, let kept = try await repeated(value, at: moment, zone: zone, id: id) { return kept }
            throw JournalError.alreadyKept(text)
        }
    }

    /// Replaces what an entry says by something else of the same kind.
    ///
    /// - Parameters:
    ///   - at: When it happened, if that changes too.
    ///   - zone: Where, if that changes too.
    /// - Throws: ``JournalError/noSuchEntry(_:)``, ``JournalError/alreadyReplaced(_:by:)``, ``JournalRefusal``.
    public func correct(
        _ id: EntryID, with value: RecordValue, at moment: Moment? = nil, zone: String? = nil
    ) async throws -> Entry {
        let old = try await current(id)
        guard value != .retraction, old.kind != .retraction else { throw JournalRefusal.retraction }
        guard value.kind == old.kind else { throw JournalRefusal.otherKind(value.kind, was: old.kind) }
        let zone = try zone.map(checked(zone:)) ?? old.zone
        if let moment { try checkTime(moment) }
        try await checkNames(value, without: id)
        return try await keep(value, at: moment ?? old.happenedAt, zone: zone, replaces: old)
    }

    /// Takes an entry away. It stays in the record, but is in effect no more.
    ///
    /// - Returns: The retraction; undo that to have the entry back.
    public func remove(_ id: EntryID) async throws -> Entry {
        let old = try await current(id)
        guard old.kind != .retraction else { throw JournalRefusal.retraction }
        return try await keep(.retraction, at: old.happenedAt, zone: old.zone, replaces: old)
    }

    /// Takes back one step: an addition is taken away, a correction gets the former value, what was taken away comes
    /// back. Undoing what undo wrote is redo.
    ///
    /// - Parameter id: The entry of that step, the last of its history; the last one recorded when nil.
    public func undo(_ id: EntryID? = nil) async throws -> Entry {
        let step: Entry
        if let id {
            step = try await current(id)
        } else {
            guard var last = try await store.lastRecorded(of: person) else { throw JournalRefusal.nothingToUndo }
            // What came of it may bear an earlier time, from a machine whose clock was behind.
            while let next = try await store.replacement(of: last.id, of: person) { last = next }
            step = last
        }
        guard let former = step.replaces else { return try await remove(step.id) }
        guard let before = try await store.entry(former, of: person) else { throw JournalError.noSuchEntry(former) }
        guard before.kind != .retraction else {
            return try await keep(.retraction, at: step.happenedAt, zone: step.zone, replaces: step)
        }
        let value: RecordValue
        switch Noted(before).reading {
        case .success(let read): value = read
        case .failure(let problem): throw JournalRefusal.unreadable(before.id, problem)
        }
        try await checkNames(value, without: step.id)
        return try await keep(value, at: before.happenedAt, zone: before.zone, replaces: step)
    }

    /// Entries with what they say.
    public func values(_ query: EntryQuery = EntryQuery()) async throws -> [Noted] {
        try await store.entries(of: person, query).map(Noted.init)
    }

    /// One entry with what it says, in effect or not.
    public func value(_ id: EntryID) async throws -> Noted? {
        try await store.entry(id, of: person).map(Noted.init)
    }
}

extension Journal {
    /// An entry at the end of its history.
    private func current(_ id: EntryID) async throws -> Entry {
        guard let entry = try await store.entry(id, of: person) else { throw JournalError.noSuchEntry(id) }
        if let next = try await store.replacement(of: id, of: person) {
            throw JournalError.alreadyReplaced(id, by: next.id)
        }
        return entry
    }

    private func keep(
        _ value: RecordValue, at moment: Moment, zone: String, replaces old: Entry?, id: EntryID? = nil
    ) async throws -> Entry {
        let stamp = stamps.next()
        var recordedAt = stamp.recordedAt
        // An archive is in the order of recording, and what is replaced must come first there, whatever clock it had.
        if let old, (recordedAt, stamp.id) < (old.recordedAt, old.id) {
            recordedAt = Moment(milliseconds: old.recordedAt.milliseconds + 1)
        }
        let entry = Entry(
            person: person, id: id ?? stamp.id, kind: value.kind, happenedAt: moment, zone: zone,
            recordedAt: recordedAt, replaces: old?.id, payload: value.json)
        try await store.append([entry])
        return entry
    }

    /// The entry that an earlier call with the same content has kept under this id.
    private func repeated(
        _ value: RecordValue, at moment: Moment, zone: String, id: EntryID
    ) async throws -> Entry? {
        guard let kept = try await store.entry(id, of: person) else { return nil }
        let isSame =
            kept.kind == value.kind && kept.happenedAt == moment && kept.zone == zone && kept.replaces == nil
            && kept.payload == value.json
        guard isSame else { throw JournalError.alreadyKept(id.description) }
        return kept
    }

    private func checked(zone: String) throws -> String {
        guard let known = LocalZone(zone) else { throw JournalRefusal.unknownZone(zone) }
        return known.description
    }

    private func checkTime(_ moment: Moment) throws {
        guard moment >= Moment.allowed.lowerBound else { throw JournalRefusal.tooEarly(moment) }
        let now = stamps.now
        guard moment.milliseconds - now.milliseconds <= Self.furthestAhead, moment < Moment.allowed.upperBound else {
            throw JournalRefusal.inTheFuture(moment, now: now)
        }
    }

    /// No more than five names of one's own are in effect at a time.
    ///
    /// - Parameter replaced: The entry that goes out of effect.
    private func checkNames(_ value: RecordValue, without replaced: EntryID?) async throws {
        guard case .own(let record) = value else { return }
        // Who follows something writes it down often: mostly the name is among the latest.
        let latest = try await ownNames(limit: 100, without: replaced)
        if latest.contains(record.name) { return }
        let all = try await ownNames(limit: nil, without: replaced)
        guard all.contains(record.name) || all.count < OwnRecord.mostNames else {
            throw JournalRefusal.tooManyNames(all.sorted())
        }
    }

    private func ownNames(limit: Int?, without replaced: EntryID?) async throws -> Set<String> {
        let query = EntryQuery(kinds: [.own], limit: limit)
        var names: Set<String> = []
        for noted in try await values(query) where noted.entry.id != replaced {
            if case .own(let record)? = noted.value { names.insert(record.name) }
        }
        return names
    }
}
