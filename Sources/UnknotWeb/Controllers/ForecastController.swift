import Hummingbird
import Unknot
import UnknotJournal

/// The days ahead: forecasts from one's own journal, how good past ones were, and how likely pain is to come back.
struct ForecastController {
    private let desk: RecordDesk

    init(desk: RecordDesk) {
        self.desk = desk
    }

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent/forecast", use: show)
    }

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .summary)
            let kit = try await desk.kit(request, journal)
            let entries = try await journal?.values(EntryQuery(kinds: ForecastHistory.kinds)) ?? []
            let canWrite = context.visit.rights.contains(.write)
            return try await desk.page {
                .forecast(ForecastHistory(entries, today: kit.today), canWrite: canWrite, kit: kit)
            }
        }
    }
}
