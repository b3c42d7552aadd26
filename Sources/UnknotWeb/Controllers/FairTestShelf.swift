import Unknot
import UnknotJournal

/// The fair tests of a journal.
struct FairTestShelf: Sendable {
    let journal: Journal
    let kit: RecordKit

    /// A test as it is kept.
    struct Kept: Sendable {
        /// Its first entry, by which days and sessions name it.
        let id: EntryID
        /// The version in effect.
        let current: EntryID
        /// What it says.
        let record: FairTestRecord
        /// The day on which it was laid out.
        let laidOut: LocalDay
        /// When it was laid out.
        let drawnAt: Noted
        /// Whether it is still as it was drawn: no later version says otherwise, and the schedule follows from the random
        /// bytes.
        let isIntact: Bool
        /// Whether a later version took its start or its end back; both stand all the same.
        var wasTakenBack = false
        /// Its days and sessions.
        var history: FairTestHistory
    }

    /// The most tests that are listed.
    private static let mostTests = 200

    /// All tests, the latest first.
    func all() async throws -> [Kept] {
        let noted = try await journal.values(EntryQuery(kinds: [.fairTest], limit: Self.mostTests))
        guard !noted.isEmpty else { return [] }
        let entries = try await journal.values(
            EntryQuery(kinds: [.fairTestDay, .fairTestSession, .retraction], includesReplaced: true))
        var kept: [Kept] = []
        for one in noted {
            guard case .fairTest(let record)? = one.value else { continue }
            kept.append(try await self.kept(one, record, entries))
        }
        return kept.sorted {
            ($0.drawnAt.entry.recordedAt, $0.id) > ($1.drawnAt.entry.recordedAt, $1.id)
        }
    }

    /// The test with this name; nil when there is none, or when it was taken away.
    func test(_ id: String?) async throws -> Kept? {
        guard let id = id.flatMap({ EntryID($0) }) else { return nil }
        return try await all().first { $0.id == id || $0.current == id }
    }

    private func kept(_ noted: Noted, _ record: FairTestRecord, _ entries: [Noted]) async throws -> Kept {
        var first = noted
        var isSame = true
        var versions = [record]
        while let former = first.entry.replaces, let before = try await journal.value(former) {
            first = before
            if case .fairTest(let version)? = before.value {
                isSame = isSame && record.isSamePlan(as: version)
                versions.append(version)
            }
        }
        let standing = try record.keepingStartAndEnd(of: versions)
        var askedAt = 0
        if case .days(let days) = record.course { askedAt = days.askedAt }
        return Kept(
            id: first.entry.id, current: noted.entry.id, record: standing, laidOut: first.day, drawnAt: first,
            isIntact: isSame && record.followsFromItsRandomBytes, wasTakenBack: standing != record,
            history: FairTestHistory(of: first.entry.id, askedAt: askedAt, in: entries))
    }
}

extension FairTestShelf.Kept {
    /// The days as the rules see them; nil for a session screen.
    ///
    /// - Parameter isHeld: Whether something keeps back what was drawn for today. What was kept back stays so until the
    ///   person has it shown, which is written down.
    func diary(_ kit: RecordKit, isHeld: Bool = false) -> DayTrialDiary? {
        guard case .days(let days) = record.course,
            let design = try? DayTrialDesign(period: days.period, pairs: days.pairs, runIn: days.runIn)
        else { return nil }
        var entries: [Int: DayTrialDiary.Entry] = [:]
        for (day, said) in history.days {
            entries[day.number] = DayTrialDiary.Entry(
                rating: said.rating, isLeftOut: said.rating != nil && !said.counts, isHeld: said.isHeld,
                covariates: days.covariates.map(said.covariates.contains), done: said.done, rescue: said.rescue,
                medicine: said.medicine)
        }
        let minutes = LocalClock(kit.now, in: kit.zone).minutes
        return DayTrialDiary(
            design: design, schedule: record.schedule.map { $0 == 1 }, covariates: days.covariates.count,
            start: days.firstDay.flatMap { LocalDay($0.description)?.number },
            end: record.ended.flatMap { LocalDay($0.day.description)?.number }, entries: entries,
            now: DayTrialDiary.Now(
                day: kit.today.number, isPastTime: minutes >= days.askedAt,
                isEarly: minutes < days.earliest, isHeld: isHeld || isKeptBack(kit)))
    }

    /// Whether what was drawn for today was kept back when its number was given, and was not shown since.
    func isKeptBack(_ kit: RecordKit) -> Bool { history.days[kit.today]?.isHeld ?? false }

    /// The sessions as the rules see them; nil for a day trial.
    func screen(_ kit: RecordKit) -> SessionScreenDiary? {
        guard case .sessions(let sessions) = record.course else { return nil }
        return SessionScreenDiary(
            schedule: record.schedule, techniques: sessions.techniques.count, blocks: sessions.blocks,
            entries: history.sessions.mapValues {
                SessionScreenDiary.Entry(
                    before: $0.before, after: $0.after, minutes: $0.minutes(now: kit.now), isSkipped: $0.isSkipped)
            }, isEnded: record.ended != nil)
    }

    /// Whether something is still due in it.
    func isOpen(_ kit: RecordKit) -> Bool {
        if let diary = diary(kit) { return diary.phase != .over }
        return screen(kit).map { $0.step != .over } ?? false
    }
}

extension FairTestRecord.Days {
    /// From when on the number of a day is taken, minutes since midnight.
    var earliest: Int { max(0, askedAt - DayTrialDiary.earliest) }
}

extension FairTestRecord {
    /// Whether the schedule is the one that the random bytes give.
    var followsFromItsRandomBytes: Bool {
        switch course {
        case .days(let days):
            let design = try? DayTrialDesign(period: days.period, pairs: days.pairs, runIn: days.runIn)
            let drawn = design.flatMap { try? FairTestSchedule.days($0, random: random) }
            return drawn?.map { $0 ? 1 : 0 } == schedule
        case .sessions(let sessions):
            return
                (try? FairTestSchedule.sessions(
                    techniques: sessions.techniques.count, blocks: sessions.blocks + sessions.spares, random: random))
                == schedule
        }
    }
}
