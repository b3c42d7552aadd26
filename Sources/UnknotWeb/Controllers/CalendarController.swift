import HTTPTypes
import Hummingbird
import NIOCore
import Unknot
import UnknotAccounts
import UnknotExchange
import UnknotJournal

/// Reminders for calendar programs: as a file, and at an address that they can ask again and again.
struct CalendarController {
    let desk: RecordDesk

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent/reminders/calendar", use: file)
        router.get("calendar/:token", use: subscription)
    }

    private var words: ReminderCalendar.Words {
        ReminderCalendar.Words(title: desk.texts("calendar_name"), note: desk.texts("calendar_event_note"))
    }

    /// For the person, in the zone where they are.
    @Sendable private func file(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            let shelf = try await RemindersShelf(journal)
            let left = try await shelf.left(in: journal, kit.kit.engine, today: kit.today)
            var response = try answer(request, shelf, without: left, zone: kit.zone, since: kit.now)
            response.headers[.contentDisposition] = "attachment; filename=\"unknot-reminders.ics\""
            return response
        }
    }

    /// For whoever holds the address: nothing of the record but the reminders, in the zone in which they were written.
    @Sendable private func subscription(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let name = context.parameters.get("token") ?? ""
            guard name.hasSuffix(".ics"), let token = CalendarToken(String(name.dropLast(4))) else {
                throw Refusal.notFound
            }
            let journal = Journal(desk.store, of: token.owner, stamps: desk.stamps)
            let shelf = try await RemindersShelf(journal)
            guard let noted = shelf.noted, shelf.calendar == token.digest else { throw Refusal.notFound }
            let today = LocalDay(of: desk.stamps.now, in: noted.zone)
            let left = try await shelf.left(in: journal, desk.desk.kit.engine, today: today)
            return try answer(request, shelf, without: left, zone: noted.zone, since: noted.entry.happenedAt)
        }
    }

    /// The file, or that it has not changed.
    ///
    /// - Parameter left: Reminders of what is left for now.
    private func answer(
        _ request: Request, _ shelf: RemindersShelf, without left: Set<ReminderID>, zone: LocalZone, since: Moment
    ) throws -> Response {
        let withBreaks = request.uri.queryParameters["breaks"] != "no"
        let calendar = ReminderCalendar(
            try RemindersRecord(
                shelf.record.reminders.filter { !left.contains($0.id) }, quiet: shelf.record.quiet),
            changedAt: shelf.noted?.entry.recordedAt ?? since, since: since, zone: zone,
            withBreaks: withBreaks)
        let text = calendar.text(words)
        let tag = "\"\(Assets.hash(text))\""
        // Weak comparison (RFC 9110, section 13.1.2): a proxy that compresses may have marked the tag as weak.
        let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",").map { field in
            field.filter { !$0.isWhitespace }.trimmingPrefix("W/")
        }
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "private, no-cache"]
        guard !known.contains(where: { $0 == tag || $0 == "*" }) else {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "text/calendar; charset=utf-8"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
