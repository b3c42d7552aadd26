import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import Unknot
import UnknotExchange
import UnknotJournal

/// The record: all entries, the knots, the map over time, and the settings.
struct RecordController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("record", use: list)
        router.get("record/knots", use: knots)
        router.get("record/map", use: map)
        router.get("record/preferences", use: preferences)
        router.post("record/preferences", use: setPreferences)
        router.post("record/keep", use: keep)
        router.get("record/export", use: export)
    }

    @Sendable private func list(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let query = RecordQuery(request)
            let found = try await journal.asyncMap { try await query.page(of: $0, in: kit.zone) } ?? ([], nil)
            let notice = try await desk.notice(request, journal, back: .record, context, kit)
            let rights = context.visit.rights
            return try await desk.page {
                .record(
                    found.0, query: query, older: found.1, notice: notice, canChange: rights.contains(.write),
                    canExport: rights.contains(.manage), kit: kit)
            }
        }
    }

    @Sendable private func knots(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let noted = try await journal?.values(EntryQuery(kinds: [.press, .session, .drawing])) ?? []
            let notice = try await desk.notice(request, journal, back: .knots, context, kit)
            let (stamps, canWrite) = (desk.stamps, context.visit.rights.contains(.write))
            return try await desk.page {
                .knots(noted, notice: notice, id: canWrite ? { stamps.next().id } : nil, kit: kit)
            }
        }
    }

    @Sendable private func map(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let asked = request.uri.queryParameters["days"].flatMap { Int($0) } ?? HeatMapPage.ranges[0]
            let days = HeatMapPage.ranges.contains(asked) ? asked : HeatMapPage.ranges[0]
            // A day more, since entries from other time zones may belong to the first day.
            let since = days == 0 ? nil : kit.today.advanced(by: -days).start(in: kit.zone)
            let noted = try await journal?.values(EntryQuery(kinds: [.drawing], from: since)) ?? []
            return try await desk.page { .heatMap(noted, days: days, kit: kit) }
        }
    }

    @Sendable private func preferences(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let notice = try await desk.notice(request, journal, back: .preferences, context, kit)
            let canWrite = context.visit.rights.contains(.write)
            return try await desk.page { .preferences(notice: notice, canWrite: canWrite, kit: kit) }
        }
    }

    /// Settings are an entry like others: each change replaces the one before.
    @Sendable private func setPreferences(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let kit = try await desk.kit(request, desk.journal(context, .write))
            let form: PreferencesForm
            do throws(IntakeProblem) {
                form = try PreferencesForm(fields, over: kit.preferences)
            } catch {
                let problem: IntakeProblem = error
                return try await desk.page(status: .badRequest) {
                    .preferences(notice: nil, problem: problem, canWrite: true, kit: kit)
                }
            }
            let journal = try await desk.journalForWriting(context)
            let former = try await journal.values(EntryQuery(kinds: [.preferences], limit: 1)).first?.entry.id
            let value = RecordValue.preferences(form.preferences)
            let zone = kit.zone.description
            let entry =
                if let former {
                    try await journal.correct(former, with: value, at: kit.now, zone: zone)
                } else {
                    try await journal.add(value, at: kit.now, zone: zone)
                }
            var response = Response.seeOther("\(EntryForm.Way.preferences.address)?done=\(entry.id)")
            if let chosen = form.zone {
                response.setCookie(
                    Cookie(
                        name: RecordDesk.zoneCookie, value: chosen.description, maxAge: 31_536_000, path: "/",
                        sameSite: .lax))
            }
            return response
        }
    }

    /// Everything as an archive, the same as the command line writes. Sent as it is read: a record of many years need not
    /// fit in memory.
    @Sendable private func export(_ request: Request, context: VisitContext) async throws -> Response {
        _ = try desk.journal(context, .manage)
        let kit = try await desk.kit(request, nil)
        let persons = context.visit.person.map { [$0] } ?? []
        let export = ArchiveExport(desk.store)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/x-ndjson; charset=utf-8",
                .contentDisposition: "attachment; filename=\"unknot-\(kit.today).jsonl\"",
            ],
            body: ResponseBody { writer in
                _ = try await export.run(of: persons) { lines, _ in
                    try await writer.write(ByteBuffer(bytes: lines))
                }
                try await writer.finish(nil)
            })
    }

    /// Keeps the drawing, or the press made last, of an interview.
    @Sendable private func keep(_ request: Request, context: VisitContext) async throws -> Response {
        let fields = try await desk.desk.fields(of: request)
        return try await desk.answer {
            let kit = try await desk.kit(request, desk.journal(context, .write))
            let form = try IntakeForm(fields, atlas: kit.atlas)
            let value = try form.kept(fields.value(IntakeForm.Field.keep), atlas: kit.atlas)
            let journal = try await desk.journalForWriting(context)
            // What was said of danger signs is no less than where it hurts.
            let engine = kit.kit.engine
            let triage = try await NIOThreadPool.singleton.runIfActive { try engine.locator.triage(form.intake) }
            try await ReleaseShelf(journal, kit: kit).keep(triage)
            // A second tap, or the page read again, is not a second drawing.
            let last = try await journal.values(EntryQuery(kinds: [value.kind], limit: 1)).first?.entry
            if let last, last.payload == value.json,
                kit.now.milliseconds - last.happenedAt.milliseconds < TodayController.sameFor
            {
                return .seeOther(TodayQuery().address(.today, done: last.id))
            }
            let entry = try await journal.add(value, at: kit.now, zone: kit.zone.description)
            return .seeOther(TodayQuery().address(.today, done: entry.id))
        }
    }
}

extension Optional where Wrapped: Sendable {
    /// The value after some waiting, if there is one.
    fileprivate func asyncMap<Result>(_ work: (Wrapped) async throws -> Result) async rethrows -> Result? {
        guard let self else { return nil }
        return try await work(self)
    }
}
