public import UnknotJournal
public import UnknotRecord

/// Takes new entries for one journal, many at a time, by the rules of ``Journal``.
///
/// An entry may be sent again under its id: it is kept once, with the time at which it was first recorded.
public struct EntryIntake: Sendable {
    private let store: any JournalStore
    private let person: PersonID
    private let stamps: Stamps
    private let names: OwnNames

    /// - Parameter stamps: Gives ids and times; shared by all journals of a process.
    public init(_ store: any JournalStore, of person: PersonID, stamps: Stamps = .process) {
        self.store = store
        self.person = person
        self.stamps = stamps
        names = OwnNames(store, of: person, clock: { stamps.now })
    }

    /// The entry that a draft makes; not kept yet.
    ///
    /// - Throws: ``IntakeProblem`` for what the sender can mend; ``JournalError`` when the store fails.
    public func entry(_ draft: EntryDraft) async throws -> Entry {
        do {
            return try await checked(draft)
        } catch let refusal as JournalRefusal {
            throw Self.outside(refusal.problem, of: draft)
        } catch var problem as IntakeProblem {
            problem.id = draft.id?.description
            throw problem
        }
    }

    /// Keeps entries, all or none, and returns once they are durable.
    ///
    /// - Throws: ``JournalError``.
    public func keep(_ entries: [Entry]) async throws {
        do {
            try await append(entries)
            await names.settle(areKept: true)
        } catch {
            await names.settle(areKept: false)
            throw error
        }
    }

    private func append(_ entries: [Entry]) async throws {
        do {
            try await store.append(entries)
        } catch let error as JournalError {
            // Sent again under the same id, without the time that the first one was given.
            guard case .alreadyKept = error else { throw error }
            let settled = try await settled(entries)
            guard settled != entries else { throw error }
            try await store.append(settled)
        }
    }

    /// Keeps entries, each that can be kept, and returns once they are durable.
    ///
    /// - Returns: For each entry what is wrong with it, or nil when it is kept.
    /// - Throws: ``JournalError`` when the store fails; the entries may or may not be kept then.
    public func keepEach(_ entries: [Entry]) async throws -> [IntakeProblem?] {
        guard !entries.isEmpty else { return [] }
        do {
            try await keep(entries)
            return entries.map { _ in nil }
        } catch let error as JournalError where EntryProblem.find(error, among: entries) != nil {
            // One refuses all: sort them out one by one.
            var problems: [IntakeProblem?] = []
            for entry in entries {
                do {
                    try await keep([entry])
                    problems.append(nil)
                } catch let error as JournalError {
                    guard let (_, problem) = EntryProblem.find(error, among: [entry]) else { throw error }
                    problems.append(problem)
                }
            }
            return problems
        }
    }

    private func checked(_ draft: EntryDraft) async throws -> Entry {
        if let named = draft.person, named != person {
            throw IntakeProblem(
                path: "person", message: "This is another person's id.", allowed: "\(person), or nothing")
        }
        guard let zone = LocalZone(draft.zone) else { throw JournalRefusal.unknownZone(draft.zone) }
        let now = stamps.now
        for moment in [draft.happenedAt, draft.recordedAt].compactMap(\.self)
        where moment.milliseconds - now.milliseconds > Journal.furthestAhead {
            throw JournalRefusal.inTheFuture(moment, now: now)
        }
        try await checkKind(draft)
        let stamp = stamps.next()
        let entry = Entry(
            person: person, id: draft.id ?? stamp.id, kind: draft.kind, happenedAt: draft.happenedAt,
            zone: zone.description, recordedAt: draft.recordedAt ?? stamp.recordedAt, replaces: draft.replaces,
            payload: draft.value.json)
        if case .own(let record) = draft.value {
            // What was kept before under this id is kept once, and changes nothing.
            if let id = draft.id, try await store.entry(id, of: person) != nil { return entry }
            try await names.take(record.name, of: entry)
        } else {
            await names.pass(entry)
        }
        return entry
    }

    /// A correction is about the same thing.
    private func checkKind(_ draft: EntryDraft) async throws {
        if let replaces = draft.replaces, draft.kind != .retraction,
            let old = try await store.entry(replaces, of: person), old.kind != draft.kind, old.kind != .retraction
        {
            throw JournalRefusal.otherKind(draft.kind, was: old.kind)
        }
    }

    /// The entries, those that are kept already under the same id and with the same content as they are kept.
    private func settled(_ entries: [Entry]) async throws -> [Entry] {
        var settled: [Entry] = []
        for entry in entries {
            let kept = try await store.entry(entry.id, of: person)
            settled.append(kept.map { $0.isRepeated(by: entry) ? $0 : entry } ?? entry)
        }
        return settled
    }

    /// The path of a refusal begins at the payload for what the payload says, and at the line for the rest.
    private static func outside(_ problem: IntakeProblem, of draft: EntryDraft) -> IntakeProblem {
        IntakeProblem(
            path: problem.path == "name" ? "payload.name" : problem.path, message: problem.message,
            allowed: problem.allowed, id: draft.id?.description)
    }
}

extension Entry {
    /// Whether another entry says the same, whenever it was recorded.
    fileprivate func isRepeated(by other: Entry) -> Bool {
        id == other.id && kind == other.kind && happenedAt == other.happenedAt && zone == other.zone
            && replaces == other.replaces && payload == other.payload
    }
}
