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
            let kinds = PatternExposure.allCases.compactMap(\.measure).reduce(into: Measure.painAverage.kinds) {
                $0.formUnion($1.kinds)
            }
            let all = try await journal?.values(EntryQuery(kinds: kinds, from: since)) ?? []
            let noted = try await openDays(journal, kit, in: all).map { hidden in all.filter { !hidden($0) } } ?? all
            return try await desk.page {
                let history = PatternHistory(noted, today: kit.today)
                return .patterns(PatternModel().report(PatternDays(history)), history: history, kit: kit)
            }
        }
    }

    /// What is left out while a fair test goes on: its numbers about days with an arm, since a pattern of them would tell
    /// between the looks what only a look may tell.
    ///
    /// - Returns: `nil` when no test goes on.
    private func openDays(
        _ journal: Journal?, _ kit: RecordKit, in all: [Noted]
    ) async throws -> ((Noted) -> Bool)? {
        guard let journal, all.contains(where: { $0.entry.kind == .fairTestDay }) else { return nil }
        var begun: [EntryID: LocalDay] = [:]
        for test in try await FairTestShelf(journal: journal, kit: kit).all() where test.isOpen(kit) {
            guard case .days(let days) = test.record.course, let first = days.firstDay else { continue }
            begun[test.id] = LocalDay(first.description)
        }
        return { noted in
            guard case .fairTestDay(let record)? = noted.value, let first = begun[record.test],
                let asked = LocalDay(record.day.description)
            else { return false }
            return asked > first
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
