import HTTPTypes
import Hummingbird
import Unknot
import UnknotJournal

/// One entry: changing it, removing it, and taking either back.
struct EntryController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("record/entries/:id", use: open)
        router.post("record/entries/:id", use: change)
        router.post("record/entries/:id/remove", use: remove)
        router.post("record/entries/:id/undo", use: undo)
    }

    @Sendable private func open(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let (journal, noted) = try await self.noted(context)
            let kit = try await desk.kit(request, journal)
            let back = request.uri.queryParameters["back"].flatMap { EntryForm.Way(rawValue: String($0)) } ?? .record
            return try await desk.page { .entry(noted, back: back, kit: kit) }
        }
    }

    @Sendable private func change(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let (journal, noted) = try await self.noted(context)
            try await CalendarRight(context.visit, journal)?.checkChange(of: noted)
            let kit = try await desk.kit(request, journal)
            let form = try EntryForm(fields, kind: noted.entry.kind)
            do {
                let value = try form.value(over: noted.value, units: kit.preferences)
                let entry = try await journal.correct(
                    noted.entry.id, with: value, at: try moment(form.time, of: noted, now: kit.now))
                return .seeOther("\(form.back.address)?done=\(entry.id)")
            } catch let problem as IntakeProblem {
                return try await desk.page(status: .badRequest) {
                    .entry(noted, typed: form, problem: problem, back: form.back, kit: kit)
                }
            } catch let refusal as JournalRefusal {
                return try await desk.page(status: .badRequest) {
                    .entry(noted, typed: form, problem: refusal.problem, back: form.back, kit: kit)
                }
            }
        }
    }

    /// When it happened by the clock of where the person was. A form shows minutes: who leaves them as they are leaves
    /// the entry at its instant.
    private func moment(_ time: TypedTime, of noted: Noted, now: Moment) throws(IntakeProblem) -> Moment? {
        if time == TypedTime() || time == TypedTime(noted.entry.happenedAt, in: noted.zone) { return nil }
        return try time.moment(now: now, in: noted.zone)
    }

    @Sendable private func remove(_ request: Request, context: VisitContext) async throws -> Response {
        let back = try await back(request)
        return try await desk.answer {
            let (journal, noted) = try await self.noted(context)
            try await CalendarRight(context.visit, journal)?.checkRemoval(of: noted)
            let entry = try await journal.remove(noted.entry.id)
            return .seeOther("\(back.address)?done=\(entry.id)")
        }
    }

    @Sendable private func undo(_ request: Request, context: VisitContext) async throws -> Response {
        let back = try await back(request)
        return try await desk.answer {
            let (journal, noted) = try await self.noted(context, takesRetractions: true)
            try await CalendarRight(context.visit, journal)?.checkUndo(of: noted)
            let entry = try await journal.undo(noted.entry.id)
            var value = noted.value
            // What was removed says what it was about.
            if noted.entry.kind == .retraction, let id = noted.entry.replaces {
                value = try await journal.value(id)?.value
            }
            return .seeOther("\(back.address)?done=\(entry.id)\(HabitCard.fragment(value))")
        }
    }

    private func back(_ request: Request) async throws -> EntryForm.Way {
        let fields = try await desk.desk.fields(of: request)
        return try fields.value(EntryForm.Field.back).flatMap(EntryForm.Way.init(rawValue:)) ?? .record
    }

    /// The entry of the address, in a journal that the visit may write in.
    private func noted(_ context: VisitContext, takesRetractions: Bool = false) async throws -> (Journal, Noted) {
        guard let journal = try desk.journal(context, .write),
            let id = context.parameters.get("id").flatMap({ EntryID($0) }),
            let noted = try await journal.value(id), takesRetractions || noted.entry.kind != .retraction
        else { throw Refusal.notFound }
        return (journal, noted)
    }
}
