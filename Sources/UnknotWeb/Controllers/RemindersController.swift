import HTTPTypes
import Hummingbird
import Unknot
import UnknotAccounts
import UnknotJournal

/// Reminders: the list, quiet hours, what is due, and what is done about it.
struct RemindersController {
    let desk: RecordDesk
    let cookies: VisitCookies
    /// Where browsers see us; nil when they see us where they ask.
    let publicOrigin: String?

    private static let page = "/prevent/reminders"

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent/reminders", use: show)
        router.post("prevent/reminders", use: keep)
        router.post("prevent/reminders/switch", use: turn)
        router.post("prevent/reminders/remove", use: remove)
        router.post("prevent/reminders/quiet", use: setQuiet)
        router.get("prevent/reminders/due", use: due)
        router.post("prevent/reminders/answer", use: answer)
        router.post("prevent/reminders/link", use: makeLink)
        router.post("prevent/reminders/link/end", use: endLink)
    }

    // MARK: Showing

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let changed = request.uri.queryParameters["change"].flatMap { ReminderID(String($0)) }
            let habit = try await habitForm(request, context)
            return try await page(request, context) { content in
                content.form = changed.flatMap { content.record.reminder($0) }.map { RemindersForm($0) } ?? habit
            }
        }
    }

    /// The form for a habit that the person chose, when the address names one.
    private func habitForm(_ request: Request, _ context: VisitContext) async throws -> RemindersForm? {
        guard context.visit.share == nil, let name = request.uri.queryParameters["habit"],
            let habit = desk.desk.kit.engine.atlas.prevention.habit(HabitID(String(name)))
        else { return nil }
        let journal = try desk.journal(context, .see)
        let kit = try await desk.kit(request, journal)
        let chosen = try await PreventShelf.habits(journal, kit: kit).kept.first { $0.chosen.habit == habit.id }
        return chosen.map { RemindersForm(of: habit.id, name: habit.name, time: $0.chosen.time) }
    }

    private func page(
        _ request: Request, _ context: VisitContext, status: HTTPResponse.Status = .ok,
        _ change: (inout RemindersContent) -> Void = { _ in }
    ) async throws -> Response {
        let journal = try desk.journal(context, .see)
        let kit = try await desk.kit(request, journal)
        let shelf = try await RemindersShelf(journal)
        let rights = context.visit.rights
        var content = RemindersContent(
            record: shelf.record, canWrite: rights.contains(.write), canManage: rights.contains(.manage),
            hasCalendar: shelf.calendar != nil, isPublic: publicOrigin != nil)
        content.notice = try await desk.notice(request, journal, back: .reminders, context, kit)
        // Reminders are for whoever keeps the record, not for those with whom it is shared.
        if context.visit.share == nil {
            content.spot = try await shelf.spot(request, journal, back: Self.page, kit: kit)
        }
        content.left = try await shelf.left(in: journal, kit.kit.engine, today: kit.today)
        for reminder in shelf.record.reminders {
            content.next[reminder.id] = shelf.schedule.next(of: reminder, after: kit.now, in: kit.zone)
        }
        change(&content)
        return try await desk.page(status: status) { [content] in .reminders(content, kit: kit) }
    }

    @Sendable private func due(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let shelf = try await RemindersShelf(context.visit.share == nil ? journal : nil)
            let asked = request.uri.queryParameters["back"].flatMap { LocalPath(String($0)) }?.text
            let spot = try await shelf.spot(request, journal, back: asked ?? Self.page, kit: kit)
            return try await desk.page { .due(spot, kit: kit) }
        }
    }

    // MARK: Changing

    /// Keeps a reminder, new or changed. What does not fit comes back with the form as it was filled in.
    @Sendable private func keep(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let form = try RemindersForm(fields)
            do {
                return try await change(request, context) { record in
                    let former = form.id.flatMap(record.reminder)
                    var random = SystemRandomNumberGenerator()
                    let fresh = ReminderID(at: desk.stamps.now, using: &random)
                    let reminder = try form.reminder(id: fresh, former: former)
                    guard former != nil else { return record.reminders + [reminder] }
                    return record.reminders.map { $0.id == reminder.id ? reminder : $0 }
                }
            } catch let problem as IntakeProblem {
                return try await page(request, context, status: .badRequest) { content in
                    content.problem = problem
                    content.form = form
                }
            }
        }
    }

    @Sendable private func turn(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        let isOn = try fields.value("on") == "yes"
        return try await desk.answer {
            let id = try Self.reminder(fields)
            return try await change(request, context) { record in
                record.reminders.map { $0.id == id ? $0.switched(on: isOn) : $0 }
            }
        }
    }

    @Sendable private func remove(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let id = try Self.reminder(fields)
            return try await change(request, context) { $0.reminders.filter { $0.id != id } }
        }
    }

    @Sendable private func setQuiet(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            do {
                let (from, to) = (try fields.value("from"), try fields.value("to"))
                let quiet =
                    from == nil && to == nil
                    ? nil
                    : try QuietHours(
                        from: RemindersForm.time(from ?? "", "from"), to: RemindersForm.time(to ?? "", "to"))
                return try await save(request, context) { record in
                    try RemindersRecord(record.reminders, quiet: quiet, calendar: record.calendar)
                }
            } catch let problem as IntakeProblem {
                return try await page(request, context, status: .badRequest) { $0.quietProblem = problem }
            }
        }
    }

    private func change(
        _ request: Request, _ context: VisitContext, _ change: (RemindersRecord) throws -> [Reminder]
    ) async throws -> Response {
        try await save(request, context) { record in
            try RemindersRecord(change(record), quiet: record.quiet, calendar: record.calendar)
        }
    }

    /// Writes the list as it is from now on, and shows it. What changes nothing is not written.
    private func save(
        _ request: Request, _ context: VisitContext, _ change: (RemindersRecord) throws -> RemindersRecord
    ) async throws -> Response {
        let kit = try await desk.kit(request, desk.journal(context, .write))
        let shelf = try await RemindersShelf(desk.journal(context, .write))
        let record = try change(shelf.record)
        // The form leads to its own place on the page, for what it may say; what was done stands on top.
        guard record != shelf.record else { return .seeOther(Self.page + "#main") }
        let entry = try await shelf.save(record, in: desk.journalForWriting(context), kit)
        return .seeOther("\(Self.page)?done=\(entry.id)#main")
    }

    private static func reminder(_ fields: FormFields) throws(IntakeProblem) -> ReminderID {
        guard let id = try fields.value(RemindersForm.Field.reminder).flatMap({ ReminderID($0) }) else {
            throw IntakeProblem(path: "reminder", message: "No reminder is named.", allowed: "the id of a reminder")
        }
        return id
    }

    // MARK: Answering

    /// How long something may be put off, in minutes. As often as one likes.
    private static let putOff = 1...1_440

    /// Notes in the browser what was done about a reminder.
    @Sendable private func answer(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let id = try Self.reminder(fields)
            let word = try fields.value(RemindersForm.Field.answer) ?? ""
            let minutes = Int(word)
            guard ["done", "skip"].contains(word) || minutes.map(Self.putOff.contains) == true else {
                throw IntakeProblem(
                    path: "answer", message: "Found “\(word.prefix(40))”.",
                    allowed: "done, skip, or minutes from 1 to 1440")
            }
            let shelf = try await RemindersShelf(desk.journal(context))
            var answers = ReminderAnswers(request)
            answers.answer(id, putOff: minutes, now: desk.stamps.now, in: shelf.record)
            let back = try fields.value(RemindersForm.Field.back).flatMap { LocalPath($0) }?.text
            var response = Response.seeOther(back ?? Self.page)
            response.setCookie(cookies.kept(ReminderAnswers.cookie, answers.text))
            return response
        }
    }

    // MARK: The address for calendars

    /// Makes an address; an earlier one ends.
    @Sendable private func makeLink(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try await desk.journalForWriting(context)
            let kit = try await desk.kit(request, journal)
            let shelf = try await RemindersShelf(journal)
            var random = SystemRandomNumberGenerator()
            let token = CalendarToken(of: journal.person, using: &random)
            let record = try RemindersRecord(
                shelf.record.reminders, quiet: shelf.record.quiet, calendar: token.digest,
                ended: shelf.record.calendar)
            _ = try await shelf.save(record, in: journal, kit)
            let origin = publicOrigin ?? "http://\(request.head.authority ?? "localhost")"
            var context = context
            if context.visit.person == nil {
                context.visit.person = try await desk.store.persons().first { $0.id == journal.person }
            }
            return try await page(request, context) { content in
                content.newAddress = "\(origin)/calendar/\(token.text).ics"
            }
        }
    }

    @Sendable private func endLink(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            try await save(request, context) { record in
                try RemindersRecord(record.reminders, quiet: record.quiet, ended: record.calendar)
            }
        }
    }
}
