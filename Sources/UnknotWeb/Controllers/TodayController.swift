import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// Today: writing down in two taps, and the course of the last days.
struct TodayController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("today", use: show)
        router.post("today", use: add)
    }

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer { try await page(request, context) }
    }

    /// Writes one entry down. What does not fit comes back with the form as it was filled in.
    @Sendable private func add(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let form = try EntryForm(fields)
            let kit = try await desk.kit(request, desk.journal(context, .write))
            do {
                let value = try form.value(units: kit.preferences)
                let moment = try form.time.moment(now: kit.now, in: kit.zone)
                let journal = try await desk.journalForWriting(context)
                let entry = try await journal.keep(value, id: form.id, at: moment, in: kit.zone)
                return .seeOther(TodayQuery(request).address(form.back, done: entry.id))
            } catch let problem as IntakeProblem {
                return try await page(request, context, form, problem)
            } catch let refusal as JournalRefusal {
                return try await page(request, context, form, refusal.problem)
            }
        }
    }

    /// How long the same, sent again, is the same entry: milliseconds.
    static let sameFor: Int64 = 2 * 60 * 1000

    /// What is planned in one's own journal. With a drawing alone nothing is worked out: questions come first anyway.
    private func planned(_ context: VisitContext, _ journal: Journal?, _ kit: RecordKit) async throws -> PlannedStep? {
        guard let journal, context.visit.share == nil, context.visit.rights.contains(.see) else { return nil }
        let shelf = try await ReleaseShelf(journal, kit: kit)
        let last = try await journal.values(EntryQuery(kinds: [.session], limit: 1)).first?.day
        if let stop = shelf.health.stop { return PlannedStep(nil, lastSession: last, stop: stop, kit: kit) }
        guard let form = try await shelf.form() else { return nil }
        guard form.isSetUp, form.told != nil else { return PlannedStep(nil, lastSession: last, kit: kit) }
        let (history, whole) = (try await shelf.history(), shelf.adding(to: form))
        return try await NIOThreadPool.singleton.runIfActive {
            let flow = ReleaseFlow(engine: kit.kit.engine)
            let screen = try? flow.next(whole, history: history, today: kit.today)
            return PlannedStep(screen, lastSession: last, kit: kit)
        }
    }

    private func page(
        _ request: Request, _ context: VisitContext, _ form: EntryForm? = nil, _ problem: IntakeProblem? = nil
    ) async throws -> Response {
        // Who may see how things go need not see single entries.
        let rights = context.visit.rights
        guard !rights.isEmpty else { throw Refusal.notAllowed }
        let journal = desk.journal(context)
        let kit = try await desk.kit(request, journal)
        var query = TodayQuery(request)
        let own = OwnNames(try await journal?.values(EntryQuery(kinds: [.own], limit: 50)) ?? []).names
        // A day more, since entries from other time zones may belong to the first day.
        let since = kit.today.advanced(by: -query.days).start(in: kit.zone)
        let asked = query.measure(own: own)
        let before = EntryQuery(
            kinds: asked == .painNow ? Measure.painAverage.kinds : asked.kinds,
            from: kit.today.advanced(by: -2 * query.days).start(in: kit.zone),
            before: since, newestFirst: false)
        let noted =
            try await (journal?.values(before) ?? [])
            + (journal?.values(EntryQuery(from: since, newestFirst: false)) ?? [])
        // Whoever only tells a fair test how it was sees that at once.
        if request.uri.queryParameters["show"] == nil {
            let range = kit.today.advanced(by: 1 - query.days)...kit.today
            let isEmpty = [Measure.painNow, .painAverage].map { DaySeries($0, in: noted, over: range).filledDays == 0 }
            if isEmpty == [true, false] {
                query = TodayQuery(days: query.days, measure: Measure.painAverage.pageName)
            }
        }
        let planned = try await planned(context, journal, kit)
        let presses = try await journal?.values(EntryQuery(kinds: [.press], limit: 1)) ?? []
        let isOwn = context.visit.share == nil && rights.contains(.manage)
        let habits = isOwn ? try await PreventShelf.habits(journal, kit: kit) : nil
        let care = isOwn ? try await HabitCare(journal, today: kit.today) : HabitCare()
        var fairTest: FairTestShelf.Kept?
        if isOwn, let journal {
            fairTest = try await FairTestShelf(journal: journal, kit: kit).all().first { $0.isOpen(kit) }
        }
        let pain = noted.filter { $0.day == kit.today }.compactMap { $0.value.flatMap(Measure.painNow.number(in:)) }
            .max()
        let notice =
            problem == nil ? try await desk.notice(request, journal, back: .today, context, kit) : nil
        var spot: ReminderSpot?
        if context.visit.share == nil, rights.contains(.see) {
            spot = try await RemindersShelf(journal).spot(request, journal, back: "/today", kit: kit)
        }
        let content = TodayContent(
            noted: noted, own: own, lastPress: presses.first, planned: planned, habits: habits, care: care,
            isEasierDay: kit.kit.engine.habitDesk.isEasierDay(pain: pain), fairTest: fairTest, notice: notice,
            spot: spot,
            canSee: rights.contains(.see), canWrite: rights.contains(.write), form: form, problem: problem)
        let stamps = desk.stamps
        return try await desk.page(status: problem == nil ? .ok : .badRequest) { [query] in
            .today(content, query: query, id: { stamps.next().id }, kit: kit)
        }
    }
}

extension Journal {
    /// Keeps the entry under the name that came with the form, so that a form sent twice is one entry. A form that was
    /// kept open and is filled in anew is another entry.
    func keep(_ value: RecordValue, id sent: EntryID?, at moment: Moment, in zone: LocalZone) async throws -> Entry {
        var id = sent
        if let sent, let kept = try await self.value(sent)?.entry {
            let isSame =
                kept.kind == value.kind && kept.payload == value.json
                && abs(kept.happenedAt.milliseconds - moment.milliseconds) < TodayController.sameFor
            if isSame { return kept }
            id = nil
        }
        return try await add(value, at: moment, zone: zone.description, id: id)
    }
}
