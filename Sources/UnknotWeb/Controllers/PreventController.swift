import HTTPTypes
import Hummingbird
import Unknot
import UnknotJournal

/// Keeping knots from coming back: what may drive them, what happened in the hours before, and habits. A visitor sees what
/// is known and leaves nothing; whoever has a journal of their own keeps what they say.
struct PreventController {
    private let desk: FormDesk
    /// nil where there is no journal.
    private let records: RecordDesk?
    private let stamps: Stamps

    init(desk: FormDesk, records: RecordDesk?, stamps: Stamps) {
        (self.desk, self.records, self.stamps) = (desk, records, stamps)
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent", use: hub)
        router.get("prevent/check", use: openCheck)
        router.post("prevent/check", use: check)
        router.get("prevent/hours", use: openHours)
        router.post("prevent/hours", use: hours)
        router.get("prevent/habits", use: habits)
        if records != nil {
            router.post("prevent/habits", use: change)
            router.post("prevent/habits/log", use: log)
        }
    }

    /// The journal of whoever asks, when it is their own: what others share is theirs to tell. The journal is nil while
    /// nobody has one on this machine yet.
    private struct Own {
        let records: RecordDesk
        let journal: Journal?
        let kit: RecordKit
    }

    private func own(_ request: Request, _ context: VisitContext) async throws -> Own? {
        guard let records, context.visit.share == nil, context.visit.rights.contains(.write) else { return nil }
        let journal = records.journal(context)
        return Own(records: records, journal: journal, kit: try await records.kit(request, journal))
    }

    private func answer(_ work: () async throws -> Response) async throws -> Response {
        guard let records else { return try await work() }
        return try await records.answer(work)
    }

    // MARK: The hub

    @Sendable private func hub(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer {
            guard let own = try await own(request, context) else {
                return try desk.pages.response(.prevent(nil, notice: nil, id: { stamps.next().id }, kit: desk.kit))
            }
            let shelf = try await PreventShelf(own.journal, kit: own.kit)
            let notice = try await own.records.notice(request, own.journal, back: .prevent, context, own.kit)
            return try await own.records.page {
                .prevent(shelf, notice: notice, id: { stamps.next().id }, kit: desk.kit)
            }
        }
    }

    // MARK: The short check

    @Sendable private func openCheck(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer {
            let shelf = try await shelf(request, context)
            let notice = try await notice(request, context, back: .check)
            return try desk.pages.response(
                .check(shelf, form: nil, notice: notice, id: stamps.next().id, kit: desk.kit))
        }
    }

    @Sendable private func check(_ request: Request, context: VisitContext) async throws -> Response {
        let form = try await CausesForm(desk.fields(of: request), atlas: desk.kit.engine.atlas)
        return try await answer {
            if let own = try await own(request, context) {
                let value = RecordValue.causes(try form.check(desk.kit.engine.atlas))
                let journal = try await own.records.journalForWriting(context)
                let entry = try await journal.keep(value, id: form.id, at: own.kit.now, in: own.kit.zone)
                // A muscle that somebody names is not kept, and an address must not hold it: it is shown at once.
                guard form.muscle != nil else { return .seeOther("\(EntryForm.Way.check.address)?done=\(entry.id)") }
                let shelf = try await PreventShelf(journal, kit: own.kit)
                let notice = try await own.records.notice(of: entry.id, journal, back: .check, context, own.kit)
                return try await own.records.page {
                    .check(shelf, form: form, notice: notice, id: stamps.next().id, kit: desk.kit)
                }
            }
            return try desk.pages.response(
                .check(nil, form: form, notice: nil, id: stamps.next().id, kit: desk.kit))
        }
    }

    // MARK: The hours before

    @Sendable private func openHours(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer {
            var content = HoursContent(
                shelf: try await shelf(request, context), notice: try await notice(request, context, back: .hours),
                id: stamps.next().id)
            let done = RecordDesk.done(request)
            if let onset = content.shelf?.causes.history.onsets.first(where: { $0.noted.entry.id == done }) {
                content.onset = onset
                let moment = onset.noted.entry.happenedAt
                content.beside =
                    try await own(request, context)?.journal?.values(
                        EntryQuery(
                            kinds: HoursContent.besideKinds,
                            from: Moment(milliseconds: moment.milliseconds - HoursContent.besideMilliseconds),
                            before: moment, newestFirst: false)) ?? []
            }
            return try desk.pages.response(.hours(content, kit: desk.kit))
        }
    }

    @Sendable private func hours(_ request: Request, context: VisitContext) async throws -> Response {
        let form = try await CausesForm(desk.fields(of: request), atlas: desk.kit.engine.atlas)
        return try await answer {
            var content = HoursContent(shelf: try await shelf(request, context), form: form, id: stamps.next().id)
            do {
                guard let own = try await own(request, context) else {
                    try form.checkHours()
                    return try desk.pages.response(.hours(content, kit: desk.kit))
                }
                let value = RecordValue.causes(try form.hours(desk.kit.engine.atlas))
                let moment = try form.time.moment(now: own.kit.now, in: own.kit.zone)
                let journal = try await own.records.journalForWriting(context)
                let entry = try await journal.keep(value, id: form.id, at: moment, in: own.kit.zone)
                return .seeOther("\(EntryForm.Way.hours.address)?done=\(entry.id)")
            } catch let problem as IntakeProblem {
                content.problem = problem
            } catch let refusal as JournalRefusal {
                content.problem = refusal.problem
            }
            return try desk.pages.response(.hours(content, kit: desk.kit), status: .badRequest)
        }
    }

    // MARK: Habits

    @Sendable private func habits(_ request: Request, context: VisitContext) async throws -> Response {
        try await answer { try await habitsPage(request, context) }
    }

    private func habitsPage(
        _ request: Request, _ context: VisitContext, problem: IntakeProblem? = nil
    ) async throws -> Response {
        let shelf = try await shelf(request, context)
        let notice = problem == nil ? try await notice(request, context, back: .habits) : nil
        return try desk.pages.response(
            .habits(shelf, notice: notice, problem: problem, id: { stamps.next().id }, kit: desk.kit),
            status: problem == nil ? .ok : .badRequest)
    }

    /// Chooses, swaps, pauses or ends. What cannot be done is said on the page.
    @Sendable private func change(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        return try await answer {
            guard let own = try await own(request, context) else { throw Refusal.notAllowed }
            let back = try Self.back(fields) ?? .habits
            do {
                let form = try HabitsForm(fields)
                for _ in 1...Self.mostTurns {
                    do {
                        let entry = try await changed(form, own, context)
                        return .seeOther(back.address + (entry.map { "?done=\($0.id)" } ?? ""))
                    } catch JournalError.alreadyKept {
                        // Another tab was faster: the change is made to what it left.
                        continue
                    }
                }
                throw Self.tooBusy
            } catch let problem as IntakeProblem {
                return try await habitsPage(request, context, problem: problem)
            }
        }
    }

    /// How often a change is made anew to what others left meanwhile.
    private static let mostTurns = 20
    private static let tooBusy = Refusal(
        .conflict,
        IntakeProblem(
            path: "", message: "Your habits are being changed somewhere else just now.",
            allowed: "please send it again"))

    /// Writes the habits as they are after a change; nil when it changes nothing.
    ///
    /// - Throws: ``JournalError/alreadyKept(_:)`` when they were changed meanwhile.
    private func changed(_ form: HabitsForm, _ own: Own, _ context: VisitContext) async throws -> Entry? {
        var own = own
        let turn = try await own.journal?.turn(of: .habits)
        let shelf = try await PreventShelf(own.journal, kit: own.kit)
        let former = shelf.habits.choice
        let choice = try form.choice(over: former, care: shelf.care, kit: desk.kit)
        guard choice != former, former != nil || !choice.habits.isEmpty else { return nil }
        guard let journal = own.journal, let turn else {
            // The first word of the first person: others may be saying it as well.
            own = Own(
                records: own.records, journal: try await own.records.journalForWriting(context), kit: own.kit)
            return try await changed(form, own, context)
        }
        return try await journal.add(
            .habits(choice), at: max(stamps.now, turn.notBefore), zone: own.kit.zone.description, id: turn.id)
    }

    /// One tap: done, or not today. A second word about the same day corrects the first.
    @Sendable private func log(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.fields(of: request)
        return try await answer {
            guard let records, let own = try await own(request, context) else { throw Refusal.notAllowed }
            let record = try Self.record(fields, desk.kit.engine.atlas)
            do {
                let care = try await HabitCare(own.journal, today: own.kit.today)
                if record.outcome == .done { try HabitsForm.check(record.habit, care, desk.kit) }
            } catch let problem as IntakeProblem {
                return try await habitsPage(request, context, problem: problem)
            }
            let id = try fields.value(EntryForm.Field.entry).flatMap { EntryID($0) }
            let back = try Self.back(fields) ?? .prevent
            let journal = try await records.journalForWriting(context)
            let yesterday = own.kit.today.advanced(by: -1).start(in: own.kit.zone)
            let former = try await journal.values(EntryQuery(kinds: [.habit], from: yesterday)).first { noted in
                guard case .habit(let said)? = noted.value else { return false }
                return said.habit == record.habit && noted.day == own.kit.today
            }
            let entry: Entry
            if let former, former.value == .habit(record) {
                entry = former.entry
            } else if let former {
                entry = try await journal.correct(former.entry.id, with: .habit(record))
            } else {
                entry = try await journal.keep(.habit(record), id: id, at: own.kit.now, in: own.kit.zone)
            }
            return .seeOther("\(back.address)?done=\(entry.id)\(HabitCard.fragment(.habit(record)))")
        }
    }

    /// The page that a form was sent from.
    private static func back(_ fields: FormFields) throws(IntakeProblem) -> EntryForm.Way? {
        try fields.value(EntryForm.Field.back).flatMap(EntryForm.Way.init(rawValue:))
    }

    private static func record(_ fields: FormFields, _ atlas: Atlas) throws(IntakeProblem) -> HabitRecord {
        let habit = HabitID(try fields.value(HabitsForm.Field.habit) ?? "")
        guard atlas.prevention.habit(habit) != nil else {
            throw IntakeProblem(
                path: HabitsForm.Field.habit, message: "“\(habit.rawValue.prefix(60))” is not known.",
                allowed: "a habit of the list")
        }
        let word = try fields.value(HabitsForm.Field.outcome) ?? ""
        if word == HabitsForm.easierOutcome { return try HabitRecord(habit, .done, wasEasier: true) }
        guard let outcome = HabitRecord.Outcome(rawValue: word) else {
            throw IntakeProblem(
                path: HabitsForm.Field.outcome, message: "Found “\(word.prefix(40))”.",
                allowed: (HabitRecord.Outcome.allCases.map(\.rawValue) + [HabitsForm.easierOutcome])
                    .joined(separator: ", "))
        }
        return try HabitRecord(habit, outcome)
    }

    // MARK: What is there

    private func shelf(_ request: Request, _ context: VisitContext) async throws -> PreventShelf? {
        guard let own = try await own(request, context) else { return nil }
        return try await PreventShelf(own.journal, kit: own.kit)
    }

    private func notice(
        _ request: Request, _ context: VisitContext, back: EntryForm.Way
    ) async throws -> NoticeView? {
        guard let own = try await own(request, context) else { return nil }
        return try await own.records.notice(request, own.journal, back: back, context, own.kit)
    }
}
