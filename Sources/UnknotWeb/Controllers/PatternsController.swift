import HTTPTypes
import Hummingbird
import NIOPosix
import Unknot
import UnknotJournal

/// Patterns: what went together with more or less pain in the past.
struct PatternsController {
    let desk: RecordDesk

    func addRoutes(to router: Router<VisitContext>) {
        router.get("prevent/patterns", use: show)
    }

    @Sendable private func show(_ request: Request, context: VisitContext) async throws -> Response {
        try await desk.answer {
            let journal = try desk.journal(context, .see)
            let kit = try await desk.kit(request, journal)
            // Two days more, since entries from other time zones may belong to the first day.
            let since = kit.today.advanced(by: -PatternHistory.mostDays - 2).start(in: kit.zone)
            let kinds = PatternExposure.allCases.compactMap(\.measure).reduce(into: Measure.painNow.kinds) {
                $0.formUnion($1.kinds)
            }
            let noted = try await journal?.values(EntryQuery(kinds: kinds, from: since)) ?? []
            return try await desk.page {
                let history = PatternHistory(noted, today: kit.today)
                return .patterns(PatternModel().report(PatternDays(history)), history: history, kit: kit)
            }
        }
    }
}

extension PatternDays {
    /// The days of a journal.
    init(_ history: PatternHistory) {
        var values: [PatternExposure: [Double?]] = [:]
        for exposure in PatternExposure.allCases {
            if let measure = exposure.measure { values[exposure] = history.values(measure) }
        }
        self.init(
            pain: history.values(history.measure), values: values,
            firstWeekday: history.range?.lowerBound.weekday ?? 1)
    }
}
