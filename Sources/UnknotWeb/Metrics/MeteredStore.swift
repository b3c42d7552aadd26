import Metrics
import UnknotJournal
import UnknotRecord

/// A store whose calls are counted and timed.
struct MeteredStore: JournalStore {
    let store: any JournalStore
    let metrics: PrometheusMetrics

    func add(_ person: Person) async throws {
        try await timed("add_person") { try await store.add(person) }
    }

    func persons() async throws -> [Person] {
        try await timed("persons") { try await store.persons() }
    }

    func rename(_ person: PersonID, to name: String) async throws {
        try await timed("rename") { try await store.rename(person, to: name) }
    }

    func erase(_ person: PersonID) async throws -> Int {
        try await timed("erase") { try await store.erase(person) }
    }

    func append(_ entries: [Entry]) async throws {
        try await timed("append") { try await store.append(entries) }
    }

    func entry(_ id: EntryID, of person: PersonID) async throws -> Entry? {
        try await timed("entry") { try await store.entry(id, of: person) }
    }

    func replacement(of id: EntryID, of person: PersonID) async throws -> Entry? {
        try await timed("replacement") { try await store.replacement(of: id, of: person) }
    }

    func entries(of person: PersonID, _ query: EntryQuery) async throws -> [Entry] {
        try await timed("entries") { try await store.entries(of: person, query) }
    }

    func record(of person: PersonID, after last: Entry?, limit: Int) async throws -> [Entry] {
        try await timed("record") { try await store.record(of: person, after: last, limit: limit) }
    }

    func lastRecorded(of person: PersonID) async throws -> Entry? {
        try await timed("last_recorded") { try await store.lastRecorded(of: person) }
    }

    func statistics(of person: PersonID) async throws -> JournalStatistics {
        try await timed("statistics") { try await store.statistics(of: person) }
    }

    func isReady() async -> Bool {
        await store.isReady()
    }

    func verify() async throws {
        try await timed("verify") { try await store.verify() }
    }

    func backUp(to path: String) async throws {
        try await timed("backup") { try await store.backUp(to: path) }
    }

    func close() async {
        await store.close()
    }

    private func timed<Result>(_ call: String, _ work: () async throws -> Result) async throws -> Result {
        let start = ContinuousClock.now
        defer {
            metrics.makeTimer(label: MetricNames.storeSeconds, dimensions: [("call", call)])
                .recordNanoseconds(Int64((ContinuousClock.now - start) / .nanoseconds(1)))
        }
        do {
            return try await work()
        } catch {
            metrics.makeCounter(
                label: MetricNames.storeFailures, dimensions: [("call", call), ("kind", Self.kind(error))]
            ).increment(by: 1)
            throw error
        }
    }

    /// The kind of a failure, without anything that it holds.
    private static func kind(_ error: any Error) -> String {
        guard let error = error as? JournalError else { return "other" }
        return switch error {
        case .noSuchPerson: "no_such_person"
        case .noSuchEntry: "no_such_entry"
        case .alreadyKept: "already_kept"
        case .alreadyReplaced: "already_replaced"
        case .diskFull: "disk_full"
        case .unreachable: "unreachable"
        case .damaged: "damaged"
        case .tooNew: "too_new"
        case .cannotOpen: "cannot_open"
        case .notPossible: "not_possible"
        }
    }
}
