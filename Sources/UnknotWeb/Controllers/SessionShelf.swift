import Unknot
import UnknotJournal

/// Where plans that somebody began, and the sessions that followed them, are kept: one session for each plan, however
/// often it is sent.
struct SessionShelf: Sendable {
    let journal: Journal
    let kit: RecordKit

    /// A plan that was kept, and what became of it.
    struct Kept: Sendable {
        let id: EntryID
        /// When it was kept.
        let begunAt: Moment
        let record: PlanRecord
        /// The session that followed; nil as long as there is none.
        var session: SessionRecord?
        /// Whether there was a session that was taken out of the record.
        var isRemoved = false
    }

    /// A plan by its entry; nil when there is none, or when it was taken away.
    func plan(_ id: EntryID) async throws -> Kept? {
        guard let noted = try await current(id), case .plan(let record)? = noted.value else { return nil }
        var kept = Kept(id: id, begunAt: noted.entry.happenedAt, record: record)
        if let noted = try await current(Self.session(of: kept)) {
            if case .session(let session)? = noted.value { kept.session = session } else { kept.isRemoved = true }
        }
        return kept
    }

    /// Keeps what a plan was made from. The same plan of the same day is the same entry until a session followed it.
    func keep(_ record: PlanRecord) async throws -> EntryID {
        let value = RecordValue.plan(record)
        let day = kit.today.start(in: kit.zone)
        var round = 0
        while true {
            let id = DerivedID.entry("plan", kit.today.description, value.json, String(round), at: day)
            if let kept = try await plan(id) {
                if kept.session == nil && !kept.isRemoved { return id }
            } else if try await journal.value(id) == nil {
                return try await add(value, at: kit.now, id: id)
            }
            round += 1
        }
    }

    /// Keeps the session that followed a plan. One that is there already stays as it is.
    func keep(_ session: SessionRecord, of plan: Kept, secondsAgo: Double) async throws {
        let ended = Moment(milliseconds: kit.now.milliseconds - Int64(secondsAgo * 1_000))
        _ = try await add(.session(session), at: ended, id: Self.session(of: plan))
    }

    /// The name of the session that follows a plan.
    static func session(of plan: Kept) -> EntryID {
        DerivedID.entry("session", plan.id.description, at: plan.begunAt)
    }

    private func add(_ value: RecordValue, at moment: Moment, id: EntryID) async throws -> EntryID {
        do {
            return try await journal.add(value, at: moment, zone: kit.zone.description, id: id).id
        } catch JournalError.alreadyKept {
            // The same form was sent twice: the other one was faster.
            return id
        }
    }

    /// The end of the history of an entry.
    private func current(_ id: EntryID) async throws -> Noted? {
        guard var last = try await journal.store.entry(id, of: journal.person) else { return nil }
        while let next = try await journal.store.replacement(of: last.id, of: journal.person) { last = next }
        return Noted(last)
    }
}
