import Hummingbird
import Unknot
import UnknotJournal

/// What a journal says about reminders: the list in effect, and what silences them.
struct RemindersShelf: Sendable {
    /// The entry of the list; nil before the first one.
    let noted: Noted?
    /// The list.
    let record: RemindersRecord
    /// Addresses for calendars that were taken back: they never hold again.
    private let ended: Set<String>

    /// Versions of the list that are looked through for addresses that were taken back. A person would have to change
    /// the list a thousand times after that to have more, and then the oldest addresses are long forgotten.
    private static let mostVersions = 1_000

    /// The list that a journal holds.
    init(_ journal: Journal?) async throws {
        noted = try await journal?.values(EntryQuery(kinds: [.reminders], limit: 1)).first
        if case .reminders(let list)? = noted?.value { record = list } else { record = .none }
        var ended: Set<String> = []
        if record.calendar != nil, let journal {
            let all = EntryQuery(kinds: [.reminders], includesReplaced: true, limit: Self.mostVersions)
            for version in try await journal.values(all) {
                if case .reminders(let list)? = version.value, let digest = list.ended { ended.insert(digest) }
            }
        }
        self.ended = ended
    }

    /// When the reminders fall due from now on.
    var schedule: ReminderSchedule {
        ReminderSchedule(record, since: noted?.entry.happenedAt ?? Moment(milliseconds: 0))
    }

    /// When the reminders fall due, those of the last days included: since when each is as it is now is told by the versions
    /// of the list before this one.
    private func schedule(in journal: Journal?, now: Moment) async throws -> ReminderSchedule {
        guard let journal, let noted else { return schedule }
        let horizon = Moment(milliseconds: now.milliseconds - Self.doneFor)
        var (version, count) = (noted, 0)
        var versions: [ReminderSchedule.Version] = []
        while count < Self.mostVersions {
            // A list that was taken away and came back reminded of nothing in between.
            guard case .reminders(let list)? = version.value else { break }
            versions.append(ReminderSchedule.Version(list, at: version.entry.happenedAt))
            guard version.entry.happenedAt >= horizon, let former = version.entry.replaces,
                let before = try await journal.value(former)
            else { break }
            (version, count) = (before, count + 1)
        }
        return ReminderSchedule(versions)
    }

    /// The digest of the address that calendars may use; nil when there is none.
    var calendar: String? { record.calendar.flatMap { ended.contains($0) ? nil : $0 } }

    /// Writes a new list in place of the one in effect.
    func save(_ record: RemindersRecord, in journal: Journal, _ kit: RecordKit) async throws -> Entry {
        let value = RecordValue.reminders(record)
        let zone = kit.zone.description
        guard let former = noted?.entry.id else { return try await journal.add(value, at: kit.now, zone: zone) }
        return try await journal.correct(former, with: value, at: kit.now, zone: zone)
    }

    /// The reminders that are due, for somebody who keeps the journal, and when to look again.
    func spot(_ request: Request, _ journal: Journal?, back: String, kit: RecordKit) async throws -> ReminderSpot {
        let answers = ReminderAnswers(request)
        let done = try await done(in: journal, kit)
        let left = try await left(in: journal, kit.kit.engine, today: kit.today)
        let schedule = try await schedule(in: journal, now: kit.now)
        let due = schedule.due(at: kit.now, in: kit.zone, answers: answers.answers, done: { done[$0] ?? [] })
            .filter { !left.contains($0.reminder.id) }
        let coming = record.reminders.filter { $0.isOn && !left.contains($0.id) }.compactMap {
            [schedule.next(of: $0, after: kit.now, in: kit.zone), answers.answers[$0.id]?.snoozedTo]
                .compactMap { $0 }.filter { $0 > kit.now }.min()
        }
        return ReminderSpot(due, next: coming.min(), back: back, kit: kit)
    }

    /// The reminders of what is left for now: a danger sign that stands, or the person's health, speaks against it.
    func left(in journal: Journal?, _ engine: Engine, today: LocalDay) async throws -> Set<ReminderID> {
        guard let journal, record.reminders.contains(where: { $0.subject != .words }) else { return [] }
        let care = try await HabitCare(journal, today: today)
        return Set(record.reminders.filter { !care.allows($0.subject, engine) }.map(\.id))
    }

    /// How far back it is looked for what was done, in milliseconds: as far as times are counted that went by.
    private static let doneFor: Int64 = 15 * 86_400_000

    /// When what reminders are about was done.
    private func done(in journal: Journal?, _ kit: RecordKit) async throws -> [Reminder.Subject: [Moment]] {
        let isWanted = record.reminders.contains { $0.isOn && $0.subject != .words }
        guard let journal, isWanted else { return [:] }
        let from = Moment(milliseconds: kit.now.milliseconds - Self.doneFor)
        var done: [Reminder.Subject: [Moment]] = [:]
        for noted in try await journal.values(EntryQuery(kinds: [.session, .habit], from: from)) {
            switch noted.value {
            case .session: done[.session, default: []].append(noted.entry.happenedAt)
            case .habit(let habit): done[.habit(habit.habit.rawValue), default: []].append(noted.entry.happenedAt)
            default: continue
            }
        }
        return done
    }
}
